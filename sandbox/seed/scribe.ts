// The hand that writes seeded history: it makes and changes tickets by the same rules as requests do, at instants of the
// past that it sets itself.
import type { Clock } from '../desk/clock.ts';
import type { Desk } from '../desk/desk.ts';
import type { Ticket } from '../desk/ticket.ts';
import { createTicket, type CreationManner } from '../domain/tickets/create-ticket.ts';
import { updateTicket } from '../domain/tickets/update-ticket.ts';
import { readTicket } from '../input/read-ticket.ts';
import type { TicketRequest } from '../input/ticket-members.ts';
import { DetailList } from '../refusals/record-invalid.ts';

/** A clock that stands in the past while history is written, and is the sandbox's own afterwards. */
export interface HistoryClock extends Clock {
  /** Stands at this second until it is set again; null goes back to the present. */
  standAt(second: number | null): void;
}

/** Wraps the sandbox's clock. */
export function createHistoryClock(clock: Clock): HistoryClock {
  let standing: number | null = null;
  return {
    ...clock,
    now: () => standing ?? clock.now(),
    standAt: (second) => {
      standing = second;
    },
  };
}

type Members = Readonly<Record<string, unknown>>;

/** Writes history as one of the account's users. */
export interface Scribe {
  create(actorId: number, ticket: Members, manner?: CreationManner): Ticket;
  update(actorId: number, ticket: Ticket, changes: Members): Ticket;
}

/** A scribe for a desk. */
export function createScribe(desk: Desk): Scribe {
  const actor = (id: number): NonNullable<ReturnType<Desk['users']['get']>> => {
    const user = desk.users.get(id);
    if (user === undefined) throw new Error(`nobody to write as: ${id}`);
    return user;
  };
  const read = (members: Members, kind: TicketRequest): ReturnType<typeof readTicket>['input'] => {
    const { input, details, unknown } = readTicket(members, kind);
    const wrong = [...Object.keys(details), ...unknown];
    if (wrong.length > 0) throw new Error(`seeded ticket has wrong members: ${wrong.join(', ')}`);
    return input;
  };
  return {
    create: (actorId, ticket, manner = {}) =>
      createTicket(desk, actor(actorId), read(ticket, 'create'), new DetailList(), manner).ticket,
    update: (actorId, ticket, changes) =>
      updateTicket(desk, actor(actorId), ticket, read(changes, 'update'), new DetailList()).ticket,
  };
}
