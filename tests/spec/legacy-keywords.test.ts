import { describe, expect, test } from 'vitest';

import { legacyKeywords } from '../../src/spec/legacy-keywords.ts';

const keywordsOf = (
  schema: Record<string, unknown>,
  dialect: 'openapi-3.0' | 'openapi-3.1',
): readonly string[] => legacyKeywords(schema, dialect).map(({ keyword }) => keyword);

describe('words of the other line', () => {
  test.each<[string, unknown, 'openapi-3.0' | 'openapi-3.1']>([
    ['nullable', true, 'openapi-3.1'],
    ['exclusiveMinimum', true, 'openapi-3.1'],
    ['exclusiveMaximum', false, 'openapi-3.1'],
    ['items', [{}], 'openapi-3.1'],
    ['type', ['string', 'null'], 'openapi-3.0'],
    ['type', 'null', 'openapi-3.0'],
    ['exclusiveMinimum', 3, 'openapi-3.0'],
    ['items', [], 'openapi-3.0'],
  ])('%s: %j in %s is told', (keyword, value, dialect) => {
    expect(keywordsOf({ [keyword]: value }, dialect)).toEqual([keyword]);
  });

  test.each<[string, unknown, 'openapi-3.0' | 'openapi-3.1']>([
    ['nullable', true, 'openapi-3.0'],
    ['exclusiveMinimum', true, 'openapi-3.0'],
    ['items', {}, 'openapi-3.0'],
    ['type', ['string', 'null'], 'openapi-3.1'],
    ['type', 'null', 'openapi-3.1'],
    ['exclusiveMinimum', 3, 'openapi-3.1'],
    // Malformed, and so told as that alone.
    ['nullable', 'yes', 'openapi-3.1'],
    ['exclusiveMinimum', '3', 'openapi-3.0'],
  ])('%s: %j in %s is not', (keyword, value, dialect) => {
    expect(keywordsOf({ [keyword]: value }, dialect)).toEqual([]);
  });
});
