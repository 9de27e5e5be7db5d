/**
 * How many distinct values a goal has at most, where they are few: `uniqueItems` can ask for no more
 * of them. Of small domains all values are listed.
 */
import { JSON_TYPES } from '../json-value.ts';
import type { ArrayBranch, NumberBranch, ObjectBranch, Shape, StringBranch } from './branch.ts';
import { prefixLength } from './claims.ts';
import { firstMultiple, lastMultiple, multipleAt } from './decimal.ts';
import type { Goal } from './literal.ts';
import { isClosed } from './requirements.ts';
import type { Solver } from './solver.ts';

/** More values than these are as good as without end. */
const MOST = 2048;
/** Items and members nested deeper are not counted. */
const DEEPEST = 4;

/** @returns an upper bound; Infinity where the values are many or can't be told. */
export function capacityOf(goal: Goal, solver: Solver, depth = 0): number {
  if (depth > DEEPEST) return Infinity;
  let sum = 0;
  // Heights are not asked for: they may be what this is asked for.
  for (const type of JSON_TYPES)
    for (const { shape } of solver.branches(goal, type).branches) {
      sum += capacityOfShape(shape, solver, depth);
      if (sum > MOST) return Infinity;
    }
  return sum;
}

/** @returns all values, where each of the goal's ways lists them or has few; else undefined. */
export function allValuesOf(goal: Goal, solver: Solver): readonly unknown[] | undefined {
  const all: unknown[] = [];
  for (const { branch } of solver.ways(goal)) {
    const values = branch.residual.length > 0 ? undefined : valuesOf(branch.shape, solver);
    if (values === undefined) return undefined;
    all.push(...values);
  }
  return all;
}

function valuesOf(shape: Shape, { languages }: Solver): readonly unknown[] | undefined {
  if (shape.kind === 'values') return shape.values;
  if (shape.kind === 'number') {
    const range = rangeOf(shape);
    if (range === undefined) return undefined;
    const { step, first, count } = range;
    return Array.from({ length: count }, (_, index) => multipleAt(step, first + BigInt(index)));
  }
  if (shape.kind !== 'string' || shape.patterns.length === 0) return undefined;
  return languages.of(shape.patterns, shape.withoutPatterns)?.allWords(shape.min, shape.max, MOST);
}

function capacityOfShape(shape: Shape, solver: Solver, depth: number): number {
  switch (shape.kind) {
    case 'values':
      return shape.values.length;
    case 'number':
      return rangeOf(shape)?.count ?? (shape.low === shape.high ? 1 : Infinity);
    case 'string':
      return capacityOfText(shape, solver);
    case 'array':
      return capacityOfArray(shape, solver, depth);
    case 'object':
      return capacityOfObject(shape, solver, depth);
  }
}

function rangeOf(shape: NumberBranch):
  | {
      readonly step: NonNullable<NumberBranch['step']>;
      readonly first: bigint;
      readonly count: number;
    }
  | undefined {
  const { step, low, isLowOpen, high, isHighOpen } = shape;
  if (step === undefined || !Number.isFinite(low) || !Number.isFinite(high)) return undefined;
  const first = firstMultiple(step, low, isLowOpen);
  const count = lastMultiple(step, high, isHighOpen) - first + 1n;
  return count > BigInt(MOST) ? undefined : { step, first, count: Number(count) };
}

function capacityOfText(shape: StringBranch, { languages }: Solver): number {
  if (shape.max === 0) return 1;
  if (shape.patterns.length === 0) return Infinity;
  const language = languages.of(shape.patterns, shape.withoutPatterns);
  return language?.allWords(shape.min, shape.max, MOST)?.length ?? Infinity;
}

function capacityOfArray(shape: ArrayBranch, solver: Solver, depth: number): number {
  const prefix = prefixLength(shape);
  let ways = 1;
  let sum = shape.min === 0 ? 1 : 0;
  for (let length = 1; length <= shape.max; length += 1) {
    const index = Math.min(length - 1, prefix);
    ways *= capacityOf(solver.itemGoal(shape, index), solver, depth + 1);
    if (ways === 0) return sum;
    if (length >= shape.min) sum += ways;
    if (!(sum <= MOST && ways <= MOST)) return Infinity;
  }
  return sum;
}

function capacityOfObject(shape: ObjectBranch, solver: Solver, depth: number): number {
  if (shape.max === 0) return 1;
  if (!isClosed(shape, solver)) return Infinity;
  let product = 1;
  for (const name of solver.declaredNames(shape)) {
    const goal = solver.memberGoal(shape, name);
    const values = goal.isAbsurd ? 0 : capacityOf(goal, solver, depth + 1);
    product *= shape.required.has(name) ? values : values + 1;
    if (product > MOST) return Infinity;
  }
  return product;
}
