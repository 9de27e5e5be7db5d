/**
 * The simplest values of a goal, one per way: nothing optional, numbers near zero, the shortest
 * text. They are what a value shrinks to when nothing of it matters.
 */
import type { Shape } from '../canon/branch.ts';
import type { Goal } from '../canon/literal.ts';
import { prefixLength } from '../canon/claims.ts';
import type { Solver, Way } from '../canon/solver.ts';
import { edgesOf } from '../draw/draw-number.ts';
import { isList, setMember } from '../json-value.ts';
import { freshNames, memberNames } from '../canon/member-names.ts';
import { isLighter, weigh } from './weight.ts';

const MOST_WAYS = 12;
/** Longer arrays are not built. */
const MOST_ITEMS = 200;
const KEY = 'simplest';

/** @returns values of the goal, the lightest first; they may miss what no shape tells. */
export function simplestValues(goal: Goal, solver: Solver): readonly unknown[] {
  const known = goal.memory.get(KEY);
  if (isList(known)) return known;
  const ways = [...solver.ways(goal)].sort((left, right) => left.height - right.height);
  const values = ways.slice(0, MOST_WAYS).flatMap((way) => simplestOf(way, solver));
  const sorted = values
    .map((value) => ({ value, weight: weigh(value) }))
    .sort((left, right) => (isLighter(left.weight, right.weight) ? -1 : 1))
    .map(({ value }) => value);
  goal.memory.set(KEY, sorted);
  return sorted;
}

function simplestOf({ branch: { shape } }: Way, solver: Solver): readonly unknown[] {
  switch (shape.kind) {
    case 'values':
      return shape.values;
    case 'number':
      return [...edgesOf(shape)]
        .sort((left, right) => Math.abs(left) - Math.abs(right))
        .slice(0, 2);
    case 'string':
      return simplestTexts(shape, solver);
    case 'array':
      return simplestArray(shape, solver);
    case 'object':
      return simplestObject(shape, solver);
  }
}

function simplestTexts(shape: Shape & { kind: 'string' }, solver: Solver): readonly string[] {
  const isFree = shape.patterns.length + shape.formats.length + shape.withoutPatterns.length === 0;
  if (isFree) return ['a'.repeat(Math.min(shape.min, 10_000))];
  return freshNames(shape, solver).slice(0, 4);
}

function simplestArray(shape: Shape & { kind: 'array' }, solver: Solver): readonly unknown[] {
  if (shape.min > MOST_ITEMS) return [];
  const demanded = new Map<number, Goal>();
  let next = 0;
  for (const { literal, min, from } of shape.demands)
    for (let count = 0; count < min; count += 1) {
      next = Math.max(next, from);
      while (
        next < prefixLength(shape) &&
        solver.height(solver.itemGoal(shape, next, [literal])) === Infinity
      )
        next += 1;
      demanded.set(next, solver.itemGoal(shape, next, [literal]));
      next += 1;
    }
  const length = Math.max(shape.min, ...[...demanded.keys()].map((index) => index + 1));
  const items: unknown[] = [];
  for (let index = 0; index < length; index += 1) {
    const goal = demanded.get(index) ?? solver.itemGoal(shape, index);
    const values = simplestValues(goal, solver);
    const chosen = shape.isUnique ? values[index % Math.max(values.length, 1)] : values[0];
    if (values.length === 0) return [];
    items.push(chosen);
  }
  return [items];
}

function simplestObject(shape: Shape & { kind: 'object' }, solver: Solver): readonly unknown[] {
  const value: Record<string, unknown> = {};
  const names = new Map(
    [...shape.required.keys()].map((name) => [name, solver.memberGoal(shape, name)]),
  );
  for (const member of shape.some) {
    const [name] = memberNames(shape, member, solver);
    if (name === undefined) return [];
    const extra = member.value === undefined ? [] : [member.value];
    names.set(name, solver.memberGoal(shape, name, extra));
  }
  for (const [name, goal] of names) {
    const [simplest] = simplestValues(goal, solver);
    if (simplest === undefined) return [];
    setMember(value, name, simplest);
  }
  return names.size < shape.min ? [] : [value];
}
