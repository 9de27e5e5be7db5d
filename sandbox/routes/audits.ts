// The audits of a ticket: listed oldest first, shown one by one, counted.
import type { Audit } from '../desk/audit.ts';
import { findTicket } from '../domain/tickets/find-ticket.ts';
import { pathId } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { pageOf, wholeOf } from '../paging/list.ts';
import type { Sorting } from '../paging/order.ts';
import { presentAudit } from '../present/audit.ts';
import { presentCount } from '../present/count.ts';
import {
  besideTickets,
  includedNames,
  presentTickets,
  presentUsers,
} from '../present/sideloads.ts';
import { recordNotFound } from '../refusals/catalogue.ts';

const createdAt = (audit: Audit): number => audit.createdAt;

/** By what lists of audits can be sorted. */
export const AUDIT_SORTING: Sorting<Audit> = {
  idOf: ({ id }) => id,
  fallback: { key: 'created_at,id', direction: 'asc' },
  fallbackKeyOf: createdAt,
  offset: { created_at: createdAt },
  cursor: { created_at: createdAt },
};

/** GET /tickets/{ticket_id}/audits */
export function listAudits(call: Call): Reply {
  const { desk, actor, origin } = call;
  const ticket = findTicket(desk, actor, pathId(call, 'ticket_id'));
  const all = desk.audits.get(ticket.id) ?? [];
  const isArchived = ticket.life.kind === 'archived';
  // Those of an archived ticket are not paged; what is no page is refused all the same.
  const paged = pageOf(call, all, AUDIT_SORTING);
  const page = isArchived ? wholeOf(call, all) : paged;
  const audits = page.items.map((audit) => presentAudit(desk, origin, audit));
  return json(200, { audits, ...besideAudits(call, page.items), ...page.envelope });
}

/** GET /tickets/{ticket_id}/audits/{ticket_audit_id} */
export function showAudit(call: Call): Reply {
  return json(200, { audit: presentAudit(call.desk, call.origin, findAudit(call)) });
}

/** GET /tickets/{ticket_id}/audits/count */
export function countAudits(call: Call): Reply {
  const ticket = findTicket(call.desk, call.actor, pathId(call, 'ticket_id'));
  return json(200, presentCount(call.desk, (call.desk.audits.get(ticket.id) ?? []).length));
}

/** The audit that the path names. @throws {Refusal} 404 when it is unknown or another ticket's */
export function findAudit(call: Call): Audit {
  const ticketId = pathId(call, 'ticket_id');
  const id = pathId(call, 'ticket_audit_id');
  const ticket = findTicket(call.desk, call.actor, ticketId);
  const audit = (call.desk.audits.get(ticket.id) ?? []).find((candidate) => candidate.id === id);
  if (audit === undefined) throw recordNotFound();
  return audit;
}

/** What `include` adds beside audits. */
export function besideAudits(call: Call, audits: readonly Audit[]): Record<string, unknown> {
  const names = includedNames(call);
  if (names.size === 0) return {};
  const ids = [...new Set(audits.map(({ ticketId }) => ticketId))];
  const tickets = ids.flatMap((id) => call.desk.tickets.get(id) ?? []);
  const authors = audits.map(({ authorId }) => authorId);
  return {
    ...besideTickets(call, tickets),
    ...(names.has('users') ? { users: presentUsers(call, authors) } : {}),
    ...(names.has('tickets') ? { tickets: presentTickets(call, tickets) } : {}),
  };
}
