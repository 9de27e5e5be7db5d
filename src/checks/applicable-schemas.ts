/**
 * Walks a value beside the schemas that speak of each part of it: through references, every branch
 * of a combinator, and whatever applies under a condition. It says what a description mentions, not
 * what is valid: a branch that does not fit counts as well.
 */
import type { SchemaAt } from '../spec/api.ts';
import type { Documents } from '../spec/documents.ts';
import { placeBelow } from '../spec/place.ts';

/** A schema object where it stands. */
export interface Standing extends SchemaAt {
  readonly schema: Readonly<Record<string, unknown>>;
}

/** One part of the value, with all schemas that speak of it. */
export interface Visited {
  /** JSON pointer in the value. */
  readonly pointer: string;
  readonly value: unknown;
  readonly schemas: readonly Standing[];
}

/** An answer nested deeper is nobody's design. */
const MAX_DEPTH = 200;

/** @returns the value and all its parts, from the outside in; parts that no schema speaks of are left out. */
export function* visitParts(
  value: unknown,
  schema: SchemaAt,
  documents: Documents,
): Generator<Visited> {
  yield* visit({ pointer: '', value, schemas: flattened([schema], documents) }, documents, 0);
}

function* visit(part: Visited, documents: Documents, depth: number): Generator<Visited> {
  if (part.schemas.length === 0 || depth > MAX_DEPTH) return;
  yield part;
  for (const [name, value] of partsOf(part.value)) {
    const below = part.schemas.flatMap((schema) =>
      Array.isArray(part.value) ? itemSchemas(schema, name) : memberSchemas(schema, name),
    );
    const schemas = flattened(below, documents);
    yield* visit({ pointer: placeBelow(part.pointer, name), value, schemas }, documents, depth + 1);
  }
}

function partsOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** @returns what a schema says of one member of an object, its own combinators left aside. */
export function memberSchemas(at: Standing, name: string): readonly SchemaAt[] {
  const found: SchemaAt[] = [];
  const properties = record(at.schema['properties']);
  if (properties !== undefined && Object.hasOwn(properties, name)) {
    found.push(below(at, properties[name], 'properties', name));
  }
  for (const [pattern, schema] of Object.entries(record(at.schema['patternProperties']) ?? {})) {
    if (matches(pattern, name)) found.push(below(at, schema, 'patternProperties', pattern));
  }
  const rest = at.schema['additionalProperties'];
  if (found.length === 0 && record(rest) !== undefined) {
    found.push(below(at, rest, 'additionalProperties'));
  }
  return found;
}

function itemSchemas(at: Standing, index: string): readonly SchemaAt[] {
  const prefix = at.schema['prefixItems'];
  const first = Array.isArray(prefix) ? (prefix as readonly unknown[])[Number(index)] : undefined;
  if (first !== undefined) return [below(at, first, 'prefixItems', index)];
  const { items } = at.schema;
  return record(items) === undefined ? [] : [below(at, items, 'items')];
}

const LISTS = ['allOf', 'anyOf', 'oneOf'] as const;
const SINGLES = ['if', 'then', 'else'] as const;

/** The schemas and all that apply where they do. */
function flattened(roots: readonly SchemaAt[], documents: Documents): readonly Standing[] {
  const seen = new Map<string, Standing>();
  const open = [...roots];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const schema = record(next.schema);
    if (schema === undefined || seen.has(next.place)) continue;
    const standing = { ...next, schema };
    seen.set(next.place, standing);
    open.push(...besides(standing, documents));
  }
  return [...seen.values()];
}

function besides(at: Standing, documents: Documents): readonly SchemaAt[] {
  const { schema, dialect, place } = at;
  const found: SchemaAt[] = [];
  if (typeof schema['$ref'] === 'string') {
    const target = documents.resolve(schema['$ref'], place);
    if (target.kind === 'found') {
      found.push({ schema: target.value, dialect, place: target.place });
    }
  }
  for (const keyword of LISTS) {
    const list = schema[keyword];
    if (!Array.isArray(list)) continue;
    (list as readonly unknown[]).forEach((one, index) => {
      found.push(below(at, one, keyword, index));
    });
  }
  for (const keyword of SINGLES) {
    if (keyword in schema) found.push(below(at, schema[keyword], keyword));
  }
  for (const [name, one] of Object.entries(record(schema['dependentSchemas']) ?? {})) {
    found.push(below(at, one, 'dependentSchemas', name));
  }
  return found;
}

function below(at: Standing, schema: unknown, ...steps: readonly (string | number)[]): SchemaAt {
  return { schema, dialect: at.dialect, place: placeBelow(at.place, ...steps) };
}

function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(name);
  } catch {
    // What can't be read may name anything.
    return true;
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}
