/**
 * Why a goal has no value: the two keywords that clash, looked for where the goal fails: on its
 * surface, in its patterns, or in a member or item that it can't do without.
 */
import { JSON_TYPES } from '../json-value.ts';
import type { Clash, Origin } from './atom.ts';
import type { Shape } from './branch.ts';
import { clashOf } from './fold.ts';
import type { Goal } from './literal.ts';
import type { Solver } from './solver.ts';

/** @returns the clash that best tells why; undefined where no two keywords alone are to blame. */
export function explain(
  goal: Goal,
  solver: Solver,
  above: ReadonlySet<Goal> = new Set(),
): Clash | undefined {
  const shallow: Clash[] = [];
  const deep: Clash[] = [];
  const around = new Set([...above, goal]);
  for (const type of JSON_TYPES) {
    const { branches, clash } = solver.branches(goal, type);
    if (branches.length === 0 && clash !== undefined) shallow.push(clash);
    for (const { shape } of branches.slice(0, MOST_BRANCHES)) {
      const found = explainShape(shape, solver, around);
      if (found !== undefined) deep.push(found);
    }
  }
  // What fails deepest was nearest to having a value.
  return (
    deep[0] ??
    shallow.find(({ first }) => first.keyword !== 'type') ??
    typeClash(shallow) ??
    shallow[0]
  );
}

const MOST_BRANCHES = 8;

function explainShape(shape: Shape, solver: Solver, around: ReadonlySet<Goal>): Clash | undefined {
  if (shape.kind === 'values') return undefined;
  const [first, second = first] = distinct(shape.from);
  if (shape.kind === 'string')
    return clashOf(first, second, 'No text matches the patterns in such a length.');
  if (shape.kind === 'number') return undefined;
  const requirements = solver.requirements(shape);
  for (const alternatives of requirements ?? []) {
    const [goal] = alternatives;
    if (alternatives.some((each) => solver.height(each) < Infinity)) continue;
    if (goal === undefined) continue;
    if (around.has(goal)) return clashOf(first, second, 'It asks for itself without an end.');
    return explain(goal, solver, around) ?? clashOf(first, second, 'A part of it can not exist.');
  }
  return clashOf(first, second, 'What it asks for is ruled out.');
}

/** Two `type` keywords that share no type. */
function typeClash(clashes: readonly Clash[]): Clash | undefined {
  const [first, second] = distinct(clashes.map((clash) => clash.first));
  return second === undefined
    ? undefined
    : clashOf(first, second, 'The types that they take have none in common.');
}

function distinct(origins: readonly Origin[]): readonly Origin[] {
  return [...new Map(origins.map((origin) => [origin.place, origin])).values()];
}
