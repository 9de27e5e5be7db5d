/**
 * Finds the slots of a request: what names something that must exist (path parameters, references
 * by name such as `requester_id` or `ids`), to be filled from what answers showed.
 */
import type { MediaType, Operation, Parameter } from '../spec/api.ts';
import { placeBelow, pointerTokens } from '../spec/place.ts';
import type { Schemas } from '../schema/schemas.ts';
import type { BodyValue } from '../wire/request.ts';
import type { Slot } from './case.ts';
import { pathParameterKeys, referenceKeys, referenceOf } from './resource-name.ts';

/** @returns the slot of a path parameter; undefined for one whose few values the schema lists. */
export function pathSlot(
  operation: Operation,
  parameter: Parameter,
  fallback: Slot['fallback'],
): Slot | undefined {
  if (isEnumerated(parameter.schema?.schema)) return undefined;
  return {
    in: 'path',
    pointer: placeBelow('', parameter.name),
    keys: pathParameterKeys(operation.path, parameter.name),
    shape: 'one',
    required: true,
    fallback,
    place: parameter.place,
  };
}

/** @returns the slot of a query, header or cookie parameter whose name reads like a reference. */
export function parameterSlot(
  operation: Operation,
  parameter: Parameter,
  fallback: Slot['fallback'],
): Slot | undefined {
  const reference = referenceOf(parameter.name);
  if (reference === undefined || isEnumerated(parameter.schema?.schema)) return undefined;
  const isArray = typeOf(parameter.schema?.schema) === 'array';
  return {
    in: parameter.in,
    pointer: placeBelow('', parameter.name),
    keys: referenceKeys(operation.path, parameter.name, ''),
    shape: isArray ? 'array' : reference.many ? 'list' : 'one',
    required: parameter.required,
    fallback,
    place: parameter.place,
  };
}

/**
 * Slots of a body, by member name. A member is required when the body is not valid without it.
 * @param keepGiven what is in the body stands in where nothing better is known
 */
export function bodySlots(input: {
  readonly operation: Operation;
  readonly mediaType: MediaType;
  readonly body: BodyValue;
  readonly schemas: Schemas;
  readonly keepGiven: boolean;
}): readonly Slot[] {
  const { operation, mediaType, body, schemas, keepGiven } = input;
  return referencesIn(body.value, '', '').map(({ pointer, name, parent, value }) => {
    const without = removed(body.value, pointerTokens(pointer));
    const required =
      mediaType.schema !== undefined && !schemas.isValid(mediaType.schema, 'request', without);
    return {
      in: 'body' as const,
      pointer,
      keys: referenceKeys(operation.path, name, parent),
      shape: Array.isArray(value) ? ('array' as const) : ('one' as const),
      required,
      fallback: keepGiven || required ? { value } : undefined,
      place: mediaType.place,
    };
  });
}

interface Reference {
  readonly pointer: string;
  readonly name: string;
  /** The nearest enclosing member's name; empty at the top. */
  readonly parent: string;
  readonly value: unknown;
}

function referencesIn(value: unknown, pointer: string, parent: string): readonly Reference[] {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.flatMap((item, index) => referencesIn(item, placeBelow(pointer, index), parent));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const below = placeBelow(pointer, name);
    if (referenceOf(name) !== undefined && isReferenceValue(member)) {
      return [{ pointer: below, name, parent, value: member as unknown }];
    }
    return referencesIn(member, below, name);
  });
}

function isReferenceValue(value: unknown): boolean {
  if (Array.isArray(value)) {
    return value.length > 0 && value.every((item) => isIdentifier(item));
  }
  return isIdentifier(value);
}

function isIdentifier(value: unknown): boolean {
  return typeof value === 'string' || Number.isInteger(value);
}

function removed(value: unknown, tokens: readonly string[]): unknown {
  const [token, ...rest] = tokens;
  if (token === undefined || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.map((item, index) => (String(index) === token ? removed(item, rest) : item));
  }
  if (rest.length === 0) {
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== token));
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === token ? removed(member, rest) : (member as unknown),
    ]),
  );
}

function isEnumerated(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  return 'enum' in schema || 'const' in schema || typeOf(schema) === 'boolean';
}

function typeOf(schema: unknown): unknown {
  return typeof schema === 'object' && schema !== null && 'type' in schema
    ? schema.type
    : undefined;
}
