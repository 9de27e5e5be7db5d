/** The parts of an accepted request that can deviate: its parameters and its body. */
import type { MediaType, Operation, Parameter, SchemaAt } from '../spec/api.ts';
import { placeBelow } from '../spec/place.ts';
import type { Schemas } from '../schema/schemas.ts';
import { mostSpecificMatch } from '../wire/media-type.ts';
import { isWritable } from '../wire/parameter-content.ts';
import type { RequestValues } from '../wire/request.ts';
import type { Case } from './case.ts';
import { plainParameter, unlessRefused } from './plain-template.ts';
import { referenceOf } from './resource-name.ts';
import { valueAt, type ValuePlace } from './values-at.ts';

/** What the accepted request was, and its template's open slots. */
export interface Accepted {
  readonly case: Case;
  /** As bound. */
  readonly values: RequestValues;
}

/** A part of a request that has a schema, and the value it deviates from. */
export interface Part {
  readonly in: Parameter['in'] | 'body';
  /** Where it stands in its location; empty for the body. */
  readonly pointer: string;
  readonly schema: SchemaAt;
  readonly value: unknown;
  /** Absent from the accepted request: every deviation brings it in. */
  readonly isAdded: boolean;
  readonly opaque: boolean;
  /** Its values, or those of its members, are written as texts. */
  readonly isText: boolean;
  readonly parameter: Parameter | undefined;
}

/** Every parameter and the body, each with the value that the accepted request has, or a plain one. */
export function partsOf({ case: template, values }: Accepted, schemas: Schemas): readonly Part[] {
  const { operation } = template;
  const parameters = operation.parameters.flatMap((parameter): readonly Part[] => {
    const schema = parameter.schema ?? parameter.content?.schema;
    if (schema === undefined || !parameter.declared || !isWritable(parameter)) return [];
    const at = { in: parameter.in, pointer: placeBelow('', parameter.name) };
    const present = valueAt(values, at);
    // What no value satisfies cannot go along, and needs not be there: the request was accepted.
    const [value] =
      present === undefined ? unlessRefused(() => plainParameter(parameter, schemas)) : [present];
    if (value === undefined) return [];
    const opaque = isMarkedOpaque(schema.schema) || referenceOf(parameter.name) !== undefined;
    return [
      { ...at, schema, value, isAdded: present === undefined, opaque, isText: true, parameter },
    ];
  });
  const body = bodySchema(operation, values)?.schema;
  if (body === undefined || values.body === undefined) return parameters;
  const whole = { in: 'body' as const, pointer: '', schema: body, value: values.body.value };
  const isText = /^(application\/x-www-form-urlencoded|multipart\/)/.test(values.body.mediaType);
  return [...parameters, { ...whole, isAdded: false, opaque: false, isText, parameter: undefined }];
}

function bodySchema(operation: Operation, { body }: RequestValues): MediaType | undefined {
  if (body === undefined) return undefined;
  return mostSpecificMatch(operation.requestBody?.content ?? [], body.mediaType);
}

/** @returns whether the schema says so of itself */
export function isMarkedOpaque(schema: unknown): boolean {
  return (
    typeof schema === 'object' &&
    schema !== null &&
    'x-opaque' in schema &&
    schema['x-opaque'] === true
  );
}

/** @returns whether the part is one that something known must fill */
export function isSlot({ slots }: Case, part: Part): boolean {
  return slots.some((slot) => slot.in === part.in && slot.pointer === part.pointer);
}

/** @returns whether the one is the other, stands in it, or holds it */
export function overlaps(one: ValuePlace, other: ValuePlace): boolean {
  if (one.in !== other.in) return false;
  return (
    `${one.pointer}/`.startsWith(`${other.pointer}/`) ||
    `${other.pointer}/`.startsWith(`${one.pointer}/`)
  );
}
