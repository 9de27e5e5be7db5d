/**
 * Draws a value for a goal: picks one of its ways, then a value of that shape. What can't be met
 * fails the draw at once and is tried anew, a bounded number of times.
 */
import { accepts } from '../judge/evaluate.ts';
import { identityOf, type JsonType } from '../json-value.ts';
import type { Branch, Shape } from '../canon/branch.ts';
import type { Goal } from '../canon/literal.ts';
import type { Solver, Way } from '../canon/solver.ts';
import type { Direction } from '../model/world.ts';
import { drawArray } from './draw-array.ts';
import { drawNumber } from './draw-number.ts';
import { drawObject } from './draw-object.ts';
import { drawString } from './draw-string.ts';
import { examplesOf } from './examples.ts';
import type { Randomness } from './randomness.ts';

/**
 * What kind of values: those a client would send, those on the bounds, legal but nasty ones, or
 * `wide`: all kinds, each about as often.
 */
export type Tier = 'plain' | 'edge' | 'hostile' | 'wide';

export interface Drawing {
  readonly solver: Solver;
  readonly random: Randomness;
  readonly tier: Tier;
  readonly direction: Direction | undefined;
  /** Levels of nesting from here on in which optional parts are drawn. */
  readonly depth: number;
  /** Parts that may still be drawn without need; shared by the whole value. */
  readonly budget: { left: number };
  /** The member's name, which tells what a text is about. */
  readonly name: string | undefined;
}

/** The draw came to a point where it can't go on; another draw may. */
export class DrawFailure extends Error {}

const MOST_RESIDUAL_TRIES = 30;

/** @returns a value that satisfies the goal. @throws {DrawFailure} */
export function drawGoal(goal: Goal, drawing: Drawing): unknown {
  drawing.budget.left -= 1;
  const example = drawExample(goal, drawing);
  if (example !== undefined) return example.value;
  const way = chooseWay(goal, drawing);
  if (way === undefined) throw new DrawFailure(`no way to satisfy ${goal.key}`);
  return drawBranch(way.branch, drawing);
}

/** @returns a value of one branch. @throws {DrawFailure} */
export function drawBranch(branch: Branch, drawing: Drawing): unknown {
  const tries = branch.residual.length === 0 ? 1 : MOST_RESIDUAL_TRIES;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const value = drawShape(branch.shape, drawing);
    if (branch.residual.every(({ node, holds }) => accepts(node, value) === holds)) return value;
  }
  throw new DrawFailure('the draws of a branch fail its denied schemas');
}

function drawShape(shape: Shape, drawing: Drawing): unknown {
  switch (shape.kind) {
    case 'values':
      return drawing.random.pick(shape.values);
    case 'number':
      return besides(shape.except, () => drawNumber(shape, drawing));
    case 'string':
      return besides(shape.except, () => drawString(shape, drawing));
    case 'array':
      return besides(shape.except, () => drawArray(shape, drawing));
    case 'object':
      return besides(shape.except, () => drawObject(shape, drawing));
  }
}

const MOST_EXCEPTION_TRIES = 40;

function besides(except: readonly unknown[], draw: () => unknown): unknown {
  if (except.length === 0) return draw();
  const barred = new Set(except.map(identityOf));
  for (let attempt = 0; attempt < MOST_EXCEPTION_TRIES; attempt += 1) {
    const value = draw();
    if (!barred.has(identityOf(value))) return value;
  }
  throw new DrawFailure('every value drawn is ruled out');
}

const EXAMPLE_CHANCE = { plain: 0.25, edge: 0.05, hostile: 0, wide: 0.02 } as const;

function drawExample(goal: Goal, drawing: Drawing): { readonly value: unknown } | undefined {
  const chance = EXAMPLE_CHANCE[drawing.tier];
  if (chance === 0) return undefined;
  const examples = examplesOf(goal);
  if (examples.length === 0 || !drawing.random.chance(chance)) return undefined;
  return { value: drawing.random.pick(examples) };
}

const WEIGHTS = { null: 0.6, boolean: 0.7, number: 2, string: 2, array: 2, object: 2 } as const;

/** Where nesting or the budget is used up, the shallowest ways are all there are. */
function chooseWay(goal: Goal, { solver, random, depth, budget }: Drawing): Way | undefined {
  const near = waysWithin(goal, depth <= 0 || budget.left <= 0 ? 0 : depth, solver);
  const [only] = near;
  const chosen = near.length > 1 ? random.weighted(near, ({ type }) => WEIGHTS[type]) : only;
  return chosen === undefined ? undefined : random.pick(chosen.ways);
}

interface WaysOfType {
  readonly type: JsonType;
  readonly ways: readonly Way[];
}

/** The ways no deeper than that, or the shallowest of all, by type. */
function waysWithin(goal: Goal, depth: number, solver: Solver): readonly WaysOfType[] {
  const key = `ways ${depth}`;
  // The key is used here alone.
  const known = goal.memory.get(key) as readonly WaysOfType[] | undefined;
  if (known !== undefined) return known;
  const all = solver.ways(goal);
  let least = Infinity;
  for (const { height } of all) least = Math.min(least, height);
  const near = all.filter(({ height }) => height <= Math.max(least, depth));
  const types = [...new Set(near.map(({ type }) => type))];
  const found = types.map((type) => ({ type, ways: near.filter((way) => way.type === type) }));
  goal.memory.set(key, found);
  return found;
}
