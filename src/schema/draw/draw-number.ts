/**
 * Draws a number: by whole steps where there is a divisor, from the bounds now and then, and with
 * widths from small to large, so that neither small nor huge numbers are rare.
 */
import type { NumberBranch } from '../canon/branch.ts';
import {
  firstMultiple,
  lastMultiple,
  multipleAt,
  numberOf,
  type Decimal,
} from '../canon/decimal.ts';
import { isMultiple } from '../judge/evaluate-scalar.ts';
import { DrawFailure, type Drawing, type Tier } from './draw.ts';
import type { Randomness } from './randomness.ts';

const MOST_TRIES = 40;
/** Tries before only the multiples next to zero or the bound are tried. */
const MOST_WIDE_TRIES = 12;
/** Tries in which the binary quotient must be whole, too. */
const MOST_EXACT_TRIES = 24;
/** A remainder below it counts as none with those who look at it. */
const LEAST_REMAINDER = 1e-7;
const EDGE_CHANCE = { plain: 0.02, edge: 0.7, hostile: 0.2, wide: 0.04, near: 0 } as const;
const NASTY = [2 ** 53 + 1, 2 ** 53 - 1, -(2 ** 53) - 1, -0, 1e308, 5e-324, 0.1, -1, 0];

/** @returns a number of the branch. @throws {DrawFailure} */
export function drawNumber(branch: NumberBranch, { random, tier }: Drawing): number {
  const { steps, edges } = figuresOf(branch);
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const value = propose(branch, random, attempt < MOST_WIDE_TRIES ? tier : 'near');
    if (value === undefined || !fits(branch, value, steps)) continue;
    if (attempt > MOST_EXACT_TRIES || isExact(branch, value)) return value;
  }
  const [edge] = edges;
  if (edge !== undefined) return edge;
  throw new DrawFailure('no number found between the bounds');
}

/** @returns the values at and next to the bounds, zero and one among them where they fit. */
export function edgesOf(branch: NumberBranch): readonly number[] {
  return figuresOf(branch).edges;
}

/** What every draw from a branch asks. */
interface Figures {
  /** The first and the last multiple that is drawn, and the step as a number. */
  readonly steps: Steps | undefined;
  readonly edges: readonly number[];
  readonly nasty: readonly number[];
}

interface Steps {
  readonly step: Decimal;
  readonly size: number;
  readonly first: bigint;
  readonly last: bigint;
}

/** Worked out at the first draw, and gone with the branch. */
const figures = new WeakMap<NumberBranch, Figures>();

function figuresOf(branch: NumberBranch): Figures {
  const known = figures.get(branch);
  if (known !== undefined) return known;
  const steps = branch.step && stepsOf(branch, branch.step);
  const candidates = steps === undefined ? continuousEdges(branch) : steppedEdges(steps);
  const made: Figures = {
    steps,
    edges: [...new Set(candidates)].filter((value) => fits(branch, value, steps)),
    nasty: NASTY.filter((value) => fits(branch, value, steps)),
  };
  figures.set(branch, made);
  return made;
}

function continuousEdges({ low, high }: NumberBranch): readonly number[] {
  const ends = [low, high].filter(Number.isFinite);
  const beside = ends.flatMap((end) => {
    const gap = Math.max(Math.abs(end) * 1e-9, 1e-9);
    return [end, end + gap, end - gap, end + 1, end - 1, Math.ceil(end), Math.floor(end)];
  });
  return [...beside, (low + high) / 2, 0, 1, -1, 0.5].filter(Number.isFinite);
}

function steppedEdges({ step, first, last }: Steps): readonly number[] {
  const ks = [first, first + 1n, last, last - 1n, 0n, 1n, -1n];
  return ks.filter((k) => k >= first && k <= last).map((k) => multipleAt(step, k));
}

/** Values farther out than this are not drawn without a bound that asks for them. */
const FAR = 2 ** 53 - 1;

function stepsOf(branch: NumberBranch, step: Decimal): Steps {
  const size = numberOf(step);
  const [first, last] = reachOf(branch, step, Math.max(size, Number.MIN_VALUE));
  return { step, size, first, last };
}

function reachOf(
  { low, isLowOpen, high, isHighOpen }: NumberBranch,
  step: Decimal,
  size: number,
): readonly [bigint, bigint] {
  const span = BigInt(Math.max(1, Math.floor(Math.min(FAR / size, FAR))));
  const first = Number.isFinite(low) ? firstMultiple(step, low, isLowOpen) : undefined;
  const last = Number.isFinite(high) ? lastMultiple(step, high, isHighOpen) : undefined;
  if (first !== undefined) return [first, last ?? (first > span ? first + span : span)];
  if (last !== undefined) return [last < -span ? last - span : -span, last];
  return [-span, span];
}

type Reach = Tier | 'near';

function propose(branch: NumberBranch, random: Randomness, tier: Reach): number | undefined {
  const { steps, edges, nasty } = figuresOf(branch);
  if (tier === 'hostile' && random.chance(0.5)) {
    if (nasty.length > 0) return random.pick(nasty);
  }
  if (random.chance(EDGE_CHANCE[tier])) return random.pick(edges);
  if (steps !== undefined) return proposeStep(branch, steps, random, tier);
  return proposeContinuous(branch, random, tier);
}

function proposeStep(branch: NumberBranch, steps: Steps, random: Randomness, tier: Reach): number {
  let { first, last } = steps;
  const span = BigInt(spanFor(random, tier));
  // Unbounded sides are cut to a width of random size around zero or the bound.
  if (!Number.isFinite(branch.low)) first = max(first, (last < 0n ? last : 0n) - span);
  if (!Number.isFinite(branch.high)) last = min(last, (first > 0n ? first : 0n) + span);
  const value = multipleAt(steps.step, random.bigInteger(first, last));
  return Object.is(value, -0) ? 0 : value;
}

const NEAR = 8;

/** What clients send is rarely huge. */
function spanFor(random: Randomness, tier: Reach): number {
  if (tier === 'near') return NEAR;
  return 10 ** random.integer(2, tier === 'plain' ? 5 : 15);
}

function proposeContinuous(branch: NumberBranch, random: Randomness, tier: Reach): number {
  const span = spanFor(random, tier === 'plain' ? 'plain' : 'edge');
  let { low, high } = branch;
  if (!Number.isFinite(low)) low = Math.min(high, 0) - span;
  if (!Number.isFinite(high)) high = Math.max(low, 0) + span;
  const width = high - low;
  const raw = Number.isFinite(width)
    ? low + random.fraction() * width
    : (random.fraction() * 2 - 1) * Math.min(-low, high);
  if (branch.isFraction) return raw;
  if (random.chance(0.3) && width >= 2) return Math.round(raw);
  const digits = random.integer(1, 6);
  const rounded = Number(raw.toFixed(digits));
  return rounded >= low && rounded <= high ? rounded : raw;
}

/**
 * 0.07 is a multiple of 0.01, but not for those who divide in binary, nor is a great number for those
 * who look at the remainder: the like is avoided.
 */
function isExact({ divisors }: NumberBranch, value: number): boolean {
  return divisors.every((divisor) => {
    const rest = Math.abs(value % divisor);
    return Number.isInteger(value / divisor) && Math.min(rest, divisor - rest) < LEAST_REMAINDER;
  });
}

function fits(branch: NumberBranch, value: number, steps: Steps | undefined): boolean {
  const { low, isLowOpen, high, isHighOpen, isFraction, noMultipleOf } = branch;
  if (!Number.isFinite(value)) return false;
  if (value < low || value > high) return false;
  if ((isLowOpen && value === low) || (isHighOpen && value === high)) return false;
  if (isFraction && Number.isInteger(value)) return false;
  if (steps !== undefined && !isMultiple(value, steps.size)) return false;
  return noMultipleOf.every((divisor) => !isMultiple(value, divisor));
}

function max(left: bigint, right: bigint): bigint {
  return left > right ? left : right;
}

function min(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}
