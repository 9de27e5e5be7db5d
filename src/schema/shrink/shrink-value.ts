/**
 * Smaller values of a goal, the boldest first: the simplest there are, a part in place of the
 * whole, fewer parts, smaller parts. Whether a candidate is valid is the judge's to say; the goal
 * tells what is worth trying where.
 */
import type { ArrayBranch, ObjectBranch, Shape } from '../canon/branch.ts';
import type { Goal } from '../canon/literal.ts';
import type { Solver } from '../canon/solver.ts';
import { accepts } from '../judge/evaluate.ts';
import { isList, isRecord, setMember, typeOf, type JsonRecord } from '../json-value.ts';
import { simplestValues } from './simplest.ts';
import { smallerNumbers, smallerTexts } from './shrink-scalar.ts';

/** Yields candidates for the value; many of them invalid. */
export function* smallerValues(value: unknown, goal: Goal | undefined, solver: Solver): Generator {
  if (goal !== undefined) yield* simplestValues(goal, solver);
  if (typeof value === 'boolean') yield false;
  if (typeof value === 'string') yield* smallerTexts(value);
  const shape = shapeFor(value, goal, solver);
  if (typeof value === 'number') yield* smallerNumbers(value, ofKind(shape, 'number'));
  if (isList(value)) yield* smallerArrays(value, ofKind(shape, 'array'), solver);
  if (isRecord(value)) yield* smallerObjects(value, ofKind(shape, 'object'), solver);
}

function ofKind<Kind extends Shape['kind']>(
  shape: Shape | undefined,
  kind: Kind,
): Extract<Shape, { kind: Kind }> | undefined {
  const isIt = (one: Shape): one is Extract<Shape, { kind: Kind }> => one.kind === kind;
  return shape !== undefined && isIt(shape) ? shape : undefined;
}

/** The shape that the value was drawn from, as far as can be told. */
function shapeFor(value: unknown, goal: Goal | undefined, solver: Solver): Shape | undefined {
  if (goal === undefined) return undefined;
  const type = typeOf(value);
  const shapes = solver
    .ways(goal)
    .filter((way) => way.type === type)
    .map(({ branch }) => branch.shape);
  if (shapes.length < 2) return shapes[0];
  return shapes.find((shape) => suits(shape, value, solver)) ?? shapes[0];
}

function suits(shape: Shape, value: unknown, solver: Solver): boolean {
  if (shape.kind === 'number' && typeof value === 'number')
    return value >= shape.low && value <= shape.high;
  const meets = ({ literals }: Goal, part: unknown): boolean =>
    literals.every(({ node, holds }) => accepts(node, part) === holds);
  if (shape.kind === 'array' && isList(value))
    return value.every((item, index) => meets(solver.itemGoal(shape, index), item));
  if (shape.kind === 'object' && isRecord(value))
    return Object.keys(value).every((name) => meets(solver.memberGoal(shape, name), value[name]));
  return true;
}

function* smallerArrays(
  items: readonly unknown[],
  branch: ArrayBranch | undefined,
  solver: Solver,
): Generator {
  yield* items.filter((item) => isList(item) || isRecord(item));
  for (let size = items.length; size >= 1; size = Math.floor(size / 2))
    for (let from = items.length - size; from >= 0; from -= size)
      yield [...items.slice(0, from), ...items.slice(from + size)];
  for (const [index, item] of items.entries()) {
    const goal = branch === undefined ? undefined : solver.itemGoal(branch, index);
    for (const smaller of smallerValues(item, goal, solver))
      yield items.map((each, at) => (at === index ? smaller : each));
  }
  // Equal items may only shrink together.
  const [first] = items;
  if (items.length > 1)
    for (const smaller of smallerValues(first, undefined, solver)) yield items.map(() => smaller);
}

function* smallerObjects(
  value: JsonRecord,
  branch: ObjectBranch | undefined,
  solver: Solver,
): Generator {
  yield* Object.values(value).filter(isRecord);
  const names = Object.keys(value);
  const required = branch?.required;
  if (required !== undefined)
    yield without(value, new Set(names.filter((name) => !required.has(name))));
  for (let size = names.length; size >= 1; size = Math.floor(size / 2))
    for (let from = names.length - size; from >= 0; from -= size)
      yield without(value, new Set(names.slice(from, from + size)));
  for (const name of names) {
    const goal = branch === undefined ? undefined : solver.memberGoal(branch, name);
    for (const smaller of smallerValues(value[name], goal, solver))
      yield withMember(value, name, name, smaller);
    const isDeclared = branch?.claims.some((claim) => claim.names.has(name)) === true;
    if (!isDeclared) yield* renamed(value, name);
  }
}

function without(value: JsonRecord, names: ReadonlySet<string>): JsonRecord {
  const rest: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value))
    if (!names.has(name)) setMember(rest, name, member);
  return rest;
}

function withMember(value: JsonRecord, old: string, name: string, member: unknown): JsonRecord {
  const changed: Record<string, unknown> = {};
  for (const [each, other] of Object.entries(value))
    setMember(changed, each === old ? name : each, each === old ? member : other);
  return changed;
}

function* renamed(value: JsonRecord, name: string): Generator {
  for (const other of [
    'a',
    'b',
    'c',
    'd',
    name.slice(0, Math.ceil(name.length / 2)),
    name.slice(0, -1),
  ])
    if (!Object.hasOwn(value, other)) yield withMember(value, name, other, value[name]);
}
