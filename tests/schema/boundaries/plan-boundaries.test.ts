import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boundariesFor,
  UnsatisfiableSchemaError,
  UnsupportedSchemaError,
  validatorFor,
  type Boundary,
} from '../../../src/schema/index.ts';
import { createSchemas } from '../../../src/schema/schemas.ts';
import { documentsOf, schemaAt } from '../one-document.ts';
import { someSchema, wideSchema } from '../violations/some-schemas.ts';

function tryBoundaries(schema: unknown): readonly Boundary[] {
  try {
    return boundariesFor(schema);
  } catch (error) {
    if (error instanceof UnsatisfiableSchemaError || error instanceof UnsupportedSchemaError)
      return [];
    throw error;
  }
}

describe('laws', () => {
  test('every boundary is valid, and each value comes once', () => {
    let seen = 0;
    fc.assert(
      fc.property(someSchema, (schema) => {
        const boundaries = tryBoundaries(schema);
        const validate = validatorFor(schema);
        seen += boundaries.length;
        for (const boundary of boundaries)
          expect([validate(boundary.value), boundary]).toEqual([[], boundary]);
        const texts = boundaries.map(({ value }) => JSON.stringify(value));
        expect(new Set(texts).size).toBe(texts.length);
      }),
      { numRuns: 60, seed: 6 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  test('their number grows with the schema, not with its square', () => {
    const small = boundariesFor(wideSchema(30)).length;

    expect(boundariesFor(wideSchema(60)).length).toBeLessThanOrEqual(2 * small + 2);
  });
});

function valuesOn(schema: unknown, keyword: string, value?: unknown): readonly unknown[] {
  return boundariesFor(schema, value === undefined ? {} : { value })
    .filter(({ keyword: on, tier }) => on === keyword && tier !== 'hostile')
    .map((boundary) => boundary.value);
}

describe('each keyword', () => {
  test.each([
    [{ type: 'integer', minimum: 3 }, 'minimum', [3, 4], 10],
    [{ type: 'integer', exclusiveMaximum: 9 }, 'exclusiveMaximum', [8, 7], 1],
    [{ type: 'number', maximum: 1 }, 'maximum', [1, 0.9], 0.5],
    [{ type: 'integer', minimum: 3, multipleOf: 5 }, 'minimum', [], 5],
    [{ type: 'string', minLength: 2 }, 'minLength', ['ab', 'abc'], 'abcd'],
    [{ type: 'string', maxLength: 5 }, 'maxLength', ['abccc', 'abcc'], 'abc'],
    [{ enum: ['a', 'b', null] }, 'enum', ['b', null], 'a'],
    [{ type: 'boolean' }, 'type', [false], true],
    [{ type: ['string', 'null'], minLength: 1 }, 'type', [null], 'a'],
    [{ minItems: 1, items: { const: 1 } }, 'minItems', [[1], [1, 1]], [1, 1, 1]],
    [{ oneOf: [{ const: 'a' }, { const: 'b' }] }, 'oneOf', ['b'], 'a'],
  ])('%j stands on the edges of %s', (schema, keyword, expected, value) => {
    expect(valuesOn(schema, keyword, value)).toEqual(expected);
  });

  test('optional members come alone, are left out, and come all together', () => {
    const schema = {
      type: 'object',
      required: ['id'],
      properties: { id: { const: 1 }, a: { const: 'A' }, b: { const: 'B' } },
    };

    const boundaries = boundariesFor(schema, { value: { id: 1, a: 'A' } });

    expect(boundaries.map(({ keyword, value, tier }) => [keyword, value, tier])).toEqual([
      ['optional-absent', { id: 1 }, 'plain'],
      ['optional-alone', { id: 1, b: 'B' }, 'plain'],
      ['optional-all', { id: 1, a: 'A', b: 'B' }, 'plain'],
    ]);
  });

  test('a member of the other direction is not offered', () => {
    const document = {
      Body: { type: 'object', properties: { id: { type: 'integer', readOnly: true } } },
    };
    const schemas = createSchemas(documentsOf(document));
    const at = schemaAt(document, '/Body');

    const inRequest = [...schemas.boundaries(at, {}, { direction: 'request' })];
    const inResponse = [...schemas.boundaries(at, {}, { direction: 'response' })];

    expect(inRequest.map(({ value }) => value)).toEqual([]);
    expect(inResponse.map(({ pointer }) => pointer)).toContain('/id');
  });

  test('an opaque member is told as such', () => {
    const schema = { type: 'string', maxLength: 3, 'x-opaque': true };

    expect(boundariesFor(schema, { value: 'ab' }).map(({ opaque }) => opaque)).toContain(true);
    expect(boundariesFor(schema, { value: 'ab' }).map(({ opaque }) => opaque)).not.toContain(false);
  });
});

describe('nasty texts', () => {
  const nasty = (schema: unknown, value: string): readonly unknown[] =>
    boundariesFor(schema, { value })
      .filter(({ tier }) => tier === 'hostile')
      .map((boundary) => boundary.value);

  test('a kind each, where a text is free', () => {
    expect(nasty({ type: 'string' }, 'plain')).toEqual([
      '\'"\\<&%',
      '\u0001\t\u001b\n',
      '\u0000',
      '\u00e9\u05e9\u4e2d\u0416',
      '\u{1f4da}',
      'and so on '.repeat(26),
    ]);
  });

  test('as long as they must be, and no longer than they may', () => {
    expect(nasty({ type: 'string', minLength: 6, maxLength: 6 }, 'abcdef')).toContain(
      '\u{1f4da}abcde',
    );
    expect(nasty({ type: 'string', maxLength: 3 }, 'abc')).toEqual(['\u0000', '\u{1f4da}']);
  });

  test.each([{ format: 'date' }, { pattern: '^a+$' }])('none where %j shapes the text', (shape) => {
    const value = 'format' in shape ? '2026-01-01' : 'aa';

    expect(nasty({ type: 'string', ...shape }, value)).toEqual([]);
  });
});
