/**
 * Draws a name for a member that no schema declares by name.
 */
import type { ObjectBranch } from '../canon/branch.ts';
import { nameShapes, type NameShape } from '../canon/name-shapes.ts';
import type { Pattern } from '../model/pattern.ts';
import { DrawFailure, type Drawing } from './draw.ts';
import { drawString } from './draw-string.ts';

/** Names are no longer than this, unless they must be. */
const LONGEST = 24;

/** @returns a name that the branch allows, or undefined where none came up. */
export function drawName(
  branch: ObjectBranch,
  matching: Pattern | undefined,
  drawing: Drawing,
): string | undefined {
  const { random, solver } = drawing;
  const key = matching === undefined ? 'fresh names' : `names like ${matching.source}`;
  const shape = random.pick(
    solver.once(branch, key, () => nameShapes(branch, { matching }, solver)),
  );
  if (shape === undefined) return undefined;
  try {
    const name = drawShape(shape, drawing);
    return typeof name === 'string' ? name : undefined;
  } catch (error) {
    if (error instanceof DrawFailure) return undefined;
    throw error;
  }
}

function drawShape(shape: NameShape, drawing: Drawing): unknown {
  if (shape.kind === 'values') return drawing.random.pick(shape.values);
  const max = Math.min(shape.max, Math.max(shape.min, LONGEST));
  return drawString({ ...shape, min: Math.max(shape.min, Math.min(1, max)), max }, drawing);
}
