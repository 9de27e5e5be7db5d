/**
 * Whether an operation may show things that somebody made: a list, or anything with an identity of
 * its own. What cannot be told from the description is taken for one.
 */
import type { Operation, SchemaAt } from '../spec/api.ts';
import type { Documents } from '../spec/documents.ts';
import { wordsOf } from './resource-name.ts';

/** References followed, and levels gone down; beyond them anything may stand. */
const MAX_DEPTH = 16;

const IDENTITY_WORDS: ReadonlySet<string> = new Set(['id', 'ids', 'uuid', 'guid', 'slug', 'key']);

/** @returns whether some answer of success is a list, shows an identifier, or is not described. */
export function showsRecords({ responses }: Operation, documents: Documents): boolean {
  const ofSuccess = responses.filter(({ status }) => /^(2|default)/.test(status));
  const content = ofSuccess.flatMap((response) => response.content);
  return (
    content.length === 0 ||
    content.some(({ schema }) => schema === undefined || mayHold(schema, documents, 0))
  );
}

function mayHold(at: SchemaAt, documents: Documents, depth: number): boolean {
  const { schema, place, dialect } = at;
  if (depth > MAX_DEPTH || !isObject(schema)) return true;
  const { $ref: reference } = schema;
  if (typeof reference === 'string') {
    const target = documents.resolve(reference, place);
    if (target.kind !== 'found') return true;
    const there = { schema: target.value, place: target.place, dialect };
    return mayHold(there, documents, depth + 1);
  }
  const parts = partsOf(schema);
  return (
    parts === 'any' || parts.some((part) => mayHold({ ...at, schema: part }, documents, depth + 1))
  );
}

/** @returns the schemas that say what a value may be made of; `any` where it may be or hold a record */
function partsOf(schema: Readonly<Record<string, unknown>>): readonly unknown[] | 'any' {
  const { type, properties, additionalProperties } = schema;
  const branches = ['allOf', 'anyOf', 'oneOf'].flatMap((word) => [schema[word] ?? []].flat());
  const types = [type ?? []].flat();
  if (types.includes('array') || types.length + branches.length === 0) return 'any';
  const members = isObject(properties) ? properties : {};
  if (Object.keys(members).some(isIdentity)) return 'any';
  const others = isObject(additionalProperties) ? [additionalProperties] : [];
  return [...branches, ...Object.values(members), ...others];
}

function isIdentity(name: string): boolean {
  return wordsOf(name).some((word) => IDENTITY_WORDS.has(word));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
