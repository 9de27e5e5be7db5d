/**
 * Judges what is asserted of types, numbers and strings (JSON Schema Validation 2020-12, sections
 * 6.1 to 6.3 and 7).
 */
import { lengthOf, typeOf } from '../json-value.ts';
import type { Keywords } from '../model/keywords.ts';
import { fitsFormat } from './formats.ts';

/** Farther from a whole quotient than this is no multiple; AJV is told the same. */
export const MULTIPLE_PRECISION = 9;
const TOLERANCE = 10 ** -MULTIPLE_PRECISION;

/** @returns whether the value is of a type that `type` lists. */
export function fitsType({ type }: Keywords, value: unknown): boolean {
  if (type === undefined) return true;
  const actual = typeOf(value);
  return type.some((name) =>
    name === 'integer' ? actual === 'number' && Number.isInteger(value) : name === actual,
  );
}

/** @returns whether the number keeps its bounds, its divisor and its format. */
export function fitsNumber(keywords: Keywords, value: number): boolean {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = keywords;
  if (minimum !== undefined && value < minimum) return false;
  if (maximum !== undefined && value > maximum) return false;
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) return false;
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) return false;
  if (multipleOf !== undefined && !isMultiple(value, multipleOf)) return false;
  return format === undefined || fitsFormat(format, value);
}

/** @returns whether the quotient is whole, but for the noise of binary fractions. */
export function isMultiple(value: number, divisor: number): boolean {
  const quotient = value / divisor;
  return !(Math.abs(Math.round(quotient) - quotient) > TOLERANCE);
}

/** @returns whether the text keeps its length, its pattern and its format. */
export function fitsString(keywords: Keywords, text: string): boolean {
  const { minLength, maxLength, pattern, format } = keywords;
  if (minLength !== undefined || maxLength !== undefined) {
    const length = lengthOf(text);
    if (minLength !== undefined && length < minLength) return false;
    if (maxLength !== undefined && length > maxLength) return false;
  }
  if (pattern !== undefined && !pattern.expression.test(text)) return false;
  return format === undefined || fitsFormat(format, text);
}
