/**
 * The values left for a required member whose schemas list values. They show a clash between
 * branches as soon as it arises: a discriminating constant that two branches set differently would
 * otherwise show only once every combination is made.
 */
import { accepts } from '../judge/evaluate.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import { valuesOf } from './asserted.ts';
import { atomsOf, type Atom, type Clash, type Origin } from './atom.ts';
import { claimOn } from './claims.ts';
import type { Literal } from './literal.ts';

/** References followed to find the list. */
const MOST_STEPS = 8;
/** Longer lists are left to the solver. */
const MOST_VALUES = 400;

export interface MemberValues {
  readonly values: readonly unknown[];
  readonly origins: readonly Origin[];
}

/** @returns the values that the atoms leave for the member; undefined where none are listed. */
export function memberValues(atoms: readonly Atom[], name: string): MemberValues | undefined {
  const literals: Literal[] = [];
  const origins: Origin[] = [];
  for (const { claim, from } of atomsOf(atoms, 'members')) {
    const found = claimOn(claim, name);
    if (found.length > 0) origins.push(from);
    literals.push(...found);
  }
  const listed = literals
    .flatMap(({ node, holds }) => (holds ? [listedValues(node)] : []))
    .find((values) => values !== undefined);
  if (listed === undefined || listed.length > MOST_VALUES) return undefined;
  const values = listed.filter((value) =>
    literals.every(({ node, holds }) => accepts(node, value) === holds),
  );
  return { values, origins };
}

/** @returns the clash of a required member that no value is left for. */
export function memberClash(atoms: readonly Atom[]): Clash | undefined {
  for (const { name } of atomsOf(atoms, 'present')) {
    const left = memberValues(atoms, name);
    if (left === undefined || left.values.length > 0) continue;
    const [first, second = first] = left.origins;
    if (first === undefined || second === undefined) continue;
    return { first, second, reason: `No listed value of "${name}" satisfies both.` };
  }
  return undefined;
}

/** @returns the values that the schema itself, or what it refers to, lists. */
function listedValues(node: SchemaNode): readonly unknown[] | undefined {
  let current: SchemaNode | undefined = node;
  for (let steps = 0; current !== undefined && steps < MOST_STEPS; steps += 1) {
    const [first] = valuesOf(current.keywords);
    if (first !== undefined) return first[1];
    current = current.keywords.ref;
  }
  return undefined;
}
