/**
 * Where the description speaks of one member of a request: follows references, properties, items
 * and the branches of combinators down a JSON pointer.
 */
import type { SchemaAt } from '../spec/api.ts';
import type { Documents } from '../spec/documents.ts';
import { placeBelow, pointerTokens, type Place } from '../spec/place.ts';
import { isKnownFormat } from '../schema/judge/formats.ts';

export interface MemberSchema {
  /** The innermost schema found on the way. */
  readonly place: Place;
  /** Whether it, or what it stands in, is marked `x-opaque: true`. */
  readonly opaque: boolean;
  /** Whether a format that no validator knows says what is valid, and no list of values does. */
  readonly hasUnknownFormat: boolean;
  /** Whether its values are told one by one: an enum, a const or a boolean. */
  readonly isListed: boolean;
}

/** References followed for one member; a circle of them ends there. */
const MAX_STEPS = 64;

/** @returns what is known of the member that `pointer` leads to in a value of the schema. */
export function memberSchema(at: SchemaAt, pointer: string, documents: Documents): MemberSchema {
  let here: readonly Standing[] = opened([{ schema: at.schema, place: at.place }], documents);
  let opaque = here.some(isOpaque);
  let place = here[0]?.place ?? at.place;
  for (const token of pointerTokens(pointer)) {
    here = opened(
      here.flatMap((standing) => below(standing, token)),
      documents,
    );
    const [first] = here;
    if (first === undefined) break;
    place = first.place;
    opaque ||= here.some(isOpaque);
  }
  return {
    place,
    opaque,
    hasUnknownFormat: here.some(isOfUnknownFormat),
    isListed: here.some(isListed),
  };
}

interface Standing {
  readonly schema: unknown;
  readonly place: Place;
}

/** The schemas with those that their references and combinators lead to. */
function opened(start: readonly Standing[], documents: Documents): readonly Standing[] {
  const found: Standing[] = [];
  const queue = [...start];
  for (let steps = 0; queue.length > 0 && steps < MAX_STEPS; steps += 1) {
    const next = queue.shift();
    if (next === undefined || !isObject(next.schema)) continue;
    const { schema, place } = next;
    found.push(next);
    const reference = schema['$ref'];
    if (typeof reference === 'string') {
      const resolved = documents.resolve(reference, place);
      if (resolved.kind === 'found') queue.push({ schema: resolved.value, place: resolved.place });
    }
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
      const branches: unknown = schema[keyword];
      if (!Array.isArray(branches)) continue;
      branches.forEach((branch: unknown, index) => {
        queue.push({ schema: branch, place: placeBelow(place, keyword, index) });
      });
    }
  }
  return found;
}

function below({ schema, place }: Standing, token: string): readonly Standing[] {
  if (!isObject(schema)) return [];
  const properties = schema['properties'];
  if (isObject(properties) && Object.hasOwn(properties, token)) {
    return [{ schema: properties[token], place: placeBelow(place, 'properties', token) }];
  }
  const items = schema['items'];
  return /^\d+$/.test(token) && isObject(items)
    ? [{ schema: items, place: placeBelow(place, 'items') }]
    : [];
}

function isOpaque({ schema }: Standing): boolean {
  return isObject(schema) && schema['x-opaque'] === true;
}

function isOfUnknownFormat({ schema }: Standing): boolean {
  if (!isObject(schema) || 'enum' in schema || 'const' in schema) return false;
  const { format } = schema;
  return typeof format === 'string' && !isKnownFormat(format);
}

function isListed({ schema }: Standing): boolean {
  if (!isObject(schema)) return false;
  return 'enum' in schema || 'const' in schema || schema['type'] === 'boolean';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
