/**
 * Which keywords of one schema are written as the other OpenAPI line writes them, and mean something
 * all the same: they are honoured, and told as problems, since other tools will not see them.
 */
import type { Dialect } from './api.ts';

export interface LegacyKeyword {
  readonly keyword: string;
  /** What it should read, in the dialect of its file. */
  readonly instead: string;
}

interface LegacyRule extends LegacyKeyword {
  readonly applies: (value: unknown) => boolean;
}

const isBoolean = (value: unknown): boolean => typeof value === 'boolean';
const isNumber = (value: unknown): boolean => typeof value === 'number';

const RULES = {
  'openapi-3.1': [
    { keyword: 'nullable', instead: 'a type that includes "null"', applies: isBoolean },
    { keyword: 'exclusiveMinimum', instead: 'the bound itself, a number', applies: isBoolean },
    { keyword: 'exclusiveMaximum', instead: 'the bound itself, a number', applies: isBoolean },
    { keyword: 'items', instead: 'prefixItems', applies: Array.isArray },
  ],
  'openapi-3.0': [
    { keyword: 'type', instead: 'one type, with nullable: true for null', applies: isListOrNull },
    {
      keyword: 'exclusiveMinimum',
      instead: 'minimum, with exclusiveMinimum: true',
      applies: isNumber,
    },
    {
      keyword: 'exclusiveMaximum',
      instead: 'maximum, with exclusiveMaximum: true',
      applies: isNumber,
    },
    { keyword: 'items', instead: 'one schema for all items', applies: Array.isArray },
  ],
} as const satisfies Record<Dialect, readonly LegacyRule[]>;

/** @returns the keywords of this schema alone that belong to the other dialect, or to an older one. */
export function legacyKeywords(
  schema: Readonly<Record<string, unknown>>,
  dialect: Dialect,
): readonly LegacyKeyword[] {
  const rules: readonly LegacyRule[] = RULES[dialect];
  return rules
    .filter(({ keyword, applies }) => Object.hasOwn(schema, keyword) && applies(schema[keyword]))
    .map(({ keyword, instead }) => ({ keyword, instead }));
}

function isListOrNull(value: unknown): boolean {
  return Array.isArray(value) || value === 'null';
}
