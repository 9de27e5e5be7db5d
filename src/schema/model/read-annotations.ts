/**
 * Reads what says nothing about validity but much about values: examples, directions, the
 * discriminator, and the two extension keywords of descriptions that tell what a server does not
 * enforce (`x-enforced`) or can't state (`x-opaque`).
 */
import { placeBelow } from '../../spec/place.ts';
import { isList, isRecord, type JsonRecord } from '../json-value.ts';
import type { EntryReader } from './entry-reader.ts';
import type { Discriminator, KeywordsDraft } from './keywords.ts';
import type { ReadingContext } from './read-schema.ts';
import type { Target } from './resolver.ts';
import type { SchemaNode } from './schema-node.ts';

/** Reads the annotations that the engine uses. */
export function readAnnotations(
  reader: EntryReader,
  keywords: KeywordsDraft,
  here: Target,
  context: ReadingContext,
): void {
  const examples = readExamples(reader);
  if (examples.length > 0) keywords.examples = examples;
  if (reader.flag('readOnly') === true) keywords.readOnly = true;
  if (reader.flag('writeOnly') === true) keywords.writeOnly = true;
  if (reader.flag('x-opaque') === true) keywords.opaque = true;
  const enforced = reader.value('x-enforced');
  if (enforced === false) keywords.unenforced = 'all';
  else if (isRecord(enforced))
    keywords.unenforced = new Set(Object.keys(enforced).filter((name) => enforced[name] === false));
  const discriminator = reader.record('discriminator');
  if (discriminator !== undefined) {
    const read = readDiscriminator(discriminator, keywords, here, context);
    if (read !== undefined) keywords.discriminator = read;
  }
}

function readExamples(reader: EntryReader): readonly unknown[] {
  const several = reader.value('examples');
  return [
    ...(reader.has('example') ? [reader.value('example')] : []),
    ...(isList(several) ? several : []),
    ...(reader.has('default') ? [reader.value('default')] : []),
  ];
}

/** The mapping's names first, then each branch's own name for those that no mapping names. */
function readDiscriminator(
  raw: JsonRecord,
  keywords: KeywordsDraft,
  here: Target,
  context: ReadingContext,
): Discriminator | undefined {
  const propertyName = raw['propertyName'];
  if (typeof propertyName !== 'string') return undefined;
  const branches = readMapping(raw['mapping'], here, context);
  const mapped = new Set(branches.values());
  for (const branch of keywords.oneOf ?? keywords.anyOf ?? []) {
    const target = branch.keywords.ref;
    const name = target?.place.split('/').at(-1);
    if (target !== undefined && name !== undefined && !mapped.has(target))
      branches.set(name, target);
  }
  return { propertyName, branches };
}

function readMapping(
  mapping: unknown,
  here: Target,
  context: ReadingContext,
): Map<string, SchemaNode> {
  const branches = new Map<string, SchemaNode>();
  for (const [value, reference] of Object.entries(isRecord(mapping) ? mapping : {})) {
    const target = typeof reference === 'string' ? follow(reference, here, context) : undefined;
    if (target !== undefined) branches.set(value, target);
  }
  return branches;
}

/** A mapping's value is a reference, or the bare name of a component schema (OAS 3.1.0, 4.8.25). */
function follow(reference: string, here: Target, context: ReadingContext): SchemaNode | undefined {
  const { resolver } = context.options;
  const asName = placeBelow('#/components/schemas', reference);
  const target =
    (/^[\w.-]+$/.test(reference) ? resolver.follow(asName, here.location) : undefined) ??
    resolver.follow(reference, here.location);
  return target === undefined ? undefined : context.target(target);
}
