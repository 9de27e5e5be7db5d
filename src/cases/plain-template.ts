/**
 * The plain template: the one request of an operation that a real server should accept. Required
 * parameters and members and those of examples; examples, defaults and enums before invented values.
 */
import type { MediaType, Operation, Parameter } from '../spec/api.ts';
import type { Schemas } from '../schema/schemas.ts';
import { NO_VALUES, type RequestValues } from '../wire/request.ts';
import { concreteMediaType, plainMediaType } from './body-media-type.ts';
import { placeBelow } from '../spec/place.ts';
import type { Case, Slot } from './case.ts';
import { bodySlots, parameterSlot, pathSlot } from './slots.ts';
import { withValueAt } from './values-at.ts';

export type Planned =
  /** The request to try first, and others to try where it is refused. */
  | { readonly kind: 'cases'; readonly first: Case; readonly others: readonly Case[] }
  /** No valid request is known; why, in one sentence. */
  | { readonly kind: 'impossible'; readonly why: string };

/** @returns the operation's round-0 cases with their slots open. */
export function plainTemplate(operation: Operation, schemas: Schemas): Planned {
  try {
    const [first, ...others] = variants(operation, schemas).map((variant, index): Case => ({
      id: `${operation.id}:template:${String(index)}`,
      operation,
      phase: 'template',
      index,
      intent: { kind: 'valid', tier: 'plain' },
      ...plainRequest(operation, schemas, variant),
      deviation: '',
    }));
    return first === undefined
      ? { kind: 'impossible', why: 'no request is known' }
      : { kind: 'cases', first, others };
  } catch (error) {
    // The schema room refuses by typed errors what nothing satisfies; a bug of ours goes on up.
    if (error instanceof Error && 'code' in error) {
      return { kind: 'impossible', why: error.message };
    }
    throw error;
  }
}

/** What one version of the plain request is made of. */
interface Variant {
  /** Optional parameters that have an example go along. */
  readonly withExamples: boolean;
  readonly body: { readonly mediaType: MediaType; readonly value: unknown } | undefined;
}

/** Enough to get past a rule that no schema states, and few enough not to be a phase of their own. */
const MAX_BODIES = 4;

/** The smallest first; then with what examples add; then the other bodies. */
function variants(operation: Operation, schemas: Schemas): readonly Variant[] {
  const [body, ...bodies] = plainBodies(operation, schemas);
  const hasExamples = operation.parameters.some(
    ({ required, examples }) => !required && examples.length > 0,
  );
  return [
    { withExamples: false, body },
    ...(hasExamples ? [{ withExamples: true, body }] : []),
    ...bodies.slice(0, MAX_BODIES).map((other) => ({ withExamples: false, body: other })),
  ];
}

function plainRequest(
  operation: Operation,
  schemas: Schemas,
  { withExamples, body }: Variant,
): { readonly values: RequestValues; readonly slots: readonly Slot[] } {
  const slots: Slot[] = [];
  let values = NO_VALUES;
  for (const parameter of operation.parameters) {
    if (!parameter.required && !(withExamples && parameter.examples.length > 0)) continue;
    const value = plainParameter(parameter, schemas);
    const slot = slotOf(operation, parameter, value === undefined ? undefined : { value });
    const at = { in: parameter.in, pointer: placeBelow('', parameter.name) };
    if (slot !== undefined) slots.push(slot);
    else values = withValueAt(values, at, value);
  }
  if (body === undefined) return { values, slots };
  const written = { mediaType: concreteMediaType(body.mediaType), value: body.value };
  const { mediaType } = body;
  const found = bodySlots({ operation, mediaType, body: written, schemas, keepGiven: false });
  return { values: { ...values, body: written }, slots: [...slots, ...found] };
}

function slotOf(
  operation: Operation,
  parameter: Parameter,
  fallback: Slot['fallback'],
): Slot | undefined {
  return parameter.in === 'path'
    ? pathSlot(operation, parameter, fallback)
    : parameterSlot(operation, parameter, fallback);
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

/** The valid examples in order, then what the schema room thinks plain. */
function plainBodies(
  operation: Operation,
  schemas: Schemas,
): readonly { readonly mediaType: MediaType; readonly value: unknown }[] {
  const mediaType =
    operation.requestBody === undefined ? undefined : plainMediaType(operation.requestBody);
  if (mediaType === undefined) return [];
  const { schema, examples } = mediaType;
  const values = examples
    .map(({ value }) => value)
    .filter((value) => schema === undefined || schemas.isValid(schema, 'request', value));
  // Where nothing satisfies the schema, an example that someone wrote still may.
  if (schema !== undefined && values.length === 0) values.push(schemas.plain(schema, 'request'));
  return values.map((value) => ({ mediaType, value }));
}
