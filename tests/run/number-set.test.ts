import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberSet } from '../../src/run/number-set.ts';

const number = fc.oneof(
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 1, max: 20 }).map((factor) => factor * 1024),
  fc.maxSafeInteger().map((any) => Math.abs(any) || 1),
);

test('has what was added and nothing else, as a Set has', () => {
  fc.assert(
    fc.property(fc.array(number), fc.array(number), (added, others) => {
      const numbers = new NumberSet();
      for (const one of added) numbers.add(one);
      const known = new Set(added);

      expect([...added, ...others].map((one) => numbers.has(one))).toEqual(
        [...added, ...others].map((one) => known.has(one)),
      );
    }),
  );
});

test('grows past its first slots', () => {
  const numbers = new NumberSet();
  for (let one = 1; one <= 50_000; one += 1) numbers.add(one * 7919);

  expect(numbers.has(7919)).toBe(true);
  expect(numbers.has(50_000 * 7919)).toBe(true);
  expect(numbers.has(50_001 * 7919)).toBe(false);
});
