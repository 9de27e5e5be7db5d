/**
 * What a value could have been instead: of another of its types, by another branch, on the other
 * side of a condition. Only with such a value the keywords over there have something to break.
 */
import { fails, holds, type Literal } from '../canon/literal.ts';
import { hasMember, isRecord, typeOf, type JsonType } from '../json-value.ts';
import type { Keywords } from '../model/keywords.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import type { FaultFinder } from './fault-finder.ts';
import { subjectOf, type Parts } from './parts.ts';
import type { Spot } from './spot.ts';

export interface Alternative {
  /** Equal for what need not be gone into twice. */
  readonly key: string;
  /** What must hold beside all else. */
  readonly literals: readonly Literal[];
  readonly kind: 'type' | 'anyOf' | 'oneOf' | 'if' | 'dependentSchemas';
  /** The schema whose keyword leaves the choice. */
  readonly owner: SchemaNode;
  /** The branch, where it is one. */
  readonly index?: number;
}

/** @returns the alternatives of the place, each with a key of its own. */
export function* alternativesTo(
  spot: Spot,
  { finder, parts }: { readonly finder: FaultFinder; readonly parts: Parts },
): Iterable<Alternative> {
  for (const node of spot.applied) {
    yield* otherTypes(node, spot.value, parts);
    yield* otherBranches(node, spot.value, finder);
    yield* otherSides(node, spot.value, { finder, parts });
  }
}

const TYPES = ['object', 'array', 'string', 'number'] as const;

function* otherTypes(node: SchemaNode, value: unknown, parts: Parts): Iterable<Alternative> {
  const actual = typeOf(value);
  for (const type of TYPES) {
    if (type === actual || !speaksOf(node.keywords, type)) continue;
    const key = `${String(node.id)} ${type}`;
    yield { key, literals: [parts.ofType(type)], kind: 'type', owner: node };
  }
}

/** Whether any of the keywords is about values of that type. */
function speaksOf(keywords: Keywords, type: JsonType): boolean {
  return Object.keys(keywords).some((name) => subjectOf(name) === type);
}

function* otherBranches(
  node: SchemaNode,
  value: unknown,
  finder: FaultFinder,
): Iterable<Alternative> {
  for (const kind of ['anyOf', 'oneOf'] as const)
    for (const [index, branch] of (node.keywords[kind] ?? []).entries()) {
      if (finder.holds(branch, value)) continue;
      const key = `${String(node.id)} ${kind} ${String(index)}`;
      yield { key, literals: [holds(branch)], kind, owner: node, index };
    }
}

function* otherSides(
  node: SchemaNode,
  value: unknown,
  { finder, parts }: { readonly finder: FaultFinder; readonly parts: Parts },
): Iterable<Alternative> {
  const { if: condition, then, else: otherwise, dependentSchemas } = node.keywords;
  const id = String(node.id);
  if (condition !== undefined) {
    const isMet = finder.holds(condition, value);
    if ((isMet ? otherwise : then) !== undefined) {
      const literals = [isMet ? fails(condition) : holds(condition)];
      yield { key: `${id} if`, literals, kind: 'if', owner: node };
    }
  }
  for (const name of dependentSchemas?.keys() ?? []) {
    if (isRecord(value) && hasMember(value, name)) continue;
    const key = `${id} dependent ${name}`;
    yield { key, literals: [parts.having(name)], kind: 'dependentSchemas', owner: node };
  }
}
