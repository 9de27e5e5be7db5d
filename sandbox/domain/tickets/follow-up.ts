// Going on after a ticket was closed: a new ticket of the same requester that inherits the tags and points back.
import type { Desk } from '../../desk/desk.ts';
import type { Ticket } from '../../desk/ticket.ts';
import { viaOf } from '../../desk/via.ts';
import type { TicketInput } from '../../input/ticket-members.ts';
import type { DetailList } from '../../refusals/record-invalid.ts';

export interface FollowUp {
  /** Members that the new ticket starts with. */
  readonly inherited: Partial<Ticket>;
  /** Makes the closed ticket know of the new one. */
  link(followUp: Ticket): void;
}

/** What a creation owes to the closed ticket it follows; null when it follows none. */
export function followUp(desk: Desk, input: TicketInput, problems: DetailList): FollowUp | null {
  const sourceId = input.via_followup_source_id;
  if (sourceId === undefined) return null;
  const source = desk.tickets.get(sourceId);
  if (source?.status !== 'closed' || source.life.kind === 'deleted') {
    problems.addInvalid('via_followup_source', 'is not a closed ticket');
    return null;
  }
  return {
    inherited: {
      requesterId: source.requesterId,
      submitterId: source.requesterId,
      organizationId: source.organizationId,
      tags: source.tags,
      followupSourceId: source.id,
      via: viaOf('api', 'follow_up', {
        ticket_id: source.id,
        subject: source.subject,
        channel: source.via.channel,
      }),
    },
    link: (ticket) => {
      const now = desk.clock.now();
      const followupIds = [...source.followupIds, ticket.id];
      desk.tickets.set(source.id, { ...source, followupIds, generatedAt: now });
    },
  };
}
