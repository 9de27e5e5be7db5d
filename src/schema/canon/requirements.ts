/**
 * What must exist below a value for a branch to have any: each requirement is met by one of its
 * goals. Undefined where the branch has no value, whatever lies below.
 */
import type { ArrayBranch, ObjectBranch, Shape, StringBranch } from './branch.ts';
import { capacityOf } from './capacity.ts';
import { prefixLength } from './claims.ts';
import type { Goal } from './literal.ts';
import { freshNames, memberNames } from './member-names.ts';
import { nameShapes } from './name-shapes.ts';
import type { Solver } from './solver.ts';

export type Requirements = readonly (readonly Goal[])[];

/** Items past the first of a tail are like it. */
const MOST_ITEMS = 64;

/** @returns what must exist below. */
export function requirementsOf(shape: Shape, solver: Solver): Requirements | undefined {
  switch (shape.kind) {
    case 'values':
    case 'number':
      return [];
    case 'string':
      return isEmptyText(shape, solver) ? undefined : [];
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
  if (requirements.some((alternatives) => alternatives.every(({ isAbsurd }) => isAbsurd)))
    return undefined;
  return branch.isUnique && lacksDistinct(branch, prefix, solver) ? undefined : requirements;
}

/** Fewer distinct items exist than are asked for. */
function lacksDistinct(branch: ArrayBranch, prefix: number, solver: Solver): boolean {
  const needed = branch.min - prefix;
  return needed > 1 && capacityOf(solver.itemGoal(branch, prefix), solver) < needed;
}

function ofObject(branch: ObjectBranch, solver: Solver): Requirements | undefined {
  const requirements: Goal[][] = [];
  for (const name of branch.required.keys()) {
    if (!solver.allowsName(branch, name)) return undefined;
    requirements.push([solver.memberGoal(branch, name)]);
  }
  for (const member of branch.some) {
    const names = memberNames(branch, member, solver).filter(
      (name) => branch.required.size < branch.max || branch.required.has(name),
    );
    const extra = member.value === undefined ? [] : [member.value];
    requirements.push(names.map((name) => solver.memberGoal(branch, name, extra)));
  }
  if (requirements.some((alternatives) => alternatives.every(({ isAbsurd }) => isAbsurd)))
    return undefined;
  if (branch.min > branch.required.size && countPossible(branch, solver) < branch.min)
    return undefined;
  return requirements;
}

/** The most members there can be: those declared and listed, or no end where others may join. */
function countPossible(branch: ObjectBranch, solver: Solver): number {
  const names = new Set(solver.declaredNames(branch));
  for (const shape of nameShapes(branch, {}, solver)) {
    if (shape.kind === 'values') for (const name of freshNames(shape, solver)) names.add(name);
    else {
      const texts = countTexts(shape, solver);
      if (texts === undefined) return Infinity;
      for (const name of texts) names.add(name);
    }
  }
  return [...names].filter(
    (name) =>
      !branch.absent.has(name) &&
      !solver.memberGoal(branch, name).isAbsurd &&
      solver.allowsName(branch, name),
  ).length;
}

const MOST_TEXTS = 64;

/** @returns all texts of the shape, or undefined where they are many or can't be told. */
function countTexts(shape: StringBranch, { languages }: Solver): readonly string[] | undefined {
  const { patterns, withoutPatterns, min, max } = shape;
  if (patterns.length + withoutPatterns.length === 0) return max === 0 ? [''] : undefined;
  return languages.of(patterns, withoutPatterns)?.allWords(min, max, MOST_TEXTS);
}

/** @returns whether no member is allowed but those that are declared by name. */
export function isClosed(branch: ObjectBranch, solver: Solver): boolean {
  return solver.once(branch, 'closed', () =>
    nameShapes(branch, {}, solver).every(
      (shape) => shape.kind === 'string' && isEmptyText(shape, solver),
    ),
  );
}

function isEmptyText(branch: StringBranch, { languages }: Solver): boolean {
  const { patterns, withoutPatterns, min, max } = branch;
  if (patterns.length + withoutPatterns.length === 0) return false;
  return languages.of(patterns, withoutPatterns)?.isEmpty(min, max) === true;
}
