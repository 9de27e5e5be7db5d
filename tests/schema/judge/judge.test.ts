import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accepts } from '../../../src/schema/judge/evaluate.ts';
import { validatorFor } from '../../../src/schema/index.ts';
import { createRegistry } from '../../../src/schema/model/value-resolver.ts';
import { createWorld } from '../../../src/schema/model/world.ts';

function walks(schema: unknown): (value: unknown) => boolean {
  const { resolver, root } = createRegistry({ schema, dialect: '2020-12', remotes: {} });
  const world = createWorld({
    resolver,
    direction: undefined,
    honoursRefSiblings: false,
    malformed: 'letter',
  });
  const node = world.node(root);
  return (value) => accepts(node, value);
}

const PARTS = [
  { type: 'integer' },
  { type: ['string', 'null'] },
  { minimum: 1 },
  { maxLength: 2 },
  { required: ['a'] },
  { properties: { a: { type: 'number' } } },
  { additionalProperties: false },
  { items: { type: 'boolean' } },
  { contains: { type: 'null' } },
  { uniqueItems: true },
  { enum: [0, 'a', null, [], {}] },
  { maxProperties: 1 },
];
const schemas = fc.letrec((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...PARTS),
    fc.record({ allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('schema') }),
    fc.record({ if: tie('schema'), then: tie('schema'), else: tie('schema') }),
  ),
})).schema;

test('the walking evaluator and AJV agree', () => {
  fc.assert(
    fc.property(schemas, fc.jsonValue({ maxDepth: 2 }), (schema, raw) => {
      // -0 and null prototypes are not JSON.
      const value: unknown = JSON.parse(JSON.stringify(raw));

      expect(walks(schema)(value)).toBe(validatorFor(schema)(value).length === 0);
    }),
    { numRuns: 1500, seed: 2 },
  );
});

describe('errors', () => {
  test.each([
    [{ type: ['integer', 'null'] }, 'a', 'must be integer or null'],
    [{ enum: ['a', null] }, 'b', 'must be one of "a", null'],
    [
      { enum: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
      0,
      'must be one of 1, 2, 3, 4, 5, 6, 7, 8, … (9 in all)',
    ],
    [{ not: { enum: ['a', 'b'] } }, 'b', 'must be none of "a", "b"'],
    [{ not: { const: 1 } }, 1, 'must not be 1'],
    [{ not: { type: 'string' } }, 'b', 'is what its schema forbids by "not"'],
  ])('%j is told in words', (schema, value, message) => {
    expect(validatorFor(schema)(value).map((error) => error.message)).toEqual([message]);
  });

  test('an undeclared member is pointed at itself', () => {
    const validate = validatorFor({ properties: { a: true }, additionalProperties: false });

    expect(validate({ a: 1, 'b/c': 2 })).toMatchObject([
      { keyword: 'additionalProperties', at: '/b~1c', place: '#/additionalProperties', actual: 2 },
    ]);
  });

  test('a keyword behind references is placed where it stands', () => {
    const validate = validatorFor({
      properties: { a: { $ref: '#/$defs/a' } },
      $defs: { a: { allOf: [{ $ref: '#/$defs/b' }] }, b: { minimum: 3 } },
    });

    expect(validate({ a: 1 })).toMatchObject([
      { keyword: 'minimum', at: '/a', place: '#/$defs/b/minimum', expected: 3, actual: 1 },
    ]);
  });

  test('a keyword of an older dialect keeps the name it is written under', () => {
    const validate = validatorFor(
      { items: [{ type: 'integer' }], additionalItems: false },
      { dialect: 'draft-07' },
    );

    expect(validate([1, 2]).map(({ place }) => place)).toEqual(['#/additionalItems']);
  });

  test('a value nested too deep is an error, not an exception', () => {
    const validate = validatorFor({ properties: { a: { $ref: '#' } }, type: 'object' });
    let value: unknown = {};
    for (let level = 0; level < 50_000; level += 1) value = { a: value };

    expect(validate(value)).toMatchObject([{ keyword: 'depth' }]);
  });

  test('a member named toString does not make a comparison throw', () => {
    const validate = validatorFor({ enum: [{}] });

    expect(validate({ toString: 0 })).toHaveLength(1);
    expect(validate({})).toEqual([]);
  });

  test('19.99 is a multiple of 0.01', () => {
    expect(validatorFor({ multipleOf: 0.01 })(19.99)).toEqual([]);
    expect(validatorFor({ multipleOf: 0.01 })(19.995)).toHaveLength(1);
  });
});

test.each([
  ['10:55:12', true],
  ['10:55:12.596000', true],
  ['10:55:12Z', true],
  ['10:55:12+02:00', true],
  ['25:00:00', false],
  ['10:55', false],
  ['x', false],
])('a time may be of the wall, without an offset: %s', (text, isValid) => {
  expect(validatorFor({ format: 'time' })(text).length === 0).toBe(isValid);
});
