/**
 * The most that a schema's own and in-place subschemas could evaluate, whichever of them apply:
 * what lies outside is unevaluated for sure.
 */
import type { SchemaNode } from '../model/schema-node.ts';
import { memberClaimOf } from './asserted-object.ts';
import type { MemberClaim } from './atom.ts';
import { holds, type Literal } from './literal.ts';

/** @returns names and patterns that may be evaluated, or undefined where any name may be. */
export function evaluableMembers(node: SchemaNode): MemberClaim | undefined {
  const names = new Map<string, Literal>();
  const patterns: MemberClaim['patterns'][number][] = [];
  for (const part of inPlaceParts(node)) {
    const claim = memberClaimOf(part);
    if (claim?.rest !== undefined) return undefined;
    if (part !== node && part.keywords.unevaluatedProperties !== undefined) return undefined;
    for (const name of claim?.names.keys() ?? []) names.set(name, holds(part));
    patterns.push(...(claim?.patterns ?? []));
  }
  return { names, patterns, rest: undefined };
}

/** @returns the first index that nothing may evaluate; Infinity where there is none. */
export function evaluableItems(node: SchemaNode): number {
  let first = 0;
  for (const part of inPlaceParts(node)) {
    const { prefixItems = [], items, contains, unevaluatedItems } = part.keywords;
    if (items !== undefined || contains !== undefined) return Infinity;
    if (part !== node && unevaluatedItems !== undefined) return Infinity;
    first = Math.max(first, prefixItems.length);
  }
  return first;
}

/** @returns the schema and every schema that it may apply to the same value. */
export function inPlaceParts(node: SchemaNode): ReadonlySet<SchemaNode> {
  const parts = new Set<SchemaNode>();
  const queue = [node];
  for (let part = queue.pop(); part !== undefined; part = queue.pop()) {
    if (parts.has(part)) continue;
    parts.add(part);
    const { ref, allOf, anyOf, oneOf, if: condition, then, else: otherwise } = part.keywords;
    const below = [ref, condition, then, otherwise, ...(allOf ?? []), ...(anyOf ?? [])];
    below.push(...(oneOf ?? []), ...(part.keywords.dependentSchemas?.values() ?? []));
    for (const one of below) if (one !== undefined) queue.push(one);
  }
  return parts;
}
