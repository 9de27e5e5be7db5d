// Tickets as their requester sees them: end users ask and answer here, since the ticket routes are for agents.
import { isoOf, isoOrNull } from '../desk/instant.ts';
import type { Ticket } from '../desk/ticket.ts';
import { createTicket } from '../domain/tickets/create-ticket.ts';
import { findTicket } from '../domain/tickets/find-ticket.ts';
import { updateTicket } from '../domain/tickets/update-ticket.ts';
import { pathId } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { objectOf } from '../input/body.ts';
import { readTicket } from '../input/read-ticket.ts';
import type { TicketInput, TicketRequest } from '../input/ticket-members.ts';
import { pageOf } from '../paging/list.ts';
import { presentComment } from '../present/comment.ts';
import type { Wire } from '../present/ticket.ts';
import { DetailList } from '../refusals/record-invalid.ts';
import { BY_ID } from './ticket-sorting.ts';

/** GET /requests */
export function listRequests(call: Call): Reply {
  const own = [...call.desk.tickets.values()].filter(
    ({ requesterId, life }) => requesterId === call.actor.id && life.kind !== 'deleted',
  );
  const page = pageOf(call, own, BY_ID);
  return json(200, {
    requests: page.items.map((ticket) => presentRequest(call, ticket)),
    ...page.envelope,
  });
}

/** GET /requests/{ticket_id} */
export function showRequest(call: Call): Reply {
  return json(200, { request: presentRequest(call, ownTicket(call)) });
}

/** POST /requests */
export function createRequest(call: Call): Reply {
  const { input, problems } = requestBody(call, 'create');
  const { ticket } = createTicket(call.desk, call.actor, input, problems);
  const location = { location: `${call.origin}/api/v2/requests/${ticket.id}.json` };
  return json(201, { request: presentRequest(call, ticket) }, location);
}

/** PUT /requests/{ticket_id}: a comment, or solving it. */
export function updateRequest(call: Call): Reply {
  const before = ownTicket(call);
  const { input, problems } = requestBody(call, 'update');
  const { ticket } = updateTicket(call.desk, call.actor, before, input, problems);
  return json(200, { request: presentRequest(call, ticket) });
}

/** GET /requests/{ticket_id}/comments: the public ones. */
export function listRequestComments(call: Call): Reply {
  const { desk, origin } = call;
  const shown = (desk.comments.get(ownTicket(call).id) ?? []).filter(({ isPublic }) => isPublic);
  const comments = shown.map((comment) => presentComment(desk, origin, comment));
  return json(200, { comments, next_page: null, previous_page: null, count: comments.length });
}

function ownTicket(call: Call): Ticket {
  return findTicket(call.desk, call.actor, pathId(call, 'ticket_id'));
}

// End users say what they want and answer; everything else about a ticket is not theirs to set.
function requestBody(
  call: Call,
  kind: TicketRequest,
): { readonly input: TicketInput; readonly problems: DetailList } {
  const { input, details } = readTicket(objectOf(call, 'request'), kind);
  const problems = new DetailList();
  problems.addAll(details);
  const { subject, comment } = input;
  const spoken = comment && { ...comment, isPublic: true, authorId: call.actor.id };
  return {
    input: {
      ...(subject === undefined ? {} : { subject }),
      ...(spoken === undefined ? {} : { comment: spoken }),
    },
    problems,
  };
}

function presentRequest({ origin }: Call, ticket: Ticket): Wire {
  return {
    url: `${origin}/api/v2/requests/${ticket.id}.json`,
    id: ticket.id,
    status: ticket.status,
    priority: ticket.priority,
    type: ticket.type,
    subject: ticket.subject,
    description: ticket.description,
    organization_id: ticket.organizationId,
    requester_id: ticket.requesterId,
    assignee_id: ticket.assigneeId,
    group_id: ticket.groupId,
    due_at: isoOrNull(ticket.dueAt),
    created_at: isoOf(ticket.createdAt),
    updated_at: isoOf(ticket.updatedAt),
  };
}
