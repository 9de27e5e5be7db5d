// Tickets from elsewhere: posts on X, calls, and the window of an agent that a ticket pops up in.
import { commentAnywhere } from '../domain/comments/find-comment.ts';
import { createCallTicket } from '../domain/tickets/call-ticket.ts';
import { findTicket } from '../domain/tickets/find-ticket.ts';
import { createTweetTicket } from '../domain/tickets/tweet-ticket.ts';
import { activeUser } from '../domain/users/user-directory.ts';
import { pathId, queryIds } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { withWarning } from '../http/warning.ts';
import { bodyMember, objectOf, otherMembers } from '../input/body.ts';
import { readMembers } from '../input/members.ts';
import { id, INVALID, looseId } from '../input/reader.ts';
import { presentAudit } from '../present/audit.ts';
import { presentTicket } from '../present/ticket.ts';
import { recordNotFound } from '../refusals/catalogue.ts';
import { DetailList } from '../refusals/record-invalid.ts';
import { readTicketBody } from './tickets.ts';

const TWEET_MEMBERS = { twitter_status_message_id: looseId, monitored_twitter_handle_id: looseId };

/** POST /channels/twitter/tickets */
export function createTicketFromTweet(call: Call): Reply {
  const { values, unknown, invalid } = readMembers(objectOf(call, 'ticket'), TWEET_MEMBERS);
  const problems = new DetailList();
  const { twitter_status_message_id: statusId, monitored_twitter_handle_id: handleId } = values;
  if (statusId === undefined) problems.addInvalid('twitter_status_message_id');
  if (handleId === undefined) problems.addInvalid('monitored_twitter_handle_id');
  if (invalid.length > 0 || statusId === undefined || handleId === undefined)
    problems.refuseIfAny();
  const { ticket } = createTweetTicket(call.desk, call.actor, {
    statusId: statusId ?? 0,
    handleId: handleId ?? 0,
  });
  const location = { location: `${call.origin}/api/v2/tickets/${ticket.id}.json` };
  const names = unknown.map((name) => `ticket.${name}`);
  return withWarning(json(201, {}, location), call, [...otherMembers(call, ['ticket']), ...names]);
}

/** GET /channels/twitter/tickets/{comment_id}/statuses */
export function listTweetStatuses(call: Call): Reply {
  const comment = commentAnywhere(call.desk, pathId(call, 'comment_id'));
  const ids = queryIds(call);
  if (comment === null) throw recordNotFound();
  findTicket(call.desk, call.actor, comment.ticketId);
  const isShown = comment.kind === 'Tweet' && (ids === null || ids.includes(comment.id));
  const status = { id: comment.id, favorited: false, retweeted: false, user_followed: false };
  return json(200, { statuses: isShown ? [status] : [] });
}

/** POST /channels/voice/agents/{agent_id}/tickets/{ticket_id}/display */
export function displayTicket(call: Call): Reply {
  const agentId = pathId(call, 'agent_id');
  const ticketId = pathId(call, 'ticket_id');
  if (!isAgent(call, agentId)) throw recordNotFound();
  findTicket(call.desk, call.actor, ticketId);
  return json(200, {});
}

/** POST /channels/voice/tickets */
export function createVoiceTicket(call: Call): Reply {
  const { desk, actor, origin } = call;
  const { input, unknown, problems } = readTicketBody(call, 'create');
  const shownTo = bodyMember(call, 'display_to_agent');
  if (shownTo !== undefined && shownTo !== null) {
    const agentId = id(shownTo);
    if (agentId === INVALID || !isAgent(call, agentId)) problems.addInvalid('display_to_agent');
  }
  const { ticket, audit } = createCallTicket(desk, actor, input, problems);
  const location = { location: `${origin}/api/v2/tickets/${ticket.id}.json` };
  const value = {
    ticket: presentTicket(desk, origin, ticket),
    audit: presentAudit(desk, origin, audit),
  };
  return withWarning(
    json(201, value, location),
    call,
    unknown.filter((name) => name !== 'display_to_agent'),
  );
}

function isAgent({ desk }: Call, userId: number): boolean {
  const user = activeUser(desk, userId);
  return user !== null && user.role !== 'end-user';
}
