/**
 * A literal is a schema asserted or denied of one value; a goal is a set of literals that must hold
 * together. Goals are interned by their literals, so what is worked out of one is worked out once,
 * and recursion in schemas is a cycle of goals. Merging `allOf` is nothing but union.
 */
import type { SchemaNode } from '../model/schema-node.ts';

export interface Literal {
  readonly node: SchemaNode;
  readonly holds: boolean;
}

export interface Goal {
  readonly key: string;
  readonly literals: readonly Literal[];
  /** A literal of it, or two, can't hold at all. */
  readonly isAbsurd: boolean;
  /** What was made of the goal, by what it is. */
  readonly memory: Map<string, unknown>;
}

/** @returns the literal that asserts the schema. */
export function holds(node: SchemaNode): Literal {
  return { node, holds: true };
}

/** @returns the literal that denies the schema. */
export function fails(node: SchemaNode): Literal {
  return { node, holds: false };
}

/** @returns the literal that says the opposite. */
export function opposite({ node, holds: asserted }: Literal): Literal {
  return { node, holds: !asserted };
}

/** @returns the id, negative where the schema is denied. */
export function signedId({ node, holds: asserted }: Literal): number {
  return asserted ? node.id : -node.id;
}

/** Interns goals. */
export class Goals {
  readonly #known = new Map<string, Goal>();

  of(literals: readonly Literal[]): Goal {
    const distinct = new Map<number, Literal>();
    for (const literal of literals)
      if (!isTrivial(literal)) distinct.set(signedId(literal), literal);
    const ids = [...distinct.keys()].sort((left, right) => left - right);
    const key = ids.join(',');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const sorted = ids.flatMap((id) => distinct.get(id) ?? []);
    const isAbsurd = sorted.some(
      (literal) => isImpossible(literal) || distinct.has(-signedId(literal)),
    );
    const goal: Goal = { key, literals: sorted, isAbsurd, memory: new Map() };
    this.#known.set(key, goal);
    return goal;
  }
}

/** Asserts nothing: `true`, and `not false`. */
function isTrivial({ node, holds: asserted }: Literal): boolean {
  return asserted ? isEmpty(node) : node.keywords.verdict === false;
}

function isImpossible({ node, holds: asserted }: Literal): boolean {
  return asserted ? node.keywords.verdict === false : isEmpty(node);
}

/** A dangling reference asserts nothing either, but what is behind it is unknown: it is kept. */
function isEmpty(node: SchemaNode): boolean {
  for (const _ in node.keywords) return false;
  return true;
}
