/**
 * What a value may look like where its schema stands: enough to read text by type, never too
 * little. A shape may allow more than the schema does, so that leaving out what it does not allow
 * loses no valid reading.
 */
import { JSON_TYPES } from './json-type.ts';
import type { JsonType } from './json-type.ts';

export interface ValueShape {
  readonly types: ReadonlySet<JsonType>;
  /** Members that are named outright; others may be allowed too. */
  readonly memberNames: readonly string[];
  readonly member: (name: string) => ValueShape;
  readonly item: (index: number) => ValueShape;
  /** Text that stands for the bytes of a file. */
  readonly isFile: boolean;
}

/** Anything at all: no schema, `true`, or what can't be known. */
export const ANY_SHAPE: ValueShape = {
  types: new Set(JSON_TYPES),
  memberNames: [],
  member: () => ANY_SHAPE,
  item: () => ANY_SHAPE,
  isFile: false,
};

/** Nothing: the schema `false`. */
export const NO_SHAPE: ValueShape = {
  types: new Set(),
  memberNames: [],
  member: () => NO_SHAPE,
  item: () => NO_SHAPE,
  isFile: false,
};

/** Null alone, for `nullable`. */
export const NULL_SHAPE: ValueShape = { ...NO_SHAPE, types: new Set(['null']) };

/** @returns whether the shape says nothing about the type. */
export function isAnyType(shape: ValueShape): boolean {
  return shape.types.size === JSON_TYPES.length;
}

/** @returns whether the value may be a text, a number or a boolean. */
export function hasScalarType({ types }: ValueShape): boolean {
  return types.has('string') || types.has('number') || types.has('boolean');
}

/** @returns the shape of a value that all the shapes apply to. */
export function allShapes(shapes: readonly ValueShape[]): ValueShape {
  const telling = shapes.filter((shape) => shape !== ANY_SHAPE);
  const [first, ...rest] = telling;
  if (first === undefined) return ANY_SHAPE;
  if (rest.length === 0) return first;
  return joined(
    telling,
    JSON_TYPES.filter((type) => telling.every(({ types }) => types.has(type))),
    allShapes,
  );
}

/** @returns the shape of a value that one of the shapes applies to. */
export function anyShapes(shapes: readonly ValueShape[]): ValueShape {
  if (shapes.includes(ANY_SHAPE)) return ANY_SHAPE;
  const [first, ...rest] = shapes;
  if (first === undefined) return NO_SHAPE;
  if (rest.length === 0) return first;
  return joined(
    shapes,
    JSON_TYPES.filter((type) => shapes.some(({ types }) => types.has(type))),
    anyShapes,
  );
}

function joined(
  shapes: readonly ValueShape[],
  types: readonly JsonType[],
  join: (shapes: readonly ValueShape[]) => ValueShape,
): ValueShape {
  return {
    types: new Set(types),
    memberNames: [...new Set(shapes.flatMap(({ memberNames }) => memberNames))],
    member: (name) => join(shapes.map((shape) => shape.member(name))),
    item: (index) => join(shapes.map((shape) => shape.item(index))),
    isFile: shapes.some(({ isFile }) => isFile),
  };
}
