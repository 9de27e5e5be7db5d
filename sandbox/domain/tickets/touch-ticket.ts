// The end of every change that is not an update: an audit with its events, and the ticket's stamps moved on.
import type { Audit, EventDraft } from '../../desk/audit.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Ticket } from '../../desk/ticket.ts';
import type { User } from '../../desk/user.ts';
import { VIA_API, type Via } from '../../desk/via.ts';
import { recordInvalid } from '../../refusals/record-invalid.ts';
import { recordAudit } from './record-audit.ts';

export interface Touch {
  readonly desk: Desk;
  readonly actor: User;
  readonly ticket: Ticket;
  readonly events: readonly EventDraft[];
  /** Members of the ticket that change with it. */
  readonly changes?: Partial<Ticket>;
  readonly via?: Via;
  readonly auditId?: number;
}

/** Writes the audit and the ticket; returns the audit. */
export function touchTicket({ desk, actor, ticket, events, changes, via, auditId }: Touch): Audit {
  const now = desk.clock.now();
  desk.tickets.set(ticket.id, { ...ticket, ...changes, updatedAt: now, generatedAt: now });
  return recordAudit(desk, {
    ticketId: ticket.id,
    authorId: actor.id,
    events,
    via: via ?? VIA_API,
    ...(auditId === undefined ? {} : { id: auditId }),
  });
}

/** @throws {Refusal} 422 when the ticket is closed */
export function refuseClosed({ status }: Ticket): void {
  if (status !== 'closed') return;
  const description = 'Status: closed prevents ticket update';
  throw recordInvalid({ status: [{ description, error: 'ClosedTicket' }] });
}
