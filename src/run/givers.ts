/**
 * Who would have to show what a slot names: the operations that create or list it. A test that could
 * not be made for want of an id is put right there.
 */
import type { Slot } from '../cases/case.ts';
import { resourceOfPath } from '../cases/resource-name.ts';
import { pointerTokens } from '../spec/place.ts';
import type { Operation } from '../spec/api.ts';
import { isCreator } from './role.ts';

/** Resources are often listed in many places. */
const MOST_NAMED = 3;

/** @returns such as `CreateTicket or ListTickets would have to show a ticket.id for {ticket_id}` */
export function givenBy(slot: Slot, operations: readonly Operation[]): string {
  const givers = giversOf(slot, operations, (one) => isCreator(one) || isList(one));
  return givers === ''
    ? `nothing in the description creates or lists a ${namesOf(slot)} for ${slotName(slot)}`
    : `${givers} would have to show a ${namesOf(slot)} for ${slotName(slot)}`;
}

/** @returns the same where only what this run created will do */
export function createdBy(slot: Slot, operations: readonly Operation[]): string {
  const creators = giversOf(slot, operations, isCreator);
  return creators === ''
    ? `nothing in the description creates a ${namesOf(slot)} for ${slotName(slot)}`
    : `${creators} would have to create a ${namesOf(slot)} for ${slotName(slot)}`;
}

function giversOf(
  { keys }: Slot,
  operations: readonly Operation[],
  mayGive: (operation: Operation) => boolean,
): string {
  const resources = new Set(keys.map((key) => key.slice(0, key.lastIndexOf('.'))));
  const givers = operations
    .filter((one) => mayGive(one) && resources.has(resourceOfPath(one.path)))
    .sort((a, b) => weight(a) - weight(b));
  const named = givers.slice(0, MOST_NAMED).map(({ id }) => id);
  return givers.length > MOST_NAMED ? `${named.join(', ')} or another` : named.join(' or ');
}

/** Those that ask for least themselves, a creator before a list. */
function weight(operation: Operation): number {
  return operation.path.split('/').length * 2 + (isCreator(operation) ? 0 : 1);
}

function isList({ method, path }: Operation): boolean {
  return method === 'GET' && !path.endsWith('}');
}

function namesOf({ keys }: Slot): string {
  return keys.join(' or ');
}

function slotName({ in: location, pointer }: Slot): string {
  const name = pointerTokens(pointer).join('.');
  return location === 'path'
    ? `{${name}}`
    : `${location === 'body' ? 'body member' : `${location} parameter`} ${name}`;
}
