/**
 * Names for a member that is asked for by description only: declared ones that fit, and the shortest
 * fresh ones.
 */
import { accepts } from '../judge/evaluate.ts';
import { formatPattern } from '../text/format-patterns.ts';
import type { SomeMember } from './atom.ts';
import type { ObjectBranch } from './branch.ts';
import { claimOn } from './claims.ts';
import { nameShapes, type NameShape } from './name-shapes.ts';
import type { Solver } from './solver.ts';

/** Fresh names looked at per shape. */
const MOST_FRESH = 4;
const COMMON: readonly string[] = ['extra', 'other', 'x', 'x-extra'];

/** @returns names that the branch allows and the description fits. */
export function memberNames(
  branch: ObjectBranch,
  member: SomeMember,
  solver: Solver,
): readonly string[] {
  const fresh = nameShapes(branch, member, solver).flatMap((shape) => freshNames(shape, solver));
  return [...new Set([...solver.declaredNames(branch), ...fresh])].filter(
    (name) =>
      !branch.absent.has(name) &&
      solver.allowsName(branch, name) &&
      fits(member, name) &&
      !solver.memberGoal(branch, name).isAbsurd,
  );
}

/** @returns some texts of the shape; none where it has none. */
export function freshNames(shape: NameShape, solver: Solver): readonly string[] {
  if (shape.kind === 'values') return shape.values.filter((value) => typeof value === 'string');
  const formats = shape.formats.flatMap((format) => formatPattern(format) ?? []);
  const patterns = [...shape.patterns, ...formats];
  const language = solver.languages.of(patterns, shape.withoutPatterns);
  const isFree = patterns.length + shape.withoutPatterns.length === 0;
  const words = language?.words(shape.min, shape.max, MOST_FRESH + shape.except.length) ?? [];
  return [...(isFree ? COMMON : []), ...words].filter((word) => !shape.except.includes(word));
}

function fits({ matching, besides, name: literal }: SomeMember, name: string): boolean {
  if (matching !== undefined && !matching.expression.test(name)) return false;
  if (literal !== undefined && accepts(literal.node, name) !== literal.holds) return false;
  return besides === undefined || claimOn({ ...besides, rest: undefined }, name).length === 0;
}
