import { describe, expect, test } from 'vitest';

import { malformedKeywords } from '../../src/spec/malformed-keywords.ts';

const keywordsOf = (
  schema: Record<string, unknown>,
  dialect: 'openapi-3.0' | 'openapi-3.1' = 'openapi-3.1',
): readonly string[] => malformedKeywords(schema, dialect).map(({ keyword }) => keyword);

describe('a keyword of the wrong shape is told', () => {
  test.each<[string, unknown]>([
    ['type', 'strng'],
    ['type', ['string', 'nul']],
    ['type', []],
    ['enum', 'a'],
    ['required', true],
    ['required', ['a', 1]],
    ['minimum', '1'],
    ['maximum', null],
    ['exclusiveMinimum', '0'],
    ['multipleOf', 0],
    ['multipleOf', -2],
    ['maxLength', -1],
    ['minLength', 1.5],
    ['maxItems', '3'],
    ['minProperties', true],
    ['pattern', '['],
    ['pattern', 5],
    ['pattern', '(?i)abc'],
    ['format', 7],
    ['uniqueItems', 'yes'],
    ['nullable', 'true'],
    ['readOnly', 1],
    ['items', 'string'],
    ['items', null],
    ['allOf', {}],
    ['anyOf', []],
    ['not', []],
    ['additionalProperties', 'false'],
    ['properties', []],
    ['patternProperties', 'a'],
    ['dependentRequired', []],
    ['discriminator', 'kind'],
    ['discriminator', {}],
    ['$ref', 5],
  ])('%s: %j', (keyword, value) => {
    expect(keywordsOf({ [keyword]: value })).toEqual([keyword]);
  });
});

describe('a keyword of the right shape is not', () => {
  test.each<[string, unknown]>([
    ['type', 'null'],
    ['type', ['string', 'null']],
    ['enum', []],
    ['const', undefined],
    ['required', []],
    ['minimum', -1.5],
    ['exclusiveMinimum', 0],
    ['exclusiveMinimum', true],
    ['multipleOf', 0.01],
    ['maxLength', 0],
    ['pattern', '^\\p{L}+$'],
    // Not valid with the u flag, but every engine without it takes it.
    ['pattern', '^\\-a$'],
    ['items', true],
    ['items', [{}]],
    ['additionalProperties', false],
    ['properties', {}],
    ['default', { type: 'strng' }],
    ['x-anything', 5],
    ['discriminator', { propertyName: 'kind' }],
  ])('%s: %j', (keyword, value) => {
    expect(keywordsOf({ [keyword]: value })).toEqual([]);
  });
});

test('words that OpenAPI 3.0 does not have mean nothing there, whatever their value', () => {
  const schema = { prefixItems: 'no', patternProperties: 5, if: 'x', maxLength: 'x' };

  expect(keywordsOf(schema, 'openapi-3.0')).toEqual(['maxLength']);
  expect(keywordsOf(schema, 'openapi-3.1')).toEqual([
    'prefixItems',
    'patternProperties',
    'if',
    'maxLength',
  ]);
});

test('schemas within are left to whoever walks them', () => {
  expect(keywordsOf({ properties: { type: { type: 'strng' } }, items: { minimum: '1' } })).toEqual(
    [],
  );
});
