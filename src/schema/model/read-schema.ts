/**
 * Reads one schema object: entries to {@link Keywords}. A malformed keyword is dropped as if it
 * were absent and the rest counts; telling of it is the reader of the description's job.
 */
import type { Place } from '../../spec/place.ts';
import { traitsOf } from '../dialect.ts';
import { isRecord } from '../json-value.ts';
import { entriesOf, type Entries } from './entries.ts';
import { EntryReader } from './entry-reader.ts';
import type { Keywords, KeywordsDraft } from './keywords.ts';
import { isNullableWhole, withNull } from './nullable-whole.ts';
import { readAnnotations } from './read-annotations.ts';
import { readArrays, readNumbers, readObjects, readStrings } from './read-assertions.ts';
import { releasedNames } from './released-names.ts';
import type { Target } from './resolver.ts';
import type { NodeReading, SchemaNode } from './schema-node.ts';
import type { WorldOptions } from './world.ts';

export interface ReadingContext {
  readonly options: WorldOptions;
  /** The schemas that apply this one to the same value, outermost first. */
  readonly around: readonly Target[];
  child(raw: unknown, place: Place): SchemaNode;
  /** A child applied to the same value. */
  inPlace(raw: unknown, place: Place): SchemaNode;
  target(target: Target): SchemaNode;
  /** Part of this schema, at the same place. */
  synthetic(keywords: Keywords, origins: NodeReading['origins']): SchemaNode;
}

/** @returns the schema's keywords, in the terms of draft 2020-12. */
export function readSchema(here: Target, context: ReadingContext): NodeReading {
  const { raw, location } = here;
  if (typeof raw === 'boolean')
    return { keywords: raw ? {} : { verdict: false }, origins: new Map() };
  if (!isRecord(raw)) return { keywords: {}, origins: new Map() };
  const traits = traitsOf(location.dialect);
  const entries = entriesOf(raw, traits, context.options.honoursRefSiblings);
  const reader = new EntryReader(entries, location.place, context);
  const keywords: KeywordsDraft = {};
  readNumbers(reader, keywords);
  readStrings(reader, keywords);
  readArrays(reader, keywords);
  readObjects(reader, keywords);
  readCombinators(reader, keywords);
  readReferences(reader, keywords, here, context);
  readAnnotations(reader, keywords, here, context);
  if (keywords.required !== undefined) releaseRequired(keywords, here, context);
  if (keywords.contains !== undefined && traits.hasRecursiveRef) keywords.containsEvaluates = false;
  const origins = originsOf(entries, keywords);
  if (!traits.isOpenApi || !isNullableWhole(raw)) return { keywords, origins };
  return { keywords: withNull(keywords, (inner) => context.synthetic(inner, origins)), origins };
}

function originsOf(entries: Entries, { ref }: KeywordsDraft): NodeReading['origins'] {
  const origins = new Map<string, readonly string[]>();
  for (const [name, { steps }] of entries) if (steps[0] !== name) origins.set(name, steps);
  if (ref !== undefined && !entries.has('$ref'))
    origins.set('$ref', [entries.has('$dynamicRef') ? '$dynamicRef' : '$recursiveRef']);
  return origins;
}

function readCombinators(reader: EntryReader, keywords: KeywordsDraft): void {
  for (const name of ['allOf', 'anyOf', 'oneOf'] as const) {
    const branches = reader.inPlaceList(name);
    if (branches !== undefined) keywords[name] = branches;
  }
  for (const name of ['not', 'if', 'then', 'else'] as const) {
    const schema = reader.inPlace(name);
    if (schema !== undefined) keywords[name] = schema;
  }
}

function readReferences(
  reader: EntryReader,
  keywords: KeywordsDraft,
  here: Target,
  context: ReadingContext,
): void {
  const { resolver } = context.options;
  const found: SchemaNode[] = [];
  for (const name of ['$ref', '$dynamicRef', '$recursiveRef']) {
    const reference = reader.text(name);
    if (reference === undefined) continue;
    const target =
      name === '$ref'
        ? resolver.follow(reference, here.location)
        : resolver.followDynamic(reference, here.location);
    if (target === undefined) keywords.dangles = true;
    else found.push(context.target(target));
  }
  const [first, ...others] = found;
  if (first !== undefined) keywords.ref = first;
  if (others.length > 0) keywords.allOf = [...(keywords.allOf ?? []), ...others];
}

function releaseRequired(keywords: KeywordsDraft, here: Target, context: ReadingContext): void {
  const { direction, resolver } = context.options;
  if (direction === undefined || keywords.required === undefined) return;
  const released = new Set<string>();
  for (const around of [...context.around, here])
    for (const name of releasedNames(around, direction, resolver)) released.add(name);
  if (released.size === 0) return;
  keywords.required = keywords.required.filter((name) => !released.has(name));
}
