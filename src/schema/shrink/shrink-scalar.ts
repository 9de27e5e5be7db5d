/**
 * Smaller numbers and texts. Numbers step towards the possible one nearest to zero by halves, in
 * multiples of what their schema divides by; texts lose pieces from large to small, then their
 * characters are made plain.
 */
import type { NumberBranch } from '../canon/branch.ts';
import {
  decimalOf,
  firstMultiple,
  lastMultiple,
  multipleAt,
  type Decimal,
} from '../canon/decimal.ts';

const MOST_HALVES = 24;

/** Yields numbers nearer to zero, the boldest first. */
export function* smallerNumbers(
  value: number,
  branch: NumberBranch | undefined,
): Generator<number> {
  const step = branch?.step ?? (Number.isInteger(value) ? decimalOf(1) : undefined);
  if (step !== undefined && Number.isSafeInteger(Math.trunc(value))) {
    yield* smallerSteps(value, step, branch);
    return;
  }
  const target = nearestToZero(branch);
  yield target;
  yield Math.trunc(value);
  yield Math.round(value);
  for (let digits = 1; digits <= 6; digits += 1) yield Number(value.toFixed(digits));
  let gap = (value - target) / 2;
  for (let half = 0; half < MOST_HALVES && Math.abs(gap) > 1e-6; half += 1, gap /= 2) {
    yield Math.round(value - gap);
    yield value - gap;
  }
}

function* smallerSteps(
  value: number,
  step: Decimal,
  branch: NumberBranch | undefined,
): Generator<number> {
  const target = branch === undefined ? 0n : stepNearestToZero(step, branch);
  const current = firstMultiple(step, value, false);
  yield multipleAt(step, target);
  if (value < 0) yield -value;
  for (let gap = (current - target) / 2n; gap !== 0n; gap /= 2n)
    yield multipleAt(step, current - gap);
  if (current !== target) yield multipleAt(step, current > target ? current - 1n : current + 1n);
}

function stepNearestToZero(step: Decimal, branch: NumberBranch): bigint {
  const { low, isLowOpen, high, isHighOpen } = branch;
  const first = Number.isFinite(low) ? firstMultiple(step, low, isLowOpen) : 0n;
  if (first > 0n) return first;
  const last = Number.isFinite(high) ? lastMultiple(step, high, isHighOpen) : 0n;
  return last < 0n ? last : 0n;
}

function nearestToZero(branch: NumberBranch | undefined): number {
  if (branch === undefined) return 0;
  if (branch.low > 0) return branch.low;
  return branch.high < 0 ? branch.high : 0;
}

/** Yields shorter texts and then plainer ones of the same length. */
export function* smallerTexts(text: string): Generator<string> {
  const points = [...text];
  for (let size = points.length; size >= 1; size = Math.floor(size / 2))
    for (let from = points.length - size; from >= 0; from -= size)
      yield [...points.slice(0, from), ...points.slice(from + size)].join('');
  yield 'a'.repeat(points.length);
  for (const [index, point] of points.entries())
    for (const other of plainerCharacters(point))
      yield points.map((each, at) => (at === index ? other : each)).join('');
}

const FIRSTS = ['a', '0', 'A', ' '];

/** The first of each kind, then the way back to the first of its own kind by halves. */
function plainerCharacters(character: string): readonly string[] {
  const point = character.codePointAt(0) ?? 0;
  const first = /[a-z]/.test(character) ? 0x61 : /[A-Z]/.test(character) ? 0x41 : 0x30;
  const back: string[] = [];
  if (point > first && point < 0x80)
    for (let gap = point - first; gap >= 1; gap = Math.floor(gap / 2))
      back.push(String.fromCodePoint(point - gap));
  return [...FIRSTS, ...back].filter((other) => other !== character);
}
