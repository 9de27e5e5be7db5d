/**
 * The phase `boundaries`: one deviation at a time from the request that was accepted. Each keyword
 * of each parameter and body member at its edge (valid) and one past it (invalid); each optional
 * part alone; each enum value. Linear in the size of the description.
 */
import type { Operation } from '../spec/api.ts';
import { pointerTokens } from '../spec/place.ts';
import { isRecord } from '../schema/json-value.ts';
import { valueAt as partAt } from '../schema/judge/schema-error.ts';
import { BOUNDS } from '../schema/model/bounds.ts';
import type { Boundary, Schemas, Violation } from '../schema/schemas.ts';
import { canStandInHeader, canStandInPath } from '../wire/can-stand.ts';
import { oneTextOf } from '../wire/parameter-writer.ts';
import type { RequestValues } from '../wire/request.ts';
import { asText } from './as-text.ts';
import type { Case } from './case.ts';
import type { Intent, Member } from './intent.ts';
import { differingMembers } from './differing-members.ts';
import { listBesideType } from './list-beside-type.ts';
import { optionalTogether, withOrWithout } from './optional-parameters.ts';
import {
  isMarkedOpaque,
  isSlot,
  overlaps,
  partsOf,
  type Accepted,
  type Part,
} from './request-parts.ts';
import { referenceOf } from './resource-name.ts';
import { valueAt, withValueAt } from './values-at.ts';

/** @returns the cases, valid ones first, made only as they are asked for. */
export function* boundaryCases(accepted: Accepted, schemas: Schemas): Iterable<Case> {
  const { operation } = accepted.case;
  let index = 0;
  for (const make of [validCases, invalidCases]) {
    for (const { intent, values, slots, deviation } of make(accepted, schemas)) {
      const id = `${operation.id}:boundaries:${String(index)}`;
      yield { id, operation, phase: 'boundaries', index, intent, values, slots, deviation };
      index += 1;
    }
  }
}

type Made = Pick<Case, 'intent' | 'values' | 'slots' | 'deviation'>;

function* validCases(accepted: Accepted, schemas: Schemas): Iterable<Made> {
  const { operation } = accepted.case;
  for (const part of partsOf(accepted, schemas)) {
    // What names something that exists has no edges of its own.
    if (part.in !== 'body' && isSlot(accepted.case, part)) continue;
    const alone = withOrWithout(accepted, part);
    if (alone !== undefined) yield alone;
    for (const boundary of schemas.boundaries(part.schema, part.value, { direction: 'request' })) {
      const made = deviating(accepted, part, boundary);
      if (made !== undefined && !touchesSlot(accepted.case, made.member)) {
        const { member, values, slots } = made;
        const { place: edge } = boundary;
        const tier = isStatedBound(boundary) ? 'plain' : boundary.tier;
        const only = onlyMember(accepted, values, member);
        const intent: Intent = {
          kind: 'valid',
          tier,
          edge,
          ...(only === undefined ? {} : { member: only }),
        };
        yield { values, slots, intent, deviation: boundaryPhrase(operation, part, boundary) };
      }
    }
  }
  yield* optionalTogether(accepted, schemas);
}

/** What any client may send. */
const STATED: ReadonlySet<string> = new Set(BOUNDS);

/** The ends of 32 and 53 bits are written down by tools, and say nothing of the value. */
const SMALLEST_TOOL_BOUND = 2 ** 31 - 2;

/**
 * What stands on a bound that an author wrote is promised as plainly as what an enum lists; save a
 * text that a format's own limits may refuse, such as a host of one label of 200 letters.
 */
function isStatedBound({ keyword, value, pointer, isFormatted }: Boundary): boolean {
  if (isFormatted) return false;
  const part = partAt(value, pointer);
  const isOfTools = typeof part === 'number' && Math.abs(part) >= SMALLEST_TOOL_BOUND;
  return STATED.has(keyword) && !isOfTools;
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
  if (!part.isText) return violation;
  const spelled = (value: unknown): string | undefined =>
    part.parameter && oneTextOf(part.parameter, value);
  return asText(violation, part.schema, schemas, spelled);
}

/** @returns the case that breaks one keyword; undefined where its value can't be put into the message. */
export function invalidCase(
  accepted: Accepted,
  part: Part,
  violation: Violation,
): Made | undefined {
  if (vanishes(part, violation)) return undefined;
  const made = deviating(accepted, part, violation);
  if (made === undefined) return undefined;
  const { member, values, slots } = made;
  const { keyword, before, after, enforced } = violation;
  const where =
    part.in === 'body' ? 'body' : `${part.in} parameter ${pointerTokens(part.pointer)[0] ?? ''}`;
  const sentence = `${where}: ${violation.sentence}`;
  return {
    values,
    slots,
    deviation: sentence,
    intent: {
      kind: 'invalid',
      violation: {
        ...member,
        keyword,
        ...listBesideType(violation),
        before,
        after,
        sentence,
        // Which ids there are no schema says, but it says which texts are none.
        enforced: enforced && !violation.opaque && !isMarkedOpaque(part.schema.schema),
      },
      proof: { readings: 0 },
    },
  };
}

/** In a query, members of an object that nobody asks for stand for themselves: of an optional parameter nothing is left. */
function vanishes({ parameter }: Part, { keyword, pointer, value }: Violation): boolean {
  return (
    keyword === 'type' &&
    pointer === '' &&
    parameter?.required === false &&
    (parameter.in === 'query' || parameter.in === 'cookie') &&
    parameter.style === 'form' &&
    parameter.explode &&
    parameter.content === undefined &&
    isRecord(value)
  );
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
  // What its members are to each other may be what is refused: that is looked into.
  if (hasSeveralMembers(valueAt(values, only))) return undefined;
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

function hasSeveralMembers(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).length > 1;
}

function namesAReference(pointer: string): boolean {
  return pointerTokens(pointer).some((token) => referenceOf(token) !== undefined);
}

function touchesSlot({ slots }: Case, member: Member): boolean {
  return slots.some((slot) => slot.in === member.in && slot.pointer === member.pointer);
}

function boundaryPhrase(_operation: Operation, part: Part, { sentence }: Boundary): string {
  return part.in === 'body'
    ? sentence
    : `${part.in} parameter ${part.parameter?.name ?? ''}: ${sentence}`;
}
