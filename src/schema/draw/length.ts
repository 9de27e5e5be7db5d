/**
 * How long a list or text gets: short as a rule, at its bounds in the tier that is about bounds, and
 * no longer than the budget of the whole value allows unless it must be.
 */
import type { Drawing } from './draw.ts';

export interface LengthRange {
  readonly min: number;
  readonly max: number;
}

/** @returns a number of items or members. */
export function drawLength({ min, max }: LengthRange, drawing: Drawing): number {
  const { random, tier, depth, budget } = drawing;
  if (depth <= 0 || budget.left <= 0) return min;
  if (tier === 'edge' && random.chance(0.6)) {
    const far = Math.min(max, min + Math.max(20, Math.min(budget.left, 200)));
    return random.pick([min, Math.min(min + 1, far), far, Math.max(min, far - 1)]) ?? min;
  }
  const usual = Math.min(max, min + Math.min(5, Math.max(1, Math.ceil(budget.left / 4))));
  const least = min === 0 && usual > 0 && random.chance(0.95) ? 1 : min;
  return random.integer(least, usual);
}
