/**
 * Objects with as few and as many members as they may have: each optional member absent, each
 * alone, none and all of them (JSON Schema Validation 2020-12, section 6.5).
 */
import { holds } from '../canon/literal.ts';
import { hasMember, isRecord, type JsonRecord } from '../json-value.ts';
import { grownObjects } from '../violations/attempts-on-object.ts';
import { isOffered } from '../violations/offered.ts';
import { count, show } from '../violations/show.ts';
import { allClaimsOn, withMember } from '../violations/spot.ts';
import type { Edge, EdgeContext } from './edge.ts';

/** Larger objects than this are not made. */
const MOST_MEMBERS = 10_000;

/** @returns the edges of an object that the one schema brings in. */
export function* objectEdges(context: EdgeContext): Iterable<Edge> {
  const { node, spot } = context;
  const { value } = spot;
  if (!isRecord(value)) return;
  yield* optionalEdges(context, value);
  const { minProperties, maxProperties } = node.keywords;
  for (const [keyword, size] of [
    ['minProperties', minProperties],
    ['maxProperties', maxProperties],
  ] as const) {
    if (size === undefined || size > MOST_MEMBERS) continue;
    yield {
      keyword,
      place: node.placeOf(keyword),
      tier: 'edge',
      values: () => ofSize(context, value, size),
      tell: () => `has ${count(size, 'member')}, its ${keyword}`,
    };
  }
}

function ofSize(context: EdgeContext, value: JsonRecord, size: number): Iterable<JsonRecord> {
  const present = Object.keys(value);
  if (present.length <= size) return grownObjects(context, value, size);
  const required = requiredBy(context);
  const order = [...present].sort(
    (left, right) => Number(required.has(right)) - Number(required.has(left)),
  );
  return [only(value, new Set(order.slice(0, size)))];
}

function requiredBy({ spot }: EdgeContext): ReadonlySet<string> {
  return new Set(spot.applied.flatMap(({ keywords }) => keywords.required ?? []));
}

function* optionalEdges(context: EdgeContext, value: JsonRecord): Iterable<Edge> {
  const { node } = context;
  const required = requiredBy(context);
  const names = [...(node.keywords.properties?.keys() ?? [])].filter((name) => !required.has(name));
  if (names.length === 0) return;
  const least = only(value, required);
  for (const name of names) yield* optionalEdge(context, name, { value, least });
  const here = { place: node.placeOf('properties'), tier: 'plain' } as const;
  yield {
    ...here,
    keyword: 'optional-none',
    values: () => [least],
    tell: () => 'has none of its optional members',
  };
  yield {
    ...here,
    keyword: 'optional-all',
    values: () => full(context, value, names),
    tell: () => 'has all of its optional members',
  };
}

function* optionalEdge(
  context: EdgeContext,
  name: string,
  { value, least }: { readonly value: JsonRecord; readonly least: JsonRecord },
): Iterable<Edge> {
  const { node } = context;
  const here = { place: node.placeOf('properties', name), tier: 'plain', about: name } as const;
  if (hasMember(value, name))
    yield {
      ...here,
      keyword: 'optional-absent',
      values: () => [withMember(value, name, undefined)],
      tell: () => 'is absent',
    };
  yield {
    ...here,
    keyword: 'optional-alone',
    *values() {
      const member = hasMember(value, name) ? { value: value[name] } : plainMember(context, name);
      if (member === undefined) return;
      yield withMember(least, name, member.value);
      yield withMember(value, name, member.value);
    },
    tell: (changed) => `is ${show(isRecord(changed) ? changed[name] : changed)}`,
  };
}

function plainMember(
  { spot, parts, direction }: EdgeContext,
  name: string,
): { readonly value: unknown } | undefined {
  const entries = allClaimsOn(spot.applied, name);
  return isOffered(entries, direction) ? parts.plain(entries.map(holds)) : undefined;
}

function* full(
  context: EdgeContext,
  value: JsonRecord,
  names: readonly string[],
): Iterable<JsonRecord> {
  let whole = value;
  for (const name of names) {
    const member = hasMember(value, name) ? undefined : plainMember(context, name);
    if (member !== undefined) whole = withMember(whole, name, member.value);
  }
  yield whole;
}

function only(value: JsonRecord, names: ReadonlySet<string>): JsonRecord {
  return Object.fromEntries(Object.entries(value).filter(([name]) => names.has(name)));
}
