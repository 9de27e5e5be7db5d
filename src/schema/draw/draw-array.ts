/**
 * Draws an array: the items that `contains` demands are placed, not hoped for; the others are kept
 * from matching where a demand has a limit.
 */
import type { ArrayBranch } from '../canon/branch.ts';
import { allValuesOf } from '../canon/capacity.ts';
import { prefixLength } from '../canon/claims.ts';
import type { Demand } from '../canon/atom.ts';
import { opposite, type Goal, type Literal } from '../canon/literal.ts';
import type { Solver } from '../canon/solver.ts';
import { isUnique } from '../judge/evaluate-array.ts';
import { identityOf } from '../json-value.ts';
import { DrawFailure, drawGoal, type Drawing } from './draw.ts';
import { drawLength } from './length.ts';

/** Items beyond these repeat earlier ones, a few by turns. */
const MOST_DRAWN = 300;
const REPEATED = 50;
/** Longer arrays are refused. */
const LONGEST = 100_000;
const MOST_UNIQUE_TRIES = 8;
/** Items that can't but match are counted up to here. */
const MOST_FORCED = 64;

/** @returns an array of the branch. @throws {DrawFailure} */
export function drawArray(branch: ArrayBranch, drawing: Drawing): readonly unknown[] {
  if (branch.min > LONGEST) throw new DrawFailure(`an array of ${branch.min} items is too long`);
  const inner: Drawing = { ...drawing, depth: drawing.depth - 1 };
  const wanted = drawLength(
    { min: branch.min, max: Math.min(branch.max, possibleLength(branch, inner)) },
    drawing,
  );
  const goals = planItems(branch, wanted, inner);
  const items: unknown[] = [];
  const identities = new Set<string>();
  for (const [index, goal] of goals.entries()) {
    if (index >= MOST_DRAWN && !branch.isUnique && goal === goals[index - 1]) {
      // Nobody reads that far: what comes is what was.
      items.push(items[index - 1 - (index % REPEATED)]);
      continue;
    }
    const item = branch.isUnique
      ? drawNew(goal, identities, inner)
      : { value: drawGoal(goal, inner) };
    if (item !== undefined) items.push(item.value);
    else if (index >= branch.min) break;
    else throw new DrawFailure('no more distinct items');
  }
  if (branch.repeats && isUnique(items)) return repeat(items, inner);
  return items;
}

/** The length up to the first item that can't exist, or matches a `contains` once too often. */
function possibleLength(branch: ArrayBranch, { solver }: Drawing): number {
  const limited = branch.demands.filter(({ max }) => max < Infinity);
  const most = Math.min(MOST_FORCED, Math.max(0, ...limited.map(({ max }) => max)));
  const last = prefixLength(branch) + most;
  const forced = limited.map(() => 0);
  for (let index = 0; index <= last; index += 1) {
    if (solver.height(solver.itemGoal(branch, index)) === Infinity) return index;
    for (const [at, { literal, from, max }] of limited.entries()) {
      if (index < from || !isForced(branch, index, literal, solver)) continue;
      forced[at] = (forced[at] ?? 0) + 1;
      if ((forced[at] ?? 0) > max) return index;
    }
  }
  return Infinity;
}

/** Whether an item there can't but match. */
function isForced(branch: ArrayBranch, index: number, literal: Literal, solver: Solver): boolean {
  return solver.height(solver.itemGoal(branch, index, [opposite(literal)])) === Infinity;
}

function planItems(branch: ArrayBranch, length: number, drawing: Drawing): readonly Goal[] {
  const extras: Literal[][] = Array.from({ length }, () => []);
  for (const demand of branch.demands) place(demand, extras, branch, drawing);
  return extras.map((extra, index) => drawing.solver.itemGoal(branch, index, extra));
}

/** Adds to as many items as the demand asks for that they match, and to the others that they don't. */
function place(
  { literal, min, max, from }: Demand,
  extras: readonly Literal[][],
  branch: ArrayBranch,
  { solver, random }: Drawing,
): void {
  const isLimited = max < Infinity;
  let placed = 0;
  const order = random.shuffled([...extras.keys()].filter((index) => index >= from));
  for (const index of order) {
    const extra = extras[index] ?? [];
    const isPossible = (one: Literal): boolean =>
      solver.height(solver.itemGoal(branch, index, [...extra, one])) < Infinity;
    const isWanted = placed < min || (placed < max && isLimited && random.chance(0.3));
    if (isWanted && isPossible(literal)) {
      extra.push(literal);
      placed += 1;
    } else if (isLimited) {
      if (isPossible(opposite(literal))) extra.push(opposite(literal));
      else placed += 1;
    }
  }
  if (placed < min || placed > max) throw new DrawFailure('contains can not be placed');
}

function drawNew(
  goal: Goal,
  identities: Set<string>,
  drawing: Drawing,
): { readonly value: unknown } | undefined {
  for (let attempt = 0; attempt < MOST_UNIQUE_TRIES; attempt += 1) {
    const value = drawGoal(goal, drawing);
    if (isNew(value, identities)) return { value };
  }
  // Luck has run out: of a small domain, take what is left.
  const domain = allValuesOf(goal, drawing.solver) ?? [];
  for (const value of drawing.random.shuffled(domain))
    if (isNew(value, identities)) return { value };
  return undefined;
}

function isNew(value: unknown, identities: Set<string>): boolean {
  const identity = identityOf(value);
  if (identities.has(identity)) return false;
  identities.add(identity);
  return true;
}

/** Makes two items the same; whether the one may stand in the other's place is checked by the judge. */
function repeat(items: readonly unknown[], { random }: Drawing): readonly unknown[] {
  const copied = random.integer(0, Math.max(0, items.length - 2));
  return [...items.slice(0, -1), items[copied]];
}
