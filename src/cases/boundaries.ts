/**
 * The phase `boundaries`: one deviation at a time from the request that was accepted. Each keyword
 * of each parameter and body member at its edge (valid) and one past it (invalid); each optional
 * part alone; each enum value. Linear in the size of the description.
 */
import type { MediaType, Operation, Parameter, SchemaAt } from '../spec/api.ts';
import { placeBelow, pointerTokens } from '../spec/place.ts';
import type { Boundary, Schemas, Violation } from '../schema/schemas.ts';
import { canStandInHeader, canStandInPath } from '../wire/can-stand.ts';
import { mostSpecificMatch } from '../wire/media-type.ts';
import type { RequestValues } from '../wire/request.ts';
import { asText } from './as-text.ts';
import type { Case, Slot } from './case.ts';
import type { Intent, Member } from './intent.ts';
import { differingMembers } from './differing-members.ts';
import { listBesideType } from './list-beside-type.ts';
import { plainParameter } from './plain-template.ts';
import { referenceOf } from './resource-name.ts';
import { valueAt, withValueAt } from './values-at.ts';

/** What the accepted request was, and its template's open slots. */
export interface Accepted {
  readonly case: Case;
  /** As bound. */
  readonly values: RequestValues;
}

/** @returns the cases, valid ones first, made only as they are asked for. */
export function* boundaryCases(accepted: Accepted, schemas: Schemas): Iterable<Case> {
  let index = 0;
  for (const make of [validCases, invalidCases]) {
    for (const made of make(accepted, schemas)) {
      yield {
        ...accepted.case,
        ...made,
        id: `${accepted.case.operation.id}:boundaries:${String(index)}`,
        phase: 'boundaries',
        index,
      };
      index += 1;
    }
  }
}

type Made = Pick<Case, 'intent' | 'values' | 'slots' | 'deviation'>;

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

function* validCases(accepted: Accepted, schemas: Schemas): Iterable<Made> {
  const { operation } = accepted.case;
  for (const part of partsOf(accepted, schemas)) {
    // What names something that exists has no edges of its own.
    if (part.in !== 'body' && isSlot(accepted.case, part)) continue;
    if (part.isAdded) yield addedAlone(accepted, part);
    for (const boundary of schemas.boundaries(part.schema, part.value, { direction: 'request' })) {
      const made = deviating(accepted, part, boundary);
      if (made !== undefined && !touchesSlot(accepted.case, made.member)) {
        const { member, ...rest } = made;
        const { place: edge } = boundary;
        const tier = isStatedBound(boundary) ? 'plain' : boundary.tier;
        const only = onlyMember(accepted, rest.values, member);
        const intent: Intent = {
          kind: 'valid',
          tier,
          edge,
          ...(only === undefined ? {} : { member: only }),
        };
        yield { ...rest, intent, deviation: boundaryPhrase(operation, part, boundary) };
      }
    }
  }
}

/** Keywords by which an author says how far a value may go. */
const BOUNDS: ReadonlySet<string> = new Set([
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
]);

/** The ends of 32 and 53 bits are written down by tools, and say nothing of the value. */
const SMALLEST_TOOL_BOUND = 2 ** 31 - 2;

/**
 * What stands on a bound that an author wrote is promised as plainly as what an enum lists; save a
 * text that a format's own limits may refuse, such as a host of one label of 200 letters.
 */
function isStatedBound({ keyword, value, pointer, isFormatted }: Boundary): boolean {
  if (isFormatted) return false;
  const part = pointerTokens(pointer).reduce<unknown>(memberOf, value);
  const isOfTools = typeof part === 'number' && Math.abs(part) >= SMALLEST_TOOL_BOUND;
  return BOUNDS.has(keyword) && !isOfTools;
}

function memberOf(value: unknown, token: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[token]
    : undefined;
}

function* invalidCases(accepted: Accepted, schemas: Schemas): Iterable<Made> {
  for (const part of partsOf(accepted, schemas)) {
    for (const violation of schemas.violations(part.schema, part.value, { direction: 'request' })) {
      const made = invalidCase(accepted, part, asSent(part, violation, schemas));
      if (made !== undefined) yield made;
    }
  }
}

/** @returns the violation as its message will show it. */
export function asSent(part: Part, violation: Violation, schemas: Schemas): Violation {
  return part.isText ? asText(violation, part.schema, schemas) : violation;
}

/** @returns the case that breaks one keyword; undefined where its value can't be put into the message. */
export function invalidCase(
  accepted: Accepted,
  part: Part,
  violation: Violation,
): Made | undefined {
  const made = deviating(accepted, part, violation);
  if (made === undefined) return undefined;
  const { member, ...rest } = made;
  const { keyword, before, after, sentence, enforced } = violation;
  const where =
    part.in === 'body' ? 'body' : `${part.in} parameter ${pointerTokens(part.pointer)[0] ?? ''}`;
  const described = { ...member, place: violation.place };
  return {
    ...rest,
    deviation: `${where}: ${sentence}`,
    intent: {
      kind: 'invalid',
      violation: {
        ...described,
        keyword,
        ...listBesideType(violation),
        before,
        after,
        sentence: `${where}: ${sentence}`,
        // Which ids there are no schema says, but it says which texts are none.
        enforced: enforced && !violation.opaque && !isMarkedOpaque(part.schema.schema),
      },
      proof: { readings: 0 },
    },
  };
}

/** Every parameter and the body, each with the value that the accepted request has, or a plain one. */
export function partsOf({ case: template, values }: Accepted, schemas: Schemas): readonly Part[] {
  const { operation } = template;
  const parameters = operation.parameters.flatMap((parameter): readonly Part[] => {
    const schema = parameter.schema ?? parameter.content?.schema;
    if (schema === undefined || !parameter.declared) return [];
    const at = { in: parameter.in, pointer: placeBelow('', parameter.name) };
    const present = valueAt(values, at);
    const value = present ?? plainParameter(parameter, schemas);
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

function isMarkedOpaque(schema: unknown): boolean {
  return (
    typeof schema === 'object' &&
    schema !== null &&
    'x-opaque' in schema &&
    schema['x-opaque'] === true
  );
}

function addedAlone(accepted: Accepted, part: Part): Made {
  const { opaque, parameter } = part;
  const member: Member = {
    in: part.in,
    pointer: part.pointer,
    place: parameter?.place ?? part.schema.place,
    ...(opaque ? { opaque } : {}),
  };
  return {
    intent: { kind: 'valid', tier: 'plain', member },
    values: withValueAt(accepted.values, part, part.value),
    slots: accepted.case.slots,
    deviation: `with the optional ${part.in} parameter ${parameter?.name ?? ''}`,
  };
}

/** The accepted request with the part's new value; its other slots stay open. */
function deviating(
  accepted: Accepted,
  part: Part,
  deviation: Boundary | Violation,
): (Pick<Case, 'values' | 'slots'> & { readonly member: Member }) | undefined {
  const { value, pointer, place, opaque } = deviation;
  if (part.in === 'path' && !canStandInPath(value)) return undefined;
  if ((part.in === 'header' || part.in === 'cookie') && !canStandInHeader(value)) return undefined;
  const member: Member = {
    in: part.in,
    pointer: part.pointer + pointer,
    place,
    ...(part.opaque || opaque || namesAReference(pointer) ? { opaque: true } : {}),
  };
  return {
    member,
    values: withValueAt(accepted.values, part, value),
    slots: accepted.case.slots.filter((slot) => !overlaps(slot, member)),
  };
}

/**
 * @returns the member in which the request differs, where it is one alone; opaque where its new value
 *   names something that may not exist
 */
function onlyMember(
  accepted: Accepted,
  values: RequestValues,
  { place, opaque }: Member,
): Member | undefined {
  const [only, ...others] = differingMembers(accepted.values, values);
  if (only === undefined || others.length > 0) return undefined;
  const isOpaque =
    opaque === true || namesAReference(only.pointer) || holdsReferences(valueAt(values, only));
  return { ...only, place, ...(isOpaque ? { opaque: true } : {}) };
}

/** @returns whether some member of the value, however deep, reads like a reference. */
export function holdsReferences(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([name, member]) =>
      (!Array.isArray(value) && referenceOf(name) !== undefined) || holdsReferences(member),
  );
}

function namesAReference(pointer: string): boolean {
  return pointerTokens(pointer).some((token) => referenceOf(token) !== undefined);
}

function isSlot({ slots }: Case, part: Part): boolean {
  return slots.some((slot) => slot.in === part.in && slot.pointer === part.pointer);
}

function touchesSlot({ slots }: Case, member: Member): boolean {
  return slots.some((slot) => slot.in === member.in && slot.pointer === member.pointer);
}

function overlaps(slot: Slot, member: Member): boolean {
  if (slot.in !== member.in) return false;
  return (
    `${slot.pointer}/`.startsWith(`${member.pointer}/`) ||
    `${member.pointer}/`.startsWith(`${slot.pointer}/`)
  );
}

function boundaryPhrase(_operation: Operation, part: Part, { sentence }: Boundary): string {
  return part.in === 'body'
    ? sentence
    : `${part.in} parameter ${part.parameter?.name ?? ''}: ${sentence}`;
}
