/**
 * Names that a member asked for only by description may have: declared ones that fit, and fresh
 * ones by pattern.
 */
import { accepts } from '../judge/evaluate.ts';
import type { SomeMember } from './atom.ts';
import type { ObjectBranch } from './branch.ts';
import { claimOn, declaredNames } from './claims.ts';
import type { Solver } from './solver.ts';

/** @returns names that the branch allows and the description fits. */
export function memberNames(
  branch: ObjectBranch,
  member: SomeMember,
  solver: Solver,
): readonly string[] {
  return [...declaredNames(branch), ...FRESH].filter(
    (name) =>
      !branch.absent.has(name) &&
      solver.allowsName(branch, name) &&
      fits(member, name) &&
      !solver.memberGoal(branch, name).isAbsurd,
  );
}

const FRESH: readonly string[] = ['extra', 'x', 'other', 'x-extra', 'a1', ''];

function fits({ matching, besides, name: literal }: SomeMember, name: string): boolean {
  if (matching !== undefined && !matching.expression.test(name)) return false;
  if (literal !== undefined && accepts(literal.node, name) !== literal.holds) return false;
  return besides === undefined || claimOn({ ...besides, rest: undefined }, name).length === 0;
}
