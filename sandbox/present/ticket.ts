// A ticket on the wire: 38 keys, always all of them and in this order, null where nothing is set.
import type { Desk } from '../desk/desk.ts';
import { isoOf, isoOrNull } from '../desk/instant.ts';
import type { Ticket } from '../desk/ticket.ts';
import { collaboratorIds } from '../domain/tickets/people-step.ts';

export type Wire = Record<string, unknown>;

/** What the routes do differently. */
export interface TicketShape {
  /** Cursor-paged lists leave the duplicate `fields` out. */
  readonly omitsFields?: boolean;
  /** Exports end with `generated_timestamp`, and show the deleted as deleted. */
  readonly isExport?: boolean;
}

/** A ticket as answers show it. */
export function presentTicket(
  desk: Desk,
  origin: string,
  ticket: Ticket,
  shape: TicketShape = {},
): Wire {
  const isDeleted = ticket.life.kind === 'deleted';
  const isScrubbed = ticket.life.kind === 'deleted' && ticket.life.isScrubbed;
  const customFields = isScrubbed ? [] : presentFields(desk, ticket);
  return {
    url: `${origin}/api/v2/tickets/${ticket.id}.json`,
    id: ticket.id,
    external_id: ticket.externalId,
    via: ticket.via,
    created_at: isoOf(ticket.createdAt),
    updated_at: isoOf(ticket.updatedAt),
    type: ticket.type,
    subject: isScrubbed ? 'SCRUBBED' : ticket.subject,
    raw_subject: isScrubbed ? 'SCRUBBED' : ticket.rawSubject,
    description: isScrubbed ? 'X' : ticket.description,
    priority: ticket.priority,
    status: isDeleted ? 'deleted' : ticket.status,
    ...peopleOf(ticket),
    forum_topic_id: null,
    problem_id: ticket.problemId,
    has_incidents: desk.incidents().has(ticket.id),
    is_public: ticket.isPublic,
    due_at: isoOrNull(ticket.dueAt),
    tags: isScrubbed ? [] : ticket.tags,
    custom_fields: customFields,
    satisfaction_rating: presentRating(ticket),
    sharing_agreement_ids: ticket.sharingAgreementIds,
    custom_status_id: ticket.customStatusId,
    ...(shape.omitsFields === true ? {} : { fields: customFields }),
    followup_ids: ticket.followupIds,
    ticket_form_id: ticket.formId,
    brand_id: ticket.brandId,
    allow_channelback: ticket.via.channel === 'twitter',
    allow_attachments: true,
    from_messaging_channel: false,
    ...(shape.isExport === true ? { generated_timestamp: ticket.generatedAt } : {}),
  };
}

function peopleOf(ticket: Ticket): Wire {
  return {
    recipient: ticket.recipient,
    requester_id: ticket.requesterId,
    submitter_id: ticket.submitterId,
    assignee_id: ticket.assigneeId,
    organization_id: ticket.organizationId,
    group_id: ticket.groupId,
    collaborator_ids: collaboratorIds(ticket),
    follower_ids: ticket.followerIds,
    email_cc_ids: ticket.emailCcIds,
  };
}

function presentFields(desk: Desk, ticket: Ticket): readonly Wire[] {
  const shown: Wire[] = [];
  for (const { id, type } of desk.fields.values()) {
    if (type === 'text' || type === 'tagger')
      shown.push({ id, value: ticket.customFields.get(id) ?? null });
  }
  return shown;
}

function presentRating({ rating }: Ticket): Wire {
  if (rating === null) return { score: 'unoffered' };
  return {
    score: rating.score,
    id: rating.id,
    comment: rating.comment,
    reason: rating.reason,
    reason_id: rating.reasonId,
  };
}
