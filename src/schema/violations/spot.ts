/**
 * A place in a value where a keyword can be broken or driven to its edge: the schemas that apply
 * there, the value that stands there while all else is valid, and the way to put another one.
 */
import { escapePointerToken } from '../../spec/place.ts';
import { hasMember, isList, isRecord, setMember, type JsonRecord } from '../json-value.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import type { Anchor } from './anchor.ts';
import type { FaultFinder } from './fault-finder.ts';

export interface Spot {
  /** Steps from the root; a number is an item. */
  readonly steps: readonly (string | number)[];
  /** The schemas by which the place is reached: all must hold of the value. */
  readonly entries: readonly SchemaNode[];
  /** All schemas that apply: the entries, what they refer to, and the branches that hold. */
  readonly applied: readonly SchemaNode[];
  readonly value: unknown;
  readonly isOpaque: boolean;
  /** @returns the whole value with that one here. */
  readonly put: (value: unknown) => unknown;
  readonly anchor: Anchor;
}

/** @returns the JSON pointer of the steps. */
export function pointerOf(steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${escapePointerToken(String(step))}`).join('');
}

/** @returns the schemas that apply to the value in place, of the branches those that hold. */
export function appliedTo(
  entries: readonly SchemaNode[],
  value: unknown,
  finder: FaultFinder,
): readonly SchemaNode[] {
  const applied = new Set<SchemaNode>();
  const queue = [...entries];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    if (applied.has(node)) continue;
    applied.add(node);
    const { ref, allOf = [], anyOf = [], oneOf = [] } = node.keywords;
    if (ref !== undefined) queue.push(ref);
    queue.push(...allOf, ...conditionOf(node, value, finder), ...dependentsOf(node, value));
    for (const branch of [...anyOf, ...oneOf]) if (finder.holds(branch, value)) queue.push(branch);
  }
  return [...applied];
}

function dependentsOf({ keywords }: SchemaNode, value: unknown): readonly SchemaNode[] {
  if (!isRecord(value)) return [];
  return [...(keywords.dependentSchemas ?? [])].flatMap(([name, schema]) =>
    hasMember(value, name) ? [schema] : [],
  );
}

function conditionOf(
  { keywords }: SchemaNode,
  value: unknown,
  finder: FaultFinder,
): readonly SchemaNode[] {
  const { if: condition, then, else: otherwise } = keywords;
  if (condition === undefined) return [];
  const chosen = finder.holds(condition, value) ? then : otherwise;
  return chosen === undefined ? [] : [chosen];
}

/** @returns the schemas that one schema's own keywords put on a member. */
export function claimsOn({ keywords }: SchemaNode, name: string): readonly SchemaNode[] {
  const { properties, patternProperties, additionalProperties } = keywords;
  const claims: SchemaNode[] = [];
  const declared = properties?.get(name);
  if (declared !== undefined) claims.push(declared);
  for (const { pattern, schema } of patternProperties ?? [])
    if (pattern.expression.test(name)) claims.push(schema);
  if (claims.length === 0 && additionalProperties !== undefined) claims.push(additionalProperties);
  return claims;
}

/** @returns the schemas that all of them put on a member. */
export function allClaimsOn(applied: readonly SchemaNode[], name: string): readonly SchemaNode[] {
  const claims = applied.flatMap((node) => claimsOn(node, name));
  if (claims.length > 0) return [...new Set(claims)];
  return applied.flatMap(({ keywords }) => keywords.unevaluatedProperties ?? []);
}

/** @returns the schemas on the item of that index. */
export function itemClaims(applied: readonly SchemaNode[], index: number): readonly SchemaNode[] {
  const claims = applied.flatMap(
    ({ keywords: { prefixItems = [], items } }) => prefixItems[index] ?? items ?? [],
  );
  if (claims.length > 0) return [...new Set(claims)];
  return applied.flatMap(({ keywords }) => keywords.unevaluatedItems ?? []);
}

/** @returns the object with that member; undefined takes it out. */
export function withMember(value: JsonRecord, name: string, member: unknown): JsonRecord {
  const changed: Record<string, unknown> = { ...value };
  if (member === undefined) Reflect.deleteProperty(changed, name);
  else setMember(changed, name, member);
  return changed;
}

/** @returns the array with that item, which may be the one after its last. */
export function withItem(value: unknown, index: number, item: unknown): readonly unknown[] {
  const changed: unknown[] = isList(value) ? [...value] : [];
  changed[index] = item;
  return changed;
}
