// An audit on the wire, and each kind of event inside it.
import type { Audit, AuditEvent } from '../desk/audit.ts';
import type { Desk } from '../desk/desk.ts';
import { isoOf } from '../desk/instant.ts';
import { presentCommentEvent, presentSystem } from './comment.ts';
import type { Wire } from './ticket.ts';

/** An audit with its events. */
export function presentAudit(desk: Desk, origin: string, audit: Audit): Wire {
  return {
    id: audit.id,
    ticket_id: audit.ticketId,
    created_at: isoOf(audit.createdAt),
    author_id: audit.authorId,
    metadata: { system: presentSystem(), custom: audit.custom },
    events: audit.events.map((event) => presentEvent(desk, origin, audit, event)),
    via: audit.via,
  };
}

function presentEvent(desk: Desk, origin: string, audit: Audit, event: AuditEvent): Wire {
  switch (event.kind) {
    case 'comment': {
      const comments = desk.comments.get(audit.ticketId) ?? [];
      const comment = comments.find(({ id }) => id === event.commentId);
      return comment === undefined
        ? { id: event.id, type: 'Comment' }
        : presentCommentEvent(desk, origin, comment);
    }
    case 'create':
      return { id: event.id, type: 'Create', value: event.value, field_name: event.field };
    case 'change':
      return {
        id: event.id,
        type: 'Change',
        value: event.value,
        field_name: event.field,
        previous_value: event.previous,
        ...(event.via && { via: event.via }),
      };
    case 'notification':
      return {
        id: event.id,
        type: 'Notification',
        via: event.via,
        subject: event.subject,
        body: event.body,
        recipients: event.recipients,
      };
    case 'other':
      return { id: event.id, type: event.type, ...event.members };
  }
}
