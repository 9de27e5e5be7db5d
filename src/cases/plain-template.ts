/**
 * The plain template: the one request of an operation that a real server should accept. Required
 * parameters and members and those of examples; examples, defaults and enums before invented values.
 */
import type { MediaType, Operation, Parameter } from '../spec/api.ts';
import type { Schemas } from '../schema/schemas.ts';
import { NO_VALUES, type BodyValue, type RequestValues } from '../wire/request.ts';
import { concreteMediaType, plainMediaType } from './body-media-type.ts';
import { placeBelow } from '../spec/place.ts';
import type { Case, Slot } from './case.ts';
import { bodySlots, parameterSlot, pathSlot } from './slots.ts';
import { withValueAt } from './values-at.ts';

export type Planned =
  | { readonly kind: 'case'; readonly case: Case }
  /** No valid request is known; why, in one sentence. */
  | { readonly kind: 'impossible'; readonly why: string };

/** @returns the operation's round-0 case with its slots open. */
export function plainTemplate(operation: Operation, schemas: Schemas): Planned {
  try {
    const { values, slots } = plainRequest(operation, schemas);
    return {
      kind: 'case',
      case: {
        id: `${operation.id}:template:0`,
        operation,
        phase: 'template',
        index: 0,
        intent: { kind: 'valid', tier: 'plain' },
        values,
        slots,
        deviation: '',
      },
    };
  } catch (error) {
    // The schema room refuses by typed errors what nothing satisfies; a bug of ours goes on up.
    if (error instanceof Error && 'code' in error) {
      return { kind: 'impossible', why: error.message };
    }
    throw error;
  }
}

function plainRequest(
  operation: Operation,
  schemas: Schemas,
): { readonly values: RequestValues; readonly slots: readonly Slot[] } {
  const slots: Slot[] = [];
  let values = NO_VALUES;
  for (const parameter of operation.parameters.filter(({ required }) => required)) {
    const value = plainParameter(parameter, schemas);
    const fallback = value === undefined ? undefined : { value };
    const slot =
      parameter.in === 'path'
        ? pathSlot(operation, parameter, fallback)
        : parameterSlot(operation, parameter, fallback);
    if (slot !== undefined) slots.push(slot);
    else
      values = withValueAt(
        values,
        { in: parameter.in, pointer: placeBelow('', parameter.name) },
        value,
      );
  }
  const body = plainBody(operation, schemas);
  if (body === undefined) return { values, slots };
  const found = bodySlots({ operation, ...body, schemas, keepGiven: false });
  return { values: { ...values, body: body.body }, slots: [...slots, ...found] };
}

/** @returns the parameter's first valid example, else what the schema room thinks plain. */
export function plainParameter(parameter: Parameter, schemas: Schemas): unknown {
  const schema = parameter.schema ?? parameter.content?.schema;
  const examples = [...parameter.examples, ...(parameter.content?.examples ?? [])];
  const valid = examples.find(
    ({ value }) => schema === undefined || schemas.isValid(schema, 'request', value),
  );
  if (valid !== undefined) return valid.value;
  return schema === undefined ? undefined : schemas.plain(schema, 'request');
}

function plainBody(
  operation: Operation,
  schemas: Schemas,
): { readonly mediaType: MediaType; readonly body: BodyValue } | undefined {
  const mediaType =
    operation.requestBody === undefined ? undefined : plainMediaType(operation.requestBody);
  if (mediaType === undefined) return undefined;
  const { schema, examples } = mediaType;
  const example = examples.find(
    ({ value }) => schema === undefined || schemas.isValid(schema, 'request', value),
  );
  const value =
    example !== undefined
      ? example.value
      : schema === undefined
        ? undefined
        : schemas.plain(schema, 'request');
  if (value === undefined) return undefined;
  return { mediaType, body: { mediaType: concreteMediaType(mediaType), value } };
}
