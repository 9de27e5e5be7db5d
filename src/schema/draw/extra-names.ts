/**
 * Names that no schema declares: as many as are needed, and some more where the tier is not about
 * what clients send. They are drawn from the patterns that claim them, or freely.
 */
import type { ObjectBranch } from '../canon/branch.ts';
import { isClosed } from '../canon/requirements.ts';
import type { Drawing } from './draw.ts';
import { drawText } from './draw-string.ts';

const MOST_TRIES = 30;

export interface ExtraRoom {
  readonly needed: number;
  readonly room: number;
}

/** @returns names that the branch allows beside those declared. */
export function drawExtraNames(
  branch: ObjectBranch,
  { needed, room }: ExtraRoom,
  drawing: Drawing,
): readonly string[] {
  const { random, solver, tier, depth, budget } = drawing;
  const patterns = branch.claims.flatMap((claim) => claim.patterns.map(({ pattern }) => pattern));
  const isFree = tier !== 'plain' || patterns.length > 0 || claimsRest(branch);
  const more =
    isFree && depth > 0 && budget.left > 0 && random.chance(tier === 'hostile' ? 0.7 : 0.4)
      ? random.integer(1, 3)
      : 0;
  const wanted = Math.min(room, Math.max(needed, more));
  const names = new Set<string>();
  if (wanted === 0 || (isClosed(branch, solver) && patterns.length === 0)) return [];
  for (let attempt = 0; attempt < MOST_TRIES && names.size < wanted; attempt += 1) {
    const pattern = patterns.length > 0 && random.chance(0.7) ? random.pick(patterns) : undefined;
    const name = drawText(pattern === undefined ? [] : [pattern], drawing);
    if (branch.absent.has(name) || !solver.allowsName(branch, name)) continue;
    if (solver.height(solver.memberGoal(branch, name)) < Infinity) names.add(name);
  }
  return [...names];
}

/** A map by free names: what `additionalProperties` says of its values is declared. */
function claimsRest({ claims }: ObjectBranch): boolean {
  return claims.some(({ names, rest }) => names.size === 0 && rest !== undefined);
}
