/**
 * The plain template: the one request of an operation that a real server should accept. Required
 * parameters and members and those of examples; examples, defaults and enums before invented values.
 * Where that is refused, other requests that a client would think of.
 */
import type { MediaType, Operation, Parameter } from '../spec/api.ts';
import type { Boundary, Schemas } from '../schema/schemas.ts';
import { isWritable } from '../wire/parameter-content.ts';
import { NO_VALUES, type RequestValues } from '../wire/request.ts';
import { isBeyondCodecs, plainMediaType } from './body-media-type.ts';
import { placeBelow } from '../spec/place.ts';
import type { Case, Slot } from './case.ts';
import { inOtherOrders } from './in-order.ts';
import { plainBody } from './request-body.ts';
import { bodySlots, parameterSlot, pathSlot } from './slots.ts';
import { withValueAt } from './values-at.ts';

export type Planned =
  /** The request to try first, and others to try where it is refused. */
  | {
      readonly kind: 'cases';
      readonly first: Case;
      readonly others: readonly Case[];
      /**
       * Requests with all that is optional, for a server that asks for it all the same; made only
       * when asked for, since large bodies take their time.
       */
      readonly whole: () => readonly Case[];
    }
  /** No valid request is known, or none can be written; why, in one sentence. */
  | {
      readonly kind: 'impossible';
      readonly reason: 'cannot be generated' | 'no codec';
      readonly why: string;
    };

/** @returns the operation's round-0 cases with their slots open. */
export function plainTemplate(operation: Operation, schemas: Schemas): Planned {
  const { requestBody, parameters } = operation;
  const unwritable = parameters.find((one) => one.required && !isWritable(one));
  if (unwritable !== undefined) {
    const why = `its ${unwritable.in} parameter ${unwritable.name} is ${unwritable.content?.type ?? ''}`;
    return { kind: 'impossible', reason: 'no codec', why };
  }
  if (requestBody !== undefined && isBeyondCodecs(requestBody)) {
    const types = requestBody.content.map(({ type }) => type).join(', ');
    return { kind: 'impossible', reason: 'no codec', why: `its body is ${types}` };
  }
  try {
    const planned = variants(operation, schemas);
    const toCase = (variant: Variant, index: number): Case => ({
      id: `${operation.id}:template:${String(index)}`,
      operation,
      phase: 'template',
      index,
      intent: { kind: 'valid', tier: 'plain' },
      ...plainRequest(operation, schemas, variant),
      deviation: '',
    });
    const [first, ...others] = planned.map(toCase);
    if (first === undefined) return impossible('no request is known');
    const whole = (): readonly Case[] => {
      const more = wholeVariants(operation, schemas, planned[0]?.body).flatMap((variant, index) =>
        unlessRefused(() => toCase(variant, planned.length + index)),
      );
      return [
        ...reordered(first, schemas),
        ...more.flatMap((one) => [one, ...reordered(one, schemas)]),
      ];
    };
    return { kind: 'cases', first, others, whole };
  } catch (error) {
    // The schema room refuses by typed errors what nothing satisfies; a bug of ours goes on up.
    if (error instanceof Error && 'code' in error) {
      return impossible(error.message);
    }
    throw error;
  }
}

function impossible(why: string): Planned {
  return { kind: 'impossible', reason: 'cannot be generated', why };
}

function reordered(testCase: Case, schemas: Schemas): readonly Case[] {
  return inOtherOrders(testCase, schemas).map((one, index) => ({
    ...one,
    id: `${one.id}-order-${String(index)}`,
  }));
}

/** What one version of the plain request is made of. */
interface Variant {
  /** Which optional parameters go along. */
  readonly optional: 'none' | 'those with examples' | 'all';
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
    { optional: 'none', body },
    ...(hasExamples ? [{ optional: 'those with examples', body } as const] : []),
    ...bodies.slice(0, MAX_BODIES).map((other) => ({ optional: 'none', body: other }) as const),
  ];
}

function wholeVariants(
  operation: Operation,
  schemas: Schemas,
  body: Variant['body'],
): readonly Variant[] {
  const [whole] = unlessRefused(() => wholeBody(schemas, body));
  const hasOptional = operation.parameters.some(({ required }) => !required);
  return [
    ...(whole === undefined ? [] : [{ optional: 'none', body: whole } as const]),
    ...(hasOptional ? [{ optional: 'all', body: whole ?? body } as const] : []),
  ];
}

/** @returns what was made; nothing where the schema room refuses by a typed error. */
export function unlessRefused<Made>(make: () => Made): readonly Made[] {
  try {
    return [make()];
  } catch (error) {
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}

/** The body with every member that it may have; undefined where the plain one has them already. */
function wholeBody(schemas: Schemas, body: Variant['body']): Variant['body'] {
  const schema = body?.mediaType.schema;
  if (body === undefined || schema === undefined) return undefined;
  let alone: Boundary | undefined;
  for (const boundary of schemas.boundaries(schema, body.value, { direction: 'request' })) {
    const { keyword, pointer, value } = boundary;
    if (keyword === 'optional-all' && pointer === '') return { ...body, value };
    if (keyword === 'optional-alone') alone ??= boundary;
  }
  // Of a single optional member, having it alone is having them all.
  return alone && { ...body, value: alone.value };
}

function plainRequest(
  operation: Operation,
  schemas: Schemas,
  { optional, body }: Variant,
): { readonly values: RequestValues; readonly slots: readonly Slot[] } {
  const slots: Slot[] = [];
  let values = NO_VALUES;
  for (const parameter of operation.parameters) {
    if (!parameter.required && !goesAlong(parameter, optional)) continue;
    const value = plainParameter(parameter, schemas);
    const slot = slotOf(operation, parameter, value === undefined ? undefined : { value });
    const at = { in: parameter.in, pointer: placeBelow('', parameter.name) };
    if (slot !== undefined) slots.push(slot);
    else values = withValueAt(values, at, value);
  }
  if (body === undefined) return { values, slots };
  const written = plainBody(body.mediaType, body.value, schemas);
  const { mediaType } = body;
  const found = bodySlots({ operation, mediaType, body: written, schemas, keepGiven: false });
  return { values: { ...values, body: written }, slots: [...slots, ...found] };
}

function goesAlong(parameter: Parameter, optional: Variant['optional']): boolean {
  if (!isWritable(parameter)) return false;
  const { examples } = parameter;
  return optional === 'all' || (optional === 'those with examples' && examples.length > 0);
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
