// Looking into the ticket of a body for what a fault of input waits for.
import type { Call } from '../../http/call.ts';
import { ticketBody } from '../bind.ts';

/** A member of the ticket in the body; undefined when it is not there. */
export function member(call: Call, name: string): unknown {
  return ticketBody(call)?.[name];
}

/** A member that is a text; empty when it is none. */
export function textOf(call: Call, name: string): string {
  const value = member(call, name);
  return typeof value === 'string' ? value : '';
}

/** True when the ticket in the body has all of these. */
export function hasMembers(call: Call, ...names: readonly string[]): boolean {
  return names.every((name) => member(call, name) !== undefined);
}
