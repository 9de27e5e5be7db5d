import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryFor } from '../../../src/schema/index.ts';
import { isLighter, weigh } from '../../../src/schema/shrink/weight.ts';

function smallest(schema: unknown, fails: (value: never) => boolean): unknown {
  const property = fc.property(arbitraryFor(schema), (value) => !fails(value as never));
  return fc.check(property, { seed: 1, numRuns: 3000 }).counterexample?.[0];
}

describe('a failing value shrinks to the smallest that still fails', () => {
  test('an integer, by the steps of its divisor', () => {
    const schema = { type: 'integer', multipleOf: 7 };

    expect(smallest(schema, (value: number) => value > 50)).toBe(56);
  });

  test('a text, within its pattern', () => {
    const schema = { type: 'string', pattern: '^[b-z]+$' };

    expect(smallest(schema, (value: string) => value.length >= 2)).toBe('bb');
  });

  test('an array of distinct items', () => {
    const schema = { type: 'array', items: { type: 'integer' }, uniqueItems: true };

    expect(smallest(schema, (value: unknown[]) => value.length >= 3)).toEqual([0, 1, 2]);
  });

  test('an object loses every member but those required and at fault', () => {
    const schema = {
      type: 'object',
      required: ['id'],
      properties: { id: { type: 'integer', minimum: 4 }, a: { type: 'string' }, b: true },
    };

    expect(smallest(schema, (value) => 'a' in (value as object))).toEqual({ id: 4, a: '' });
  });

  test('a tree gives way to its own subtrees', () => {
    const schema = {
      type: 'object',
      required: ['value'],
      additionalProperties: false,
      properties: { value: { type: 'integer' }, next: { $ref: '#' } },
    };
    const sum = (tree: { value: number; next?: never }): number =>
      tree.next === undefined ? tree.value : sum(tree.next);

    expect(smallest(schema, (value) => sum(value) >= 9)).toEqual({ value: 9 });
  });
});

test('every step of shrinking is lighter than the value', () => {
  const arbitrary = arbitraryFor({});
  for (const value of fc.sample(arbitrary, { numRuns: 30, seed: 2 }))
    for (const smaller of arbitrary.shrink(value, undefined).take(80))
      expect(isLighter(weigh(smaller.value), weigh(value))).toBe(true);
});
