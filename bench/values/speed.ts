/**
 * What drawing and checking a value costs, for objects of 5, 20 and 60 members.
 */
import fc from 'fast-check';
import { arbitraryFor, validatorFor } from '../../src/schema/index.ts';
import type { Floor } from './floor.ts';

const VALUES = 400;
const SIZES = [5, 20, 60] as const;

/** @returns the figures; there is no floor for them. */
export function speedFloors(): readonly Floor[] {
  return SIZES.map((size) => {
    const schema = objectOf(size);
    const arbitrary = arbitraryFor(schema, { tier: 'plain' });
    const validate = validatorFor(schema);
    let values: readonly unknown[] = [];
    const draw = timed(() => {
      values = fc.sample(arbitrary, { numRuns: VALUES, seed: 1 });
    });
    const check = timed(() => {
      for (const value of values) validate(value);
    });
    const json = timed(() => {
      for (const value of values) JSON.parse(JSON.stringify(value));
    });
    return {
      what: `an object of ${size} members`,
      figure: `draw ${(draw / json).toFixed(1)}, check ${(check / json).toFixed(2)} (JSON: ${((json * 1000) / VALUES).toFixed(1)} us)`,
      floor: 'told',
      isMet: true,
    };
  });
}

/** CPU milliseconds, once warm. */
function timed(work: () => void): number {
  for (let round = 0; round < 3; round += 1) work();
  const start = process.cpuUsage();
  for (let round = 0; round < 3; round += 1) work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 3000;
}

const KINDS = [
  { type: 'string', minLength: 1, maxLength: 40 },
  { type: 'integer', minimum: 0, maximum: 100_000 },
  { type: 'boolean' },
  { enum: ['new', 'open', 'closed'] },
  { type: 'string', format: 'date-time' },
  { type: 'array', items: { type: 'integer' }, maxItems: 5 },
  { type: 'string', pattern: '^[a-z]{3,10}$' },
] as const;

function objectOf(size: number): unknown {
  const names = Array.from({ length: size }, (_, index) => `member${index}`);
  const properties = Object.fromEntries(
    names.map((name, index) => [name, KINDS[index % KINDS.length]]),
  );
  return { type: 'object', required: names, properties, additionalProperties: false };
}
