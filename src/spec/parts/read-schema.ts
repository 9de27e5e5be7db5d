/**
 * A schema as the other rooms get it: as written, where it stands, its references left to whoever
 * walks it. Absent when nothing is left of it.
 */
import type { SchemaAt } from '../api.ts';
import { checkSchema } from './check-schema.ts';
import { isObject, type Part } from './part.ts';
import type { Reading } from './reading.ts';

/** @returns the schema, or undefined when it is none, or only a reference that leads nowhere. */
export function readSchema(reading: Reading, part: Part | undefined): SchemaAt | undefined {
  if (part === undefined) return undefined;
  checkSchema(reading, part);
  const dialect = reading.dialectAt(part.place);
  if (typeof part.value !== 'boolean' && !isObject(part.value)) return undefined;
  if (isOnlyReference(part.value, dialect) && !leadsSomewhere(reading, part)) return undefined;
  return { schema: part.value, dialect, place: part.place };
}

function isOnlyReference(schema: unknown, dialect: SchemaAt['dialect']): boolean {
  if (!isObject(schema) || typeof schema['$ref'] !== 'string') return false;
  return dialect === 'openapi-3.0' || Object.keys(schema).length === 1;
}

function leadsSomewhere(reading: Reading, start: Part): boolean {
  const seen = new Set<string>();
  let value = start.value;
  let place = start.place;
  while (isOnlyReference(value, reading.dialectAt(place))) {
    if (seen.has(place)) return false;
    seen.add(place);
    // Holds because isOnlyReference has looked.
    const resolved = reading.documents.resolve((value as { $ref: string }).$ref, place);
    if (resolved.kind === 'dangling') return false;
    ({ value, place } = resolved);
  }
  return typeof value === 'boolean' || isObject(value);
}
