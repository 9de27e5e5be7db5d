/**
 * What any client would send: each listed value, each type that is taken, both booleans, and the
 * examples that the description gives.
 */
import { fitsType } from '../judge/evaluate-scalar.ts';
import { JSON_TYPES, typeOf, type JsonType } from '../json-value.ts';
import { show } from '../violations/show.ts';
import type { Edge, EdgeContext } from './edge.ts';

/** @returns an edge per listed value. */
export function* listedEdges({ node }: EdgeContext): Iterable<Edge> {
  for (const value of node.keywords.enum ?? [])
    yield {
      keyword: 'enum',
      place: node.placeOf('enum'),
      tier: 'plain',
      values: () => [value],
      tell: () => `is ${show(value)}, one of its enum's values`,
    };
}

/** @returns an edge per type beside the one that is there, and one per boolean. */
export function* typeEdges({ node, spot, parts }: EdgeContext): Iterable<Edge> {
  const { type, enum: listed, const: only } = node.keywords;
  if (type === undefined || listed !== undefined || only !== undefined) return;
  const here = { keyword: 'type', place: node.placeOf('type'), tier: 'plain' } as const;
  const tell = (value: unknown): string => `is ${show(value)}, as its type allows`;
  for (const other of JSON_TYPES) {
    if (other === 'boolean' || other === typeOf(spot.value) || !takes(node.keywords, other))
      continue;
    if (other === 'null') yield { ...here, values: () => [null], tell };
    else yield { ...here, values: () => [], literals: [parts.ofType(other)], tell };
  }
  if (type.includes('boolean'))
    for (const value of [true, false]) yield { ...here, values: () => [value], tell };
}

function takes(keywords: EdgeContext['node']['keywords'], type: JsonType): boolean {
  return type === 'number' ? fitsType(keywords, 1) : keywords.type?.includes(type) === true;
}

/** @returns an edge per example and default. */
export function* exampleEdges({ node }: EdgeContext): Iterable<Edge> {
  for (const value of node.keywords.examples ?? [])
    yield {
      keyword: 'example',
      place: node.place,
      tier: 'plain',
      values: () => [value],
      tell: () => `is ${show(value)}, which the description suggests`,
    };
}
