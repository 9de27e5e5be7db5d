/**
 * A goal as a fast-check arbitrary. Every value has passed the judge before it leaves; a draw that
 * fails is tried again a bounded number of times and then refused by a typed error.
 */
import fc from 'fast-check';
import { DrawFailure, drawGoal, type Drawing, type Tier } from './draw/draw.ts';
import { plainValue } from './draw/plain-value.ts';
import { Randomness } from './draw/randomness.ts';
import { UnsupportedSchemaError } from './errors.ts';
import type { Goal } from './canon/literal.ts';
import type { Solver } from './canon/solver.ts';
import type { Place } from '../spec/place.ts';
import { identityOf } from './json-value.ts';
import { smallerValues } from './shrink/shrink-value.ts';
import { isLighter, weigh } from './shrink/weight.ts';

const MOST_TRIES = 40;
const DEEPEST = 5;
const MOST_PARTS = 60;

export interface ValueSource {
  readonly solver: Solver;
  readonly goal: Goal;
  readonly tier: Tier;
  readonly place: Place;
  readonly isValid: (value: unknown) => boolean;
}

export class ValueArbitrary extends fc.Arbitrary<unknown> {
  readonly #source: ValueSource;

  constructor(source: ValueSource) {
    super();
    this.#source = source;
  }

  override generate(mrng: fc.Random): fc.Value<unknown> {
    return new fc.Value(drawValid(this.#source, new Randomness(mrng)), undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is unknown {
    return this.#source.isValid(value);
  }

  override shrink(value: unknown): fc.Stream<fc.Value<unknown>> {
    return fc
      .stream(smallerValid(this.#source, value))
      .map((smaller) => new fc.Value<unknown>(smaller, undefined));
  }
}

/** Yields lighter valid values, the boldest first, none of them twice. */
function* smallerValid({ solver, goal, isValid }: ValueSource, value: unknown): Generator {
  const weight = weigh(value);
  const seen = new Set<string>();
  for (const candidate of smallerValues(value, goal, solver)) {
    if (!isLighter(weigh(candidate), weight)) continue;
    const identity = identityOf(candidate);
    if (seen.has(identity)) continue;
    seen.add(identity);
    if (isValid(candidate)) yield candidate;
  }
}

/** @returns a value that the judge takes. @throws {UnsupportedSchemaError} none came up */
export function drawValid(source: ValueSource, random: Randomness): unknown {
  let failure = 'the values drawn are not valid';
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    try {
      // The later tries keep to what is needed: less can go wrong.
      const value = drawGoal(source.goal, drawingOf(source, random, attempt > MOST_TRIES / 2));
      if (source.isValid(value)) return value;
    } catch (error) {
      if (!(error instanceof DrawFailure)) throw error;
      failure = error.message;
    }
  }
  throw new UnsupportedSchemaError(source.place, failure);
}

/** @returns the template value, or any valid one where the template fails. */
export function plainOf(source: ValueSource, random: Randomness): unknown {
  try {
    const value = plainValue(source.goal, drawingOf(source, random, false));
    if (source.isValid(value)) return value;
  } catch (error) {
    if (!(error instanceof DrawFailure)) throw error;
  }
  return drawValid(source, random);
}

function drawingOf({ solver, tier }: ValueSource, random: Randomness, isLean: boolean): Drawing {
  return {
    solver,
    random,
    tier,
    direction: solver.world.direction,
    depth: isLean ? 1 : DEEPEST,
    budget: { left: isLean ? 0 : MOST_PARTS },
    name: undefined,
  };
}
