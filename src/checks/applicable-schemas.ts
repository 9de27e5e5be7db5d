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

/** What speaks of one part of a value. */
export interface Applicable {
  readonly schemas: readonly Standing[];
  /** Whether anything mentions the part, if only with a schema that is `true` or `false`. */
  readonly isMentioned: boolean;
  readonly member: (name: string) => Applicable;
  readonly item: (index: number) => Applicable;
}

/** One part of the value. */
export interface Visited {
  /** JSON pointer in the value. */
  readonly pointer: string;
  readonly value: unknown;
  readonly applicable: Applicable;
}

/** An answer nested deeper is nobody's design. */
const MAX_DEPTH = 200;

/** @returns the value and all its parts, from the outside in; parts that no schema speaks of are left out. */
export function visitParts(
  value: unknown,
  schema: SchemaAt,
  documents: Documents,
): Iterable<Visited> {
  return visit({ pointer: '', value, applicable: applicableTo(schema, documents) }, 0);
}

function* visit(part: Visited, depth: number): Generator<Visited> {
  const { pointer, value, applicable } = part;
  if (applicable.schemas.length === 0 || depth > MAX_DEPTH) return;
  yield part;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    const below = Array.isArray(value) ? applicable.item(Number(name)) : applicable.member(name);
    if (below.schemas.length === 0) continue;
    yield* visit(
      { pointer: placeBelow(pointer, name), value: member, applicable: below },
      depth + 1,
    );
  }
}

/** Worked out once for each part that answers have, and gone with the schema. */
const known = new WeakMap<
  SchemaAt,
  { readonly documents: Documents; readonly applicable: Applicable }
>();

function applicableTo(schema: SchemaAt, documents: Documents): Applicable {
  const before = known.get(schema);
  if (before?.documents === documents) return before.applicable;
  const applicable = createApplicable([schema], { documents, bySchemas: new Map() });
  known.set(schema, { documents, applicable });
  return applicable;
}

/** More names of one object than this are not kept: hostile answers have many. */
const MOST_NAMES = 1_000;

interface Found {
  readonly documents: Documents;
  /** By the places of the schemas, so that what refers to itself comes to an end. */
  readonly bySchemas: Map<string, Applicable>;
}

function createApplicable(roots: readonly SchemaAt[], found: Found): Applicable {
  const key = roots.map(({ place }) => place).join(' ');
  const before = found.bySchemas.get(key);
  if (before !== undefined) return before;
  const schemas = flattened(roots, found.documents);
  const below = (steps: (schema: Standing) => readonly SchemaAt[]): Applicable =>
    createApplicable(schemas.flatMap(steps), found);
  const members = new Map<string, Applicable>();
  const items: Applicable[] = [];
  const longestPrefix = Math.max(0, ...schemas.map(prefixLength));
  const made: Applicable = {
    schemas,
    isMentioned: roots.length > 0,
    member: (name) => {
      const member = members.get(name) ?? below((schema) => memberSchemas(schema, name));
      if (members.size < MOST_NAMES) members.set(name, member);
      return member;
    },
    item: (index) => {
      // Beyond the longest prefix all items are alike.
      const known = Math.min(index, longestPrefix);
      const item = items[known] ?? below((schema) => itemSchemas(schema, known));
      items[known] = item;
      return item;
    },
  };
  found.bySchemas.set(key, made);
  return made;
}

/** What a schema says of one member of an object, its own combinators left aside. */
function memberSchemas(at: Standing, name: string): readonly SchemaAt[] {
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

function itemSchemas(at: Standing, index: number): readonly SchemaAt[] {
  const prefix = at.schema['prefixItems'];
  const first = Array.isArray(prefix) ? (prefix as readonly unknown[])[index] : undefined;
  if (first !== undefined) return [below(at, first, 'prefixItems', index)];
  const { items } = at.schema;
  return record(items) === undefined ? [] : [below(at, items, 'items')];
}

function prefixLength({ schema }: Standing): number {
  const prefix = schema['prefixItems'];
  return Array.isArray(prefix) ? prefix.length : 0;
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
