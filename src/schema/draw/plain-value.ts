/**
 * The one plain value of a schema: what is required, what the description gives examples, defaults
 * or lists for, and short sensible texts for the rest. It is the template that every deviation
 * starts from, so it is the same each time.
 */
import type { ArrayBranch, ObjectBranch, Shape } from '../canon/branch.ts';
import type { Goal } from '../canon/literal.ts';
import type { Way } from '../canon/solver.ts';
import { setMember } from '../json-value.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import { drawBranch, DrawFailure, type Drawing } from './draw.ts';
import { isOffered } from './draw-object.ts';
import { edgesOf } from './draw-number.ts';
import { examplesOf } from './examples.ts';

/** Deeper parts are left out, where they may be. */
const DEEPEST = 5;

/** @returns the goal's plain value. @throws {DrawFailure} */
export function plainValue(goal: Goal, drawing: Drawing, level = 0): unknown {
  const [example] = examplesOf(goal);
  if (example !== undefined) return example;
  const way = chooseWay(drawing.solver.ways(goal), level);
  if (way === undefined) throw new DrawFailure('no way to satisfy the goal');
  return way.branch.residual.length > 0
    ? drawBranch(way.branch, drawing)
    : plainShape(way.branch.shape, drawing, level);
}

/** A number before a text: a server that takes either as a number refuses most texts. */
const PREFERENCE = ['object', 'array', 'number', 'string', 'boolean', 'null'] as const;

function chooseWay(ways: readonly Way[], level: number): Way | undefined {
  const least = Math.min(...ways.map(({ height }) => height));
  const near = ways.filter(({ height }) => level < DEEPEST || height === least);
  for (const type of PREFERENCE) {
    const way = near.find((each) => each.type === type);
    if (way !== undefined) return way;
  }
  return undefined;
}

function plainShape(shape: Shape, drawing: Drawing, level: number): unknown {
  switch (shape.kind) {
    case 'values':
      return shape.values[0];
    case 'number': {
      const edges = edgesOf(shape).filter((edge) => !shape.except.includes(edge));
      return edges.find((edge) => edge === 1) ?? edges[0] ?? drawBranch(asBranch(shape), drawing);
    }
    case 'string':
      return drawBranch(asBranch(shape), drawing);
    case 'array':
      return plainArray(shape, drawing, level);
    case 'object':
      return plainObject(shape, drawing, level);
  }
}

function asBranch(shape: Shape): { readonly shape: Shape; readonly residual: readonly [] } {
  return { shape, residual: [] };
}

function plainArray(branch: ArrayBranch, drawing: Drawing, level: number): unknown {
  const { solver } = drawing;
  const inner: Drawing = { ...drawing, depth: 1, budget: { left: 0 } };
  const isSimple = branch.min <= 1 && branch.demands.length === 0 && branch.except.length === 0;
  if (!isSimple || branch.repeats || branch.max === 0) return drawBranch(asBranch(branch), inner);
  const goal = solver.itemGoal(branch, 0);
  if (branch.min === 0 && (level >= DEEPEST || solver.height(goal) === Infinity)) return [];
  return [plainValue(goal, drawing, level + 1)];
}

function plainObject(branch: ObjectBranch, drawing: Drawing, level: number): unknown {
  const { solver } = drawing;
  const isSimple = branch.some.length === 0 && branch.except.length === 0;
  if (!isSimple || branch.min > branch.required.size)
    return drawBranch(asBranch(branch), { ...drawing, depth: 1, budget: { left: 0 } });
  const value: Record<string, unknown> = {};
  let size = branch.required.size;
  for (const name of solver.declaredNames(branch)) {
    const goal = solver.memberGoal(branch, name);
    if (!branch.required.has(name)) {
      const hasRoom = level < DEEPEST && size < branch.max;
      if (!hasRoom || !isWorthTelling(branch, name, drawing)) continue;
      size += 1;
    }
    setMember(value, name, plainValue(goal, { ...drawing, name }, level + 1));
  }
  return value;
}

/** An optional member that the description suggests a value for and that nothing stands against. */
function isWorthTelling(branch: ObjectBranch, name: string, drawing: Drawing): boolean {
  const { solver } = drawing;
  const goal = solver.memberGoal(branch, name);
  return (
    isOffered(goal, drawing) &&
    isSuggested(goal) &&
    !branch.owed.has(name) &&
    solver.allowsName(branch, name) &&
    solver.height(goal) < Infinity
  );
}

/** Whether the description itself suggests a value: an example, a default, a list. */
function isSuggested(goal: Goal): boolean {
  if (examplesOf(goal).length > 0) return true;
  return goal.literals.some(({ node, holds: asserted }) => asserted && isListed(node));
}

function isListed({ keywords }: SchemaNode): boolean {
  const { ref, enum: listed, const: only } = keywords;
  return listed !== undefined || only !== undefined || ref?.keywords.enum !== undefined;
}
