import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  UnsupportedSchemaError,
  validatorFor,
  violationArbitraryFor,
} from '../../../src/schema/index.ts';

const SCHEMA = {
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string', minLength: 3 }, age: { type: 'integer', minimum: 0 } },
};

test('every drawn violation is one, and they vary', () => {
  const validate = validatorFor(SCHEMA);
  const drawn = fc.sample(violationArbitraryFor(SCHEMA, { name: 'Ada' }), {
    numRuns: 200,
    seed: 6,
  });

  for (const { value, keyword } of drawn)
    expect(validate(value).map((error) => error.keyword)).toContain(keyword);
  expect(new Set(drawn.map(({ value }) => JSON.stringify(value))).size).toBeGreaterThan(60);
});

test('the same seed draws the same violations', () => {
  const draw = (): readonly unknown[] =>
    fc.sample(violationArbitraryFor(SCHEMA, { name: 'Ada' }), { numRuns: 20, seed: 3 });

  expect(draw()).toEqual(draw());
});

test('a drawn wrong value shrinks to the simplest one', () => {
  const run = fc.check(
    fc.property(
      violationArbitraryFor(SCHEMA, { name: 'Ada' }),
      ({ keyword }) => keyword !== 'minimum',
    ),
    { seed: 1, numRuns: 500 },
  );

  expect(run.counterexample?.[0].value).toEqual({ name: 'Ada', age: -1 });
});

test('a schema that refuses nothing has no violations to draw', () => {
  expect(() => violationArbitraryFor({}, 1)).toThrow(UnsupportedSchemaError);
});
