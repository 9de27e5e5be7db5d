/**
 * The shape that a schema gives its values: `$ref`, `allOf`, `anyOf`, `oneOf`, types, enums and
 * members followed as far as a value is deep. Conditions (`not`, `if`, dependent schemas) only ever
 * narrow, so they are left out (JSON Schema 2020-12 core, section 10; OAS 3.0.3, section 4.7.24).
 */
import type { Dialect, SchemaAt } from '../spec/api.ts';
import type { Documents } from '../spec/documents.ts';
import type { Place } from '../spec/place.ts';
import { placeBelow } from '../spec/place.ts';
import { jsonTypeOf } from './json-type.ts';
import type { JsonType } from './json-type.ts';
import { allShapes, ANY_SHAPE, anyShapes, NO_SHAPE, NULL_SHAPE } from './value-shape.ts';
import type { ValueShape } from './value-shape.ts';
import { isRecord, ownMember } from './value-text.ts';

/** @returns the shape of a schema's values; any shape where there is no schema or its `$ref` leads nowhere. */
export function schemaShape(
  schema: SchemaAt | undefined,
  documents: Documents | undefined,
): ValueShape {
  if (schema === undefined) return ANY_SHAPE;
  const known = SHAPES.get(schema);
  if (known !== undefined && known.documents === documents) return known.shape;
  const shape = shapeAt({ ...schema, documents, seen: new Set() });
  SHAPES.set(schema, { documents, shape });
  return shape;
}

/** Derived from the schema alone, and gone with it. */
const SHAPES = new WeakMap<SchemaAt, { documents: Documents | undefined; shape: ValueShape }>();

/** A schema on the way through `$ref`s and combinations that go no deeper into the value. */
interface Node {
  readonly schema: unknown;
  readonly place: Place;
  readonly dialect: Dialect;
  readonly documents: Documents | undefined;
  readonly seen: ReadonlySet<Place>;
}

function shapeAt(node: Node): ValueShape {
  const { schema } = node;
  if (schema === false) return NO_SHAPE;
  if (!isRecord(schema)) return ANY_SHAPE;
  const reference = ownMember(schema, '$ref');
  const referred = typeof reference === 'string' ? referredShape(node, reference) : ANY_SHAPE;
  // OAS 3.0.3, 4.7.23: what stands beside a $ref is ignored.
  if (typeof reference === 'string' && node.dialect === 'openapi-3.0') return referred;
  const shape = allShapes([
    ownShape(node, schema),
    referred,
    ...branches(node, schema, 'allOf'),
    ...alternatives(node, schema, 'anyOf'),
    ...alternatives(node, schema, 'oneOf'),
  ]);
  return ownMember(schema, 'nullable') === true ? anyShapes([shape, NULL_SHAPE]) : shape;
}

function referredShape(node: Node, reference: string): ValueShape {
  const resolved = node.documents?.resolve(reference, node.place);
  if (resolved?.kind !== 'found' || node.seen.has(resolved.place)) return ANY_SHAPE;
  const { value: schema, place } = resolved;
  return shapeAt({ ...node, schema, place, seen: new Set([...node.seen, place]) });
}

type SchemaObject = Readonly<Record<string, unknown>>;

function branches(node: Node, schema: SchemaObject, keyword: string): readonly ValueShape[] {
  const list = ownMember(schema, keyword);
  if (!Array.isArray(list)) return [];
  return list.map((branch: unknown, index) =>
    shapeAt({ ...node, schema: branch, place: placeBelow(node.place, keyword, index) }),
  );
}

function alternatives(node: Node, schema: SchemaObject, keyword: string): readonly ValueShape[] {
  const shapes = branches(node, schema, keyword);
  return shapes.length === 0 ? [] : [anyShapes(shapes)];
}

/** What the schema's own keywords say. */
function ownShape(node: Node, schema: SchemaObject): ValueShape {
  const properties = ownMember(schema, 'properties');
  return {
    types: ownTypes(schema),
    memberNames: isRecord(properties) ? Object.keys(properties) : [],
    member: remembered((name) => memberShape(node, schema, name)),
    item: remembered((index) => itemShape(node, schema, index)),
    isFile: ownMember(schema, 'format') === 'binary' || isEncodedMedia(schema),
  };
}

/** Bytes of a media type without an encoding into text. @see OAS 3.1.0, 4.8.14.1 */
function isEncodedMedia(schema: SchemaObject): boolean {
  const mediaType = ownMember(schema, 'contentMediaType');
  return (
    typeof mediaType === 'string' &&
    ownMember(schema, 'contentEncoding') === undefined &&
    !/json|^text\//i.test(mediaType)
  );
}

function ownTypes(schema: SchemaObject): ReadonlySet<JsonType> {
  const declared = ownMember(schema, 'type');
  const values = ownMember(schema, 'enum');
  const names: readonly unknown[] = Array.isArray(declared) ? declared : [declared];
  const byType = declared === undefined ? [...ANY_SHAPE.types] : names.flatMap(typeNamed);
  if (Object.hasOwn(schema, 'const')) return only(byType, [jsonTypeOf(schema['const'])]);
  return only(byType, Array.isArray(values) ? values.map(jsonTypeOf) : byType);
}

function only(one: readonly JsonType[], other: readonly JsonType[]): ReadonlySet<JsonType> {
  return new Set(one.filter((type) => other.includes(type)));
}

/** `integer` is a number on the wire; a name that is no type rules nothing out. */
function typeNamed(name: unknown): readonly JsonType[] {
  if (name === 'integer') return ['number'];
  if (name === 'file') return ['string'];
  const known = [...ANY_SHAPE.types].filter((type) => type === name);
  return known.length === 0 ? [...ANY_SHAPE.types] : known;
}

function memberShape(node: Node, schema: SchemaObject, name: string): ValueShape {
  const properties = ownMember(schema, 'properties');
  const below = (value: unknown, ...tokens: readonly string[]): ValueShape =>
    shapeAt({ ...node, schema: value, place: placeBelow(node.place, ...tokens), seen: new Set() });
  const found: ValueShape[] = [];
  if (isRecord(properties) && Object.hasOwn(properties, name))
    found.push(below(properties[name], 'properties', name));
  const patterns = ownMember(schema, 'patternProperties');
  if (isRecord(patterns))
    for (const [pattern, value] of Object.entries(patterns))
      if (matches(pattern, name)) found.push(below(value, 'patternProperties', pattern));
  if (found.length === 0 && Object.hasOwn(schema, 'additionalProperties'))
    found.push(below(schema['additionalProperties'], 'additionalProperties'));
  return allShapes(found);
}

function itemShape(node: Node, schema: SchemaObject, index: number): ValueShape {
  const prefix = ownMember(schema, 'prefixItems');
  const below = (value: unknown, ...tokens: readonly (string | number)[]): ValueShape =>
    shapeAt({ ...node, schema: value, place: placeBelow(node.place, ...tokens), seen: new Set() });
  if (Array.isArray(prefix) && index < prefix.length)
    return below(prefix[index], 'prefixItems', index);
  return Object.hasOwn(schema, 'items') ? below(schema['items'], 'items') : ANY_SHAPE;
}

/** A pattern that is no expression here matches nothing that we could rule out. */
function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(name);
  } catch {
    return false;
  }
}

function remembered<K>(find: (key: K) => ValueShape): (key: K) => ValueShape {
  const known = new Map<K, ValueShape>();
  return (key) => {
    const shape = known.get(key) ?? find(key);
    known.set(key, shape);
    return shape;
  };
}
