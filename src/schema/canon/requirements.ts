/**
 * What must exist below a value for a branch to have any: each requirement is met by one of its
 * goals. Undefined where the branch has no value, whatever lies below.
 */
import { accepts } from '../judge/evaluate.ts';
import type { ArrayBranch, ObjectBranch, Shape } from './branch.ts';
import { declaredNames, prefixLength } from './claims.ts';
import type { Goal } from './literal.ts';
import { memberNames } from './member-names.ts';
import type { Solver } from './solver.ts';

export type Requirements = readonly (readonly Goal[])[];

/** Items past the first of a tail are like it. */
const MOST_ITEMS = 64;

/** @returns what must exist below. */
export function requirementsOf(shape: Shape, solver: Solver): Requirements | undefined {
  switch (shape.kind) {
    case 'values':
    case 'number':
    case 'string':
      return [];
    case 'array':
      return ofArray(shape, solver);
    case 'object':
      return ofObject(shape, solver);
  }
}

function ofArray(branch: ArrayBranch, solver: Solver): Requirements | undefined {
  const requirements: Goal[][] = [];
  const prefix = prefixLength(branch);
  const needed = Math.min(branch.min, prefix + 1, MOST_ITEMS);
  for (let index = 0; index < needed; index += 1)
    requirements.push([solver.itemGoal(branch, index)]);
  for (const { literal, min, from } of branch.demands) {
    if (min === 0) continue;
    const alternatives: Goal[] = [];
    for (let index = from; index <= prefix && index < branch.max; index += 1)
      alternatives.push(solver.itemGoal(branch, index, [literal]));
    requirements.push(alternatives);
  }
  return requirements.some((alternatives) => alternatives.every(({ isAbsurd }) => isAbsurd))
    ? undefined
    : requirements;
}

function ofObject(branch: ObjectBranch, solver: Solver): Requirements | undefined {
  const requirements: Goal[][] = [];
  for (const name of branch.required.keys()) {
    if (!solver.allowsName(branch, name)) return undefined;
    requirements.push([solver.memberGoal(branch, name)]);
  }
  for (const member of branch.some) {
    const names = memberNames(branch, member, solver);
    const extra = member.value === undefined ? [] : [member.value];
    requirements.push(names.map((name) => solver.memberGoal(branch, name, extra)));
  }
  if (requirements.some((alternatives) => alternatives.every(({ isAbsurd }) => isAbsurd)))
    return undefined;
  if (branch.min > branch.required.size && countPossible(branch, solver) < branch.min)
    return undefined;
  return requirements;
}

/** The most members there can be: those declared, or no end where others may join them. */
function countPossible(branch: ObjectBranch, solver: Solver): number {
  if (!isClosed(branch, solver)) return Infinity;
  return declaredNames(branch).filter(
    (name) => !solver.memberGoal(branch, name).isAbsurd && solver.allowsName(branch, name),
  ).length;
}

/** @returns whether no member is allowed but those that a claim declares by name. */
export function isClosed(branch: ObjectBranch, solver: Solver): boolean {
  return (
    branch.claims.some(
      ({ patterns, rest }) =>
        rest !== undefined && solver.goal([rest]).isAbsurd && patterns.length === 0,
    ) ||
    branch.names.some(
      ({ node, holds }) => holds && node.keywords.enum !== undefined && !accepts(node, ''),
    )
  );
}
