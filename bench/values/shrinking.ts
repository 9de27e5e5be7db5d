/**
 * Shrinking: a hundred schemas with a predicate whose smallest valid counterexample is known. Each
 * must be reached, and every value on the way must be valid in the eyes of an AJV of the bench's own.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { arbitraryFor } from '../../src/schema/index.ts';
import { share, type Floor } from './floor.ts';
import { SHRINK_CASES, type ShrinkCase } from './shrink-cases.ts';

const SEED = 7;
const MOST_RUNS = 3000;

/** @returns the floors. */
export function shrinkingFloors(): readonly Floor[] {
  const outcomes = SHRINK_CASES.map(shrink);
  const reached = outcomes.filter(({ isSmallest }) => isSmallest);
  const invalid = outcomes.reduce((sum, { invalidSteps }) => sum + invalidSteps, 0);
  return [
    {
      what: 'smallest counterexample reached',
      figure: share(reached.length, outcomes.length),
      floor: '95 %',
      isMet: outcomes.length >= 100 && reached.length >= 0.95 * outcomes.length,
      exceptions: outcomes.flatMap(({ isSmallest, told }) => (isSmallest ? [] : [told])),
    },
    {
      what: 'steps that are not valid',
      figure: String(invalid),
      floor: '0',
      isMet: invalid === 0,
    },
  ];
}

interface Outcome {
  readonly isSmallest: boolean;
  readonly invalidSteps: number;
  readonly told: string;
}

function shrink({ schema, fails, smallest }: ShrinkCase): Outcome {
  const ajv = new Ajv2020({ strict: false, logger: false, multipleOfPrecision: 9 });
  formats.default(ajv);
  const isValid = ajv.compile(schema as object);
  let invalidSteps = 0;
  const outcome = fc.check(
    fc.property(arbitraryFor(schema), (value) => {
      if (!isValid(value)) invalidSteps += 1;
      return !fails(value);
    }),
    { seed: SEED, numRuns: MOST_RUNS },
  );
  const found = JSON.stringify(outcome.counterexample?.[0]) ?? 'none found';
  const wanted = smallest.map((value) => JSON.stringify(value));
  return {
    isSmallest: wanted.includes(found),
    invalidSteps,
    told: `${JSON.stringify(schema).slice(0, 100)}: ${found.slice(0, 80)} instead of ${wanted.join(' or ')}`,
  };
}
