/**
 * Which keywords on types, listed values, numbers and texts a value breaks, each by itself (JSON
 * Schema Validation 2020-12, sections 6.1 to 6.3 and 7).
 */
import { isSame, lengthOf } from '../json-value.ts';
import { fitsType, isMultiple } from '../judge/evaluate-scalar.ts';
import { fitsFormat } from '../judge/formats.ts';
import type { Keywords } from '../model/keywords.ts';

/** @returns the keywords that the value breaks. */
export function brokenByItself(keywords: Keywords, value: unknown): readonly string[] {
  const broken: string[] = [];
  if (!fitsType(keywords, value)) broken.push('type');
  if (keywords.const !== undefined && !isSame(keywords.const.value, value)) broken.push('const');
  if (keywords.enum?.some((member) => isSame(member, value)) === false) broken.push('enum');
  if (typeof value === 'number') broken.push(...brokenByNumber(keywords, value));
  if (typeof value === 'string') broken.push(...brokenByText(keywords, value));
  return broken;
}

const NUMBER_RULES = {
  minimum: (value: number, limit: number) => value >= limit,
  maximum: (value: number, limit: number) => value <= limit,
  exclusiveMinimum: (value: number, limit: number) => value > limit,
  exclusiveMaximum: (value: number, limit: number) => value < limit,
  multipleOf: isMultiple,
} as const;

const NUMBER_KEYWORDS = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
] as const;

function brokenByNumber(keywords: Keywords, value: number): readonly string[] {
  const broken: string[] = NUMBER_KEYWORDS.filter((name) => {
    const limit = keywords[name];
    return limit !== undefined && !NUMBER_RULES[name](value, limit);
  });
  if (breaksFormat(keywords, value)) broken.push('format');
  return broken;
}

function brokenByText(keywords: Keywords, text: string): readonly string[] {
  const { minLength, maxLength, pattern } = keywords;
  const broken: string[] = [];
  if (minLength !== undefined || maxLength !== undefined) {
    const length = lengthOf(text);
    if (minLength !== undefined && length < minLength) broken.push('minLength');
    if (maxLength !== undefined && length > maxLength) broken.push('maxLength');
  }
  if (pattern?.expression.test(text) === false) broken.push('pattern');
  if (breaksFormat(keywords, text)) broken.push('format');
  return broken;
}

function breaksFormat({ format }: Keywords, value: string | number): boolean {
  return format !== undefined && !fitsFormat(format, value);
}
