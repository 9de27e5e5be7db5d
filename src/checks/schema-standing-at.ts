/**
 * Follows a schema's `$ref`s to the object that stands behind them. Checks ask it for annotations
 * (default, format, enum), which no validator tells.
 */
import type { SchemaAt } from '../spec/api.ts';
import type { Documents } from '../spec/documents.ts';

export interface StandingSchema extends SchemaAt {
  readonly schema: Readonly<Record<string, unknown>>;
}

/** References that one schema may lead through; a longer trail is a circle. */
const MAX_HOPS = 32;

/** @returns the schema object; undefined for a boolean, junk, or a reference that leads nowhere. */
export function schemaStandingAt(at: SchemaAt, documents: Documents): StandingSchema | undefined {
  let { schema, place } = at;
  for (let hops = 0; hops < MAX_HOPS; hops += 1) {
    if (!isObject(schema)) return undefined;
    const reference = schema['$ref'];
    // Beside a reference other keywords stand in 3.1: then it is one subschema among others.
    const isAlias = typeof reference === 'string' && Object.keys(schema).length === 1;
    if (!isAlias) return { ...at, schema, place };
    const found = documents.resolve(reference, place);
    if (found.kind === 'dangling') return undefined;
    schema = found.value;
    place = found.place;
  }
  return undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
