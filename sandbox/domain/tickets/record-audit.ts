// Writing down what a change did: events get their ids from the audit's on, a comment keeps the id it has.
import type { Audit, AuditEvent, EventDraft } from '../../desk/audit.ts';
import type { Desk } from '../../desk/desk.ts';
import { VIA_API, type Via } from '../../desk/via.ts';

export interface AuditDraft {
  readonly id?: number;
  readonly ticketId: number;
  readonly authorId: number;
  readonly events: readonly EventDraft[];
  readonly createdAt?: number;
  readonly via?: Via;
  readonly custom?: Readonly<Record<string, unknown>>;
}

const NOTHING: Readonly<Record<string, unknown>> = {};

/** Adds an audit to a ticket and returns it. */
export function recordAudit(desk: Desk, draft: AuditDraft): Audit {
  const id = draft.id ?? desk.ids.large();
  const events = draft.events.map((event): AuditEvent => ({
    ...event,
    id: event.kind === 'comment' ? event.commentId : desk.ids.large(),
  }));
  const audit: Audit = {
    id,
    ticketId: draft.ticketId,
    createdAt: draft.createdAt ?? desk.clock.now(),
    authorId: draft.authorId,
    custom: draft.custom ?? NOTHING,
    events,
    via: draft.via ?? VIA_API,
  };
  desk.audits.set(draft.ticketId, [...(desk.audits.get(draft.ticketId) ?? []), audit]);
  return audit;
}
