/**
 * Folds what is asked of a number: the tightest bounds, one step that all divisors share, and what
 * it must not be a multiple of.
 */
import { isMultiple } from '../judge/evaluate-scalar.ts';
import { atomsOf, type Atom, type Origin } from './atom.ts';
import {
  decimalOf,
  firstMultiple,
  lastMultiple,
  leastCommonMultiple,
  multipleAt,
  type Decimal,
} from './decimal.ts';
import { clashOf, exceptionsIn, type Folded } from './fold.ts';

interface Edge {
  bound: number;
  isOpen: boolean;
  from: Origin | undefined;
}

/** @returns the numbers that satisfy every atom. */
export function foldNumber(atoms: readonly Atom[]): Folded {
  const low = tightest(atoms, 'above');
  const high = tightest(atoms, 'below');
  const { step, from } = foldSteps(atoms);
  if (isEmpty(low, high)) return clash(low.from, high.from, 'No number lies between the bounds.');
  const barred = step === undefined ? undefined : stepClash(atoms, { step, low, high }, from);
  if (barred !== undefined) return barred;
  return {
    kind: 'shape',
    shape: {
      kind: 'number',
      low: low.bound,
      isLowOpen: low.isOpen,
      high: high.bound,
      isHighOpen: high.isOpen,
      step,
      divisors: atomsOf(atoms, 'multiple').flatMap(({ of, holds }) => (holds ? [of] : [])),
      isFraction: atomsOf(atoms, 'whole').some((atom) => !atom.holds),
      noMultipleOf: atomsOf(atoms, 'multiple').flatMap(({ of, holds }) => (holds ? [] : [of])),
      except: exceptionsIn(atoms),
      from: atoms.map((atom) => atom.from),
    },
  };
}

interface Steps {
  readonly step: Decimal;
  readonly low: Edge;
  readonly high: Edge;
}

/** Why no multiple is left, if none is. */
function stepClash(
  atoms: readonly Atom[],
  steps: Steps,
  from: Origin | undefined,
): Folded | undefined {
  const { low, high } = steps;
  if (hasNoMultiple(steps))
    return clash(from, (low.from ?? high.from) && (high.from ?? low.from), 'No multiple in range.');
  const whole = multipleAt(steps.step, 1n);
  const fraction = atomsOf(atoms, 'whole').find((atom) => !atom.holds);
  if (fraction !== undefined && Number.isInteger(whole))
    return clash(fraction.from, from, 'A whole number is asked for and excluded.');
  const divisors = atomsOf(atoms, 'multiple').filter((atom) => !atom.holds);
  const barred = divisors.find(({ of }) => Number.isInteger(whole / of));
  if (barred !== undefined)
    return clash(barred.from, from, `Every multiple of ${whole} is one of ${barred.of}.`);
  if (
    !hasOnlyBarred(
      steps,
      divisors.map(({ of }) => of),
      exceptionsIn(atoms),
    )
  )
    return undefined;
  return clash(divisors[0]?.from ?? from, from, 'Every multiple in range is ruled out.');
}

function clash(first: Origin | undefined, second: Origin | undefined, reason: string): Folded {
  return { kind: 'clash', clash: clashOf(first, second, reason) };
}

/** Ranges with more multiples than this are not gone through. */
const MOST_MULTIPLES = 64n;

function hasOnlyBarred(
  { step, low, high }: Steps,
  divisors: readonly number[],
  except: readonly unknown[],
): boolean {
  if (!Number.isFinite(low.bound) || !Number.isFinite(high.bound)) return false;
  const first = firstMultiple(step, low.bound, low.isOpen);
  const last = lastMultiple(step, high.bound, high.isOpen);
  if (last - first >= MOST_MULTIPLES) return false;
  for (let k = first; k <= last; k += 1n) {
    const value = multipleAt(step, k);
    const isBarred = divisors.some((divisor) => isMultiple(value, divisor));
    if (!isBarred && !except.includes(value)) return false;
  }
  return true;
}

function tightest(atoms: readonly Atom[], kind: 'above' | 'below'): Edge {
  const sign = kind === 'above' ? 1 : -1;
  const edge: Edge = { bound: -Infinity * sign, isOpen: false, from: undefined };
  for (const { bound, isOpen, from } of atomsOf(atoms, kind)) {
    const isTighter = (bound - edge.bound) * sign > 0 || !Number.isFinite(edge.bound);
    if (isTighter || (bound === edge.bound && isOpen)) Object.assign(edge, { bound, isOpen, from });
  }
  return edge;
}

function isEmpty(low: Edge, high: Edge): boolean {
  return low.bound > high.bound || (low.bound === high.bound && (low.isOpen || high.isOpen));
}

function foldSteps(atoms: readonly Atom[]): {
  step: Decimal | undefined;
  from: Origin | undefined;
} {
  let step: Decimal | undefined;
  let from: Origin | undefined;
  const add = (divisor: number, origin: Origin): void => {
    const decimal = decimalOf(divisor);
    step = step === undefined ? decimal : leastCommonMultiple(step, decimal);
    from = origin;
  };
  for (const atom of atomsOf(atoms, 'whole')) if (atom.holds) add(1, atom.from);
  for (const atom of atomsOf(atoms, 'multiple')) if (atom.holds) add(atom.of, atom.from);
  return { step, from };
}

function hasNoMultiple({ step, low, high }: Steps): boolean {
  if (!Number.isFinite(low.bound) || !Number.isFinite(high.bound)) return false;
  return firstMultiple(step, low.bound, low.isOpen) > lastMultiple(step, high.bound, high.isOpen);
}
