import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arbitraryFor,
  UnsatisfiableSchemaError,
  UnsupportedSchemaError,
  type Tier,
} from '../../src/schema/index.ts';

const TIERS: readonly Tier[] = ['plain', 'edge', 'hostile', 'wide'];

/** One schema or more per keyword; together all of draft 2020-12. */
const SCHEMAS: Readonly<Record<string, unknown>> = {
  anything: true,
  type: { type: ['string', 'null', 'integer'] },
  enum: { enum: [1, 'a', null, { a: [1] }], not: { type: 'null' } },
  const: { const: { a: 1 } },
  bounds: { type: 'number', exclusiveMinimum: 0, maximum: 1 },
  integer: { type: 'integer', minimum: -3, exclusiveMaximum: 12 },
  'multipleOf of decimals': { type: 'number', multipleOf: 0.01, minimum: 0, maximum: 20 },
  'multipleOf twice': { allOf: [{ multipleOf: 4 }, { multipleOf: 6 }], type: 'integer' },
  'length in code points': { type: 'string', minLength: 3, maxLength: 5 },
  'several patterns': {
    type: 'string',
    allOf: [{ pattern: '^a' }, { pattern: 'z$' }, { not: { pattern: 'm' } }],
    minLength: 4,
    maxLength: 6,
  },
  'look-around': { type: 'string', pattern: '^(?=.*[A-Z])(?=.*\\d)(?!.*x).{6,}(?<!-)$' },
  'back-reference': { type: 'string', pattern: '^(\\w)-\\1$' },
  prefixItems: { type: 'array', prefixItems: [{ type: 'integer' }, { const: 'b' }], items: false },
  'contains and limits': {
    type: 'array',
    contains: { type: 'string' },
    minContains: 2,
    maxContains: 3,
    minItems: 5,
  },
  'unique over a finite domain': {
    type: 'array',
    items: { enum: [1, 2, 3, 4] },
    uniqueItems: true,
    minItems: 4,
  },
  unevaluatedItems: {
    type: 'array',
    prefixItems: [{ type: 'string' }],
    contains: { const: 'x' },
    unevaluatedItems: { type: 'integer' },
    minItems: 3,
  },
  'patternProperties closed': {
    type: 'object',
    patternProperties: { '^a': { type: 'integer' }, b$: { type: 'integer' } },
    additionalProperties: false,
    minProperties: 2,
  },
  propertyNames: { type: 'object', propertyNames: { pattern: '^[a-c]{2}$' }, minProperties: 2 },
  dependents: {
    type: 'object',
    properties: { a: true, b: true, c: true },
    additionalProperties: false,
    dependentRequired: { a: ['b'] },
    dependentSchemas: { b: { properties: { c: { type: 'integer' } }, required: ['c'] } },
  },
  unevaluatedProperties: {
    type: 'object',
    anyOf: [
      { properties: { a: { type: 'integer' } }, required: ['a'] },
      { properties: { b: { type: 'string' } }, required: ['b'] },
    ],
    unevaluatedProperties: false,
  },
  'if, then, else': {
    type: 'object',
    required: ['kind'],
    properties: { kind: { enum: ['a', 'b'] } },
    if: { properties: { kind: { const: 'a' } } },
    then: { required: ['x'] },
    else: { not: { required: ['x'] } },
  },
  'oneOf that overlaps': { oneOf: [{ type: 'integer' }, { minimum: 2 }] },
  not: { not: { anyOf: [{ type: 'object' }, { type: 'array' }, { minLength: 3 }] } },
  recursion: {
    type: 'object',
    properties: { children: { type: 'array', items: { $ref: '#' } } },
    required: ['children'],
    additionalProperties: false,
  },
};

describe.each(Object.entries(SCHEMAS))('%s', (_name, schema) => {
  const isValid = new Ajv2020({ strict: false, logger: false, multipleOfPrecision: 9 }).compile(
    schema as object | boolean,
  );

  test.each(TIERS)('%s: every value is valid', (tier) => {
    for (const value of fc.sample(arbitraryFor(schema, { tier }), { numRuns: 60, seed: 5 }))
      expect(isValid(value), JSON.stringify(value)).toBe(true);
  });

  test('the same seed gives the same values', () => {
    const draw = (): readonly unknown[] =>
      fc.sample(arbitraryFor(schema), { numRuns: 20, seed: 9 });

    expect(draw()).toEqual(draw());
  });

  test('every shrink of a value is valid', () => {
    const arbitrary = arbitraryFor(schema);
    for (const value of fc.sample(arbitrary, { numRuns: 5, seed: 3 }))
      for (const smaller of arbitrary.shrink(value, undefined).take(60))
        expect(isValid(smaller.value), JSON.stringify(smaller.value)).toBe(true);
  });
});

describe('impossible schemas are refused with the clash', () => {
  test.each([
    [{ type: 'integer', minimum: 5, maximum: 3 }, '#/minimum', '#/maximum'],
    [{ allOf: [{ type: 'string' }, { type: 'array' }] }, '#/allOf/1/type', '#/allOf/0/type'],
    [{ type: 'object', required: ['a', 'b'], maxProperties: 1 }, '#/required', '#/maxProperties'],
    [{ type: 'string', pattern: '^a$', minLength: 2 }, '#/minLength', '#/pattern'],
    [
      { type: 'object', maxProperties: 0, not: { propertyNames: { maxLength: 3 } } },
      '#/maxProperties',
      '#/not/propertyNames',
    ],
    [{ type: 'string', format: 'uuid', maxLength: 9 }, '#/format', '#/maxLength'],
    [{ type: 'integer', multipleOf: 5, minimum: 1, maximum: 4 }, '#/multipleOf', '#/maximum'],
    [
      { type: 'array', items: { type: 'integer' }, contains: { type: 'string' } },
      '#/items/type',
      '#/contains/type',
    ],
    [
      { type: 'object', required: ['next'], properties: { next: { $ref: '#' } } },
      '#/properties',
      '#/required',
    ],
  ])('%j', (schema, first, second) => {
    expect(() => arbitraryFor(schema)).toThrow(UnsatisfiableSchemaError);
    try {
      arbitraryFor(schema);
    } catch (error) {
      const { clash } = error as UnsatisfiableSchemaError;
      expect([clash?.first.place, clash?.second.place].sort()).toEqual([first, second].sort());
    }
  });

  test('too few distinct items exist for uniqueItems', () => {
    const schema = { type: 'array', items: { type: 'boolean' }, uniqueItems: true, minItems: 3 };

    expect(() => arbitraryFor(schema)).toThrow(UnsatisfiableSchemaError);
    expect(() => arbitraryFor({ ...schema, minItems: 2 })).not.toThrow();
  });
});

test('an object of 2,000 required members has a value', () => {
  const names = Array.from({ length: 2000 }, (_, index) => `member${index}`);
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'integer' }]));
  const arbitrary = arbitraryFor({ type: 'object', required: names, properties });
  const [value] = fc.sample(arbitrary, { numRuns: 1, seed: 1 });

  expect(Object.keys(value as object)).toEqual(expect.arrayContaining(names));
});

test('the only array left by a denied contains is drawn as often as other types', () => {
  const drawn = fc.sample(arbitraryFor({ not: { minimum: 3, contains: true } }), {
    numRuns: 60,
    seed: 1,
  });

  expect(drawn.filter((value) => Array.isArray(value)).length).toBeGreaterThan(15);
});

describe('what can not be drawn is refused by type', () => {
  test.each([
    ['a schema that is itself', { $ref: '#' }],
    ['an array too long to write', { type: 'array', minItems: 1e9 }],
    ['a text too long to write', { type: 'string', minLength: 1e9 }],
  ])('%s', (_name, schema) => {
    expect(() => arbitraryFor(schema)).toThrow(UnsupportedSchemaError);
  });

  test('a schema nested without measure', () => {
    let schema: unknown = { type: 'integer' };
    for (let level = 0; level < 20_000; level += 1) schema = { allOf: [schema] };

    expect(() => arbitraryFor(schema)).toThrow(UnsupportedSchemaError);
  });
});

describe('tiers', () => {
  const schema = {
    type: 'object',
    required: ['name', 'size'],
    properties: {
      name: { type: 'string', maxLength: 30 },
      size: { type: 'integer', minimum: 1, maximum: 500 },
    },
  };
  const drawn = (tier: Tier): readonly { readonly name: string; readonly size: number }[] =>
    fc.sample(arbitraryFor(schema, { tier }), { numRuns: 200, seed: 4 }) as never;

  test('plain has declared members and printable text only', () => {
    for (const value of drawn('plain')) {
      expect(Object.keys(value)).toEqual(['name', 'size']);
      expect(value.name).toMatch(/^[\x20-\x7e]*$/);
    }
  });

  test('edge stands on both bounds again and again', () => {
    const sizes = drawn('edge').map(({ size }) => size);

    expect(sizes.filter((size) => size === 1).length).toBeGreaterThan(10);
    expect(sizes.filter((size) => size === 500).length).toBeGreaterThan(10);
    expect(drawn('edge').some(({ name }) => [...name].length === 30)).toBe(true);
  });

  test('hostile has emoji sequences and marks whole, within the length', () => {
    const names = drawn('hostile').map(({ name }) => name);

    for (const name of names) expect([...name].length).toBeLessThanOrEqual(30);
    for (const part of ['👩‍👩‍👧‍👦', '\u0301', '\u202e', '<script>'])
      expect(names.some((name) => name.includes(part))).toBe(true);
  });

  test('hostile has control characters and members that nobody declared', () => {
    const values = drawn('hostile');

    expect(values.some(({ name }) => name.includes('\u0000'))).toBe(true);
    expect(values.some((value) => Object.keys(value).length > 2)).toBe(true);
  });
});

describe('dialects', () => {
  const draw = (schema: unknown, dialect: 'draft-04' | 'draft-07' | '2019-09' | 'openapi-3.0') =>
    fc.sample(arbitraryFor(schema, { dialect }), { numRuns: 100, seed: 8 });

  test('draft-04: exclusiveMinimum is a flag beside minimum', () => {
    const schema = { type: 'integer', minimum: 3, exclusiveMinimum: true, maximum: 5 };

    expect(new Set(draw(schema, 'draft-04'))).toEqual(new Set([4, 5]));
  });

  test('draft-07: items may be a list, additionalItems is the rest', () => {
    const schema = { type: 'array', items: [{ const: 1 }], additionalItems: false };

    for (const value of draw(schema, 'draft-07')) expect([[], [1]]).toContainEqual(value);
  });

  test('draft-07: what stands beside $ref does not make a schema impossible', () => {
    const schema = { $ref: '#/definitions/a', type: 'array', definitions: { a: { const: 'a' } } };

    expect(new Set(draw(schema, 'draft-07'))).toEqual(new Set(['a']));
  });

  test('2019-09: $recursiveRef leads to the outermost recursive anchor', () => {
    const schema = {
      $id: 'http://example.com/outer',
      $recursiveAnchor: true,
      required: ['outer'],
      type: 'object',
      properties: { outer: { const: 1 }, inner: { $ref: 'inner' } },
      $defs: {
        inner: {
          $id: 'inner',
          $recursiveAnchor: true,
          type: 'object',
          required: ['again'],
          properties: { again: { anyOf: [{ $recursiveRef: '#' }] } },
        },
      },
    };
    const withInner = draw(schema, '2019-09').flatMap((value) => {
      const { inner } = value as { inner?: { again: unknown } };
      return inner === undefined ? [] : [inner.again];
    });

    expect(withInner.length).toBeGreaterThan(5);
    for (const again of withInner) expect(again).toMatchObject({ outer: 1 });
  });

  test('openapi-3.0: nullable widens the type and nothing else', () => {
    const types = new Set(draw({ type: 'boolean', nullable: true }, 'openapi-3.0'));

    expect(types).toEqual(new Set([true, false, null]));
    expect(new Set(draw({ type: 'string', nullable: true, enum: ['a'] }, 'openapi-3.0'))).toEqual(
      new Set(['a']),
    );
  });

  test.each([
    { nullable: true, oneOf: [{ type: 'boolean' }] },
    { nullable: true, allOf: [{ $ref: '#/$defs/b' }], $defs: { b: { type: 'boolean' } } },
    { nullable: true, $ref: '#/$defs/b', $defs: { b: { type: 'boolean' } } },
  ])('openapi-3.0: nullable beside no type is meant of the whole: %j', (schema) => {
    expect(new Set(draw(schema, 'openapi-3.0'))).toEqual(new Set([true, false, null]));
  });

  test('remotes are found by their URI and follow references of their own', () => {
    const remotes = {
      'http://example.com/a': { $ref: 'b#/$defs/x' },
      'http://example.com/b': { $defs: { x: { const: 'far' } } },
    };
    const schema = { $ref: 'http://example.com/a' };

    expect(fc.sample(arbitraryFor(schema, { remotes }), { numRuns: 5, seed: 1 })).toEqual(
      Array.from({ length: 5 }, () => 'far'),
    );
  });
});

test('a dynamic reference leads where the outermost resource says', () => {
  const schema = {
    $id: 'http://example.com/strings',
    $ref: 'list',
    $defs: {
      item: { $dynamicAnchor: 'item', type: 'string' },
      list: {
        $id: 'list',
        type: 'array',
        minItems: 1,
        items: { $dynamicRef: '#item' },
        $defs: { item: { $dynamicAnchor: 'item', type: 'integer' } },
      },
    },
  };

  for (const value of fc.sample(arbitraryFor(schema), { numRuns: 20, seed: 1 }))
    for (const item of value as readonly unknown[]) expect(typeof item).toBe('string');
});

test('hostile objects have members that every object has already, as their own, where they are allowed', () => {
  const named = (schema: object): ReadonlySet<string> =>
    new Set(
      fc
        .sample(arbitraryFor(schema, { tier: 'hostile' }), { numRuns: 500, seed: 1 })
        .flatMap((value) => Object.keys(value as object)),
    );
  const nasty = ['__proto__', 'constructor', 'toString'];

  expect([...named({ type: 'object' })]).toEqual(expect.arrayContaining(nasty));
  const closed = named({ type: 'object', properties: { a: true }, additionalProperties: false });
  expect(closed).toEqual(new Set(['a']));
});
