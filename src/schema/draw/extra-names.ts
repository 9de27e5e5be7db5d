/**
 * Names that no schema declares: as many as are needed, and some more where the tier is not about
 * what clients send. They are drawn from the patterns that claim them, or freely.
 */
import type { ObjectBranch } from '../canon/branch.ts';
import { isClosed } from '../canon/requirements.ts';
import type { Pattern } from '../model/pattern.ts';
import type { Drawing } from './draw.ts';
import { drawName } from './draw-name.ts';

const MOST_TRIES = 12;
/** Tries that must find what is needed may be more. */
const MOST_NEEDED_TRIES = 60;

/** Names that an object has already in many a language: a server that copies members may trip. */
const NASTY_NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length'] as const;

export interface ExtraRoom {
  readonly needed: number;
  readonly room: number;
  /** Names that are taken. */
  readonly taken: ReadonlySet<string>;
}

/** @returns names that the branch allows beside those declared. */
export function drawExtraNames(
  branch: ObjectBranch,
  { needed, room, taken }: ExtraRoom,
  drawing: Drawing,
): readonly string[] {
  const { solver } = drawing;
  const wanted = Math.min(room, Math.max(needed, countMore(branch, drawing)));
  if (wanted === 0 || isClosed(branch, solver)) return [];
  const patterns = branch.claims.flatMap((claim) => claim.patterns.map(({ pattern }) => pattern));
  const names = new Set<string>();
  const tries = needed > 0 ? MOST_NEEDED_TRIES + needed : MOST_TRIES;
  for (let attempt = 0; attempt < tries && names.size < wanted; attempt += 1) {
    const name = drawCandidate(branch, patterns, drawing);
    if (name === undefined || taken.has(name) || !isAllowed(branch, name, drawing)) continue;
    names.add(name);
  }
  return [...names];
}

function drawCandidate(
  branch: ObjectBranch,
  patterns: readonly Pattern[],
  drawing: Drawing,
): string | undefined {
  const { random, tier } = drawing;
  if (tier === 'hostile' && random.chance(0.3)) return random.pick(NASTY_NAMES);
  const matching = patterns.length > 0 && random.chance(0.7) ? random.pick(patterns) : undefined;
  return drawName(branch, matching, drawing);
}

function isAllowed(branch: ObjectBranch, name: string, { solver }: Drawing): boolean {
  if (branch.absent.has(name) || !solver.allowsName(branch, name)) return false;
  if (branch.owed.has(name)) return false;
  return solver.height(solver.memberGoal(branch, name)) < Infinity;
}

/** How many names to add without need. */
function countMore(branch: ObjectBranch, { random, tier, depth, budget }: Drawing): number {
  const isMap = branch.claims.some(
    ({ names, patterns, rest }) => patterns.length > 0 || (names.size === 0 && rest !== undefined),
  );
  if ((tier === 'plain' && !isMap) || depth <= 0 || budget.left <= 0) return 0;
  const chance = isMap ? 0.85 : tier === 'hostile' ? 0.7 : 0.35;
  return random.chance(chance) ? random.integer(1, 3) : 0;
}
