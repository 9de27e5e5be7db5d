// Being gone: a deleted ticket keeps its status for the day it is restored, leaves every list, and says so in its audits
// and in the exports.
import type { Audit } from '../../desk/audit.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Ticket } from '../../desk/ticket.ts';
import type { User } from '../../desk/user.ts';
import { recordAudit } from './record-audit.ts';

/** Deletes a ticket so that it can be restored. */
export function deleteTicket(desk: Desk, actor: User, ticket: Ticket): Audit {
  const now = desk.clock.now();
  desk.tickets.set(ticket.id, {
    ...ticket,
    life: { kind: 'deleted', at: now, actorId: actor.id, isScrubbed: false },
    updatedAt: now,
    generatedAt: now,
  });
  return recordAudit(desk, {
    ticketId: ticket.id,
    authorId: actor.id,
    events: [{ kind: 'change', field: 'status', value: 'deleted', previous: ticket.status }],
  });
}

/** Brings a deleted ticket back with the status it had. */
export function restoreTicket(desk: Desk, actor: User, ticket: Ticket): void {
  const now = desk.clock.now();
  desk.tickets.set(ticket.id, {
    ...ticket,
    life: { kind: 'live' },
    updatedAt: now,
    generatedAt: now,
  });
  recordAudit(desk, {
    ticketId: ticket.id,
    authorId: actor.id,
    events: [{ kind: 'change', field: 'status', value: ticket.status, previous: 'deleted' }],
  });
}

/** Takes a deleted ticket's text away for good: it can no longer be restored. */
export function scrubTicket(desk: Desk, ticket: Ticket): void {
  if (ticket.life.kind !== 'deleted') return;
  desk.tickets.set(ticket.id, {
    ...ticket,
    life: { ...ticket.life, isScrubbed: true },
    generatedAt: desk.clock.now(),
  });
}

/** Deleted tickets that can still be restored. */
export function restorableTickets(desk: Desk): readonly Ticket[] {
  return [...desk.tickets.values()].filter(isRestorable);
}

/** True for a ticket that is deleted but not for good. */
export function isRestorable({ life }: Ticket): boolean {
  return life.kind === 'deleted' && !life.isScrubbed;
}
