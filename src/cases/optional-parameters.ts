/** Requests that have one optional parameter more or less than the accepted one, or none or all of them. */
import type { Schemas } from '../schema/schemas.ts';
import type { Case } from './case.ts';
import type { Member } from './intent.ts';
import { isSlot, overlaps, partsOf, type Accepted, type Part } from './request-parts.ts';
import { withValueAt } from './values-at.ts';

type Made = Pick<Case, 'intent' | 'values' | 'slots' | 'deviation'>;

/** @returns the request with the parameter where it lacks it, without it where it may; undefined for any other part */
export function withOrWithout(accepted: Accepted, part: Part): Made | undefined {
  if (part.isAdded) return addedAlone(accepted, part);
  return part.parameter?.required === false ? leftOut(accepted, part) : undefined;
}

/** None and all of the optional parameters; what names something that may not exist stays as it is. */
export function* optionalTogether(accepted: Accepted, schemas: Schemas): Iterable<Made> {
  const optional = partsOf(accepted, schemas).filter(
    (part) => part.parameter?.required === false && !part.opaque && !isSlot(accepted.case, part),
  );
  const present = optional.filter(({ isAdded }) => !isAdded);
  const absent = optional.filter(({ isAdded }) => isAdded);
  if (present.length > 1) yield together(accepted, 'none', present);
  if (absent.length > 0 && optional.length > 1) yield together(accepted, 'all', absent);
}

/** Differs in several members: nobody is accused for what may not go together. */
function together(accepted: Accepted, which: 'none' | 'all', parts: readonly Part[]): Made {
  return {
    intent: { kind: 'valid', tier: 'plain' },
    values: parts.reduce(
      (values, part) => withValueAt(values, part, which === 'all' ? part.value : undefined),
      accepted.values,
    ),
    slots: accepted.case.slots,
    deviation: `with ${which} of the optional parameters`,
  };
}

function addedAlone(accepted: Accepted, part: Part): Made {
  const { opaque } = part;
  return {
    intent: {
      kind: 'valid',
      tier: 'plain',
      member: { ...memberOf(part), ...(opaque ? { opaque } : {}) },
    },
    values: withValueAt(accepted.values, part, part.value),
    slots: accepted.case.slots,
    deviation: `with the optional ${phraseOf(part)}`,
  };
}

/** What it names matters to nobody where it is gone. */
function leftOut(accepted: Accepted, part: Part): Made {
  return {
    intent: { kind: 'valid', tier: 'plain', member: memberOf(part) },
    values: withValueAt(accepted.values, part, undefined),
    slots: accepted.case.slots.filter((slot) => !overlaps(slot, memberOf(part))),
    deviation: `without the optional ${phraseOf(part)}`,
  };
}

function memberOf({ in: location, pointer, parameter, schema }: Part): Member {
  return { in: location, pointer, place: parameter?.place ?? schema.place };
}

function phraseOf({ in: location, parameter }: Part): string {
  return `${location} parameter ${parameter?.name ?? ''}`;
}
