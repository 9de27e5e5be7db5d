// Tickets and audits across the account: the tickets that changed last, and every audit there is.
import type { Audit } from '../desk/audit.ts';
import { listedTickets } from '../domain/tickets/find-ticket.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { pageOf } from '../paging/list.ts';
import { presentAudit } from '../present/audit.ts';
import { besideTickets, presentTickets } from '../present/sideloads.ts';
import { AUDIT_SORTING, besideAudits } from './audits.ts';

const RECENT = 5;

/** GET /tickets/recent */
export function listRecent(call: Call): Reply {
  const recent = [...listedTickets(call.desk, call.actor)]
    .sort((left, right) => right.updatedAt - left.updatedAt || right.id - left.id)
    .slice(0, RECENT);
  const tickets = presentTickets(call, recent);
  const envelope = { next_page: null, previous_page: null, count: recent.length };
  return json(200, { tickets, ...besideTickets(call, recent), ...envelope });
}

/** GET /ticket_audits: audits of tickets that are not deleted, oldest first. */
export function listAllAudits(call: Call): Reply {
  const { desk, origin } = call;
  const all: Audit[] = [];
  for (const [ticketId, audits] of desk.audits.entries()) {
    if (desk.tickets.get(ticketId)?.life.kind !== 'deleted') all.push(...audits);
  }
  const page = pageOf(call, all, AUDIT_SORTING);
  const audits = page.items.map((audit) => presentAudit(desk, origin, audit));
  return json(200, { audits, ...besideAudits(call, page.items), ...page.envelope });
}
