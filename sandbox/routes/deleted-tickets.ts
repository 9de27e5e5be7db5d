// Deleted tickets: listed for as long as they can be restored, restored, or deleted for good.
import { isoOf } from '../desk/instant.ts';
import type { Ticket } from '../desk/ticket.ts';
import { enqueue } from '../domain/jobs/start-job.ts';
import {
  isRestorable,
  restorableTickets,
  restoreTicket,
  scrubTicket,
} from '../domain/tickets/delete-ticket.ts';
import { pathId, requiredIds } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { pageOf } from '../paging/list.ts';
import type { Sorting } from '../paging/order.ts';
import { presentJob } from '../present/job.ts';
import { recordNotFound } from '../refusals/catalogue.ts';

/** GET /deleted_tickets */
export function listDeleted(call: Call): Reply {
  const page = pageOf(call, restorableTickets(call.desk), SORTING);
  const tickets = page.items.map((ticket) => presentDeleted(call, ticket));
  return json(200, { deleted_tickets: tickets, ...page.envelope });
}

/** PUT /deleted_tickets/{ticket_id}/restore */
export function restoreOne(call: Call): Reply {
  restoreTicket(call.desk, call.actor, findDeleted(call, pathId(call, 'ticket_id')));
  return json(200, {});
}

/** PUT /deleted_tickets/restore_many: unknown ids are passed over. */
export function restoreMany(call: Call): Reply {
  for (const ticket of known(call)) restoreTicket(call.desk, call.actor, ticket);
  return json(200, {});
}

/** DELETE /deleted_tickets/{ticket_id} */
export function destroyDeleted(call: Call): Reply {
  return destroy(call, [findDeleted(call, pathId(call, 'ticket_id'))]);
}

/** DELETE /deleted_tickets/destroy_many */
export function destroyManyDeleted(call: Call): Reply {
  return destroy(call, known(call));
}

function destroy(call: Call, tickets: readonly Ticket[]): Reply {
  for (const ticket of tickets) scrubTicket(call.desk, ticket);
  const work = {
    type: 'Permanent Ticket Deletion',
    verb: 'Deleting ticket',
    total: null,
    results: { success: true },
  };
  return json(200, presentJob(call.origin, enqueue(call.desk, work)));
}

function findDeleted({ desk }: Call, id: number): Ticket {
  const ticket = desk.tickets.get(id);
  if (ticket === undefined || !isRestorable(ticket)) throw recordNotFound();
  return ticket;
}

function known(call: Call): readonly Ticket[] {
  return requiredIds(call).flatMap((id) => {
    const ticket = call.desk.tickets.get(id);
    return ticket !== undefined && isRestorable(ticket) ? [ticket] : [];
  });
}

function deletedAt({ life }: Ticket): number {
  return life.kind === 'deleted' ? life.at : 0;
}

const SORTING: Sorting<Ticket> = {
  idOf: ({ id }) => id,
  fallback: { key: 'id', direction: 'asc' },
  fallbackKeyOf: ({ id }) => id,
  offset: { id: ({ id }) => id, deleted_at: deletedAt, subject: ({ subject }) => subject ?? '' },
  cursor: { id: ({ id }) => id, deleted_at: deletedAt },
};

function presentDeleted({ desk }: Call, ticket: Ticket): Record<string, unknown> {
  const actorId = ticket.life.kind === 'deleted' ? ticket.life.actorId : 0;
  return {
    id: ticket.id,
    subject: ticket.subject,
    actor: { id: actorId, name: desk.users.get(actorId)?.name ?? '' },
    deleted_at: isoOf(deletedAt(ticket)),
    previous_state: ticket.status,
  };
}
