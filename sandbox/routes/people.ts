// The people on a ticket: collaborators, followers and people in copy, as whole users.
import type { Ticket } from '../desk/ticket.ts';
import type { User } from '../desk/user.ts';
import { findTicket } from '../domain/tickets/find-ticket.ts';
import { collaboratorIds } from '../domain/tickets/people-step.ts';
import { pathId } from '../http/arguments.ts';
import type { Call, Handler } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { pageOf } from '../paging/list.ts';
import type { Sorting } from '../paging/order.ts';
import { presentUser } from '../present/user.ts';

const idOf = ({ id }: User): number => id;

/** By what lists of users can be sorted. */
export const USERS_BY_ID: Sorting<User> = {
  idOf,
  fallback: { key: 'id', direction: 'asc' },
  fallbackKeyOf: idOf,
  offset: { id: idOf, name: ({ name }) => name },
  cursor: { id: idOf, name: ({ name }) => name },
};

/** GET /tickets/{ticket_id}/collaborators */
export const listCollaborators: Handler = (call) => listPeople(call, collaboratorIds);

/** GET /tickets/{ticket_id}/followers */
export const listFollowers: Handler = (call) => listPeople(call, ({ followerIds }) => followerIds);

/** GET /tickets/{ticket_id}/email_ccs */
export const listEmailCcs: Handler = (call) => listPeople(call, ({ emailCcIds }) => emailCcIds);

function listPeople(call: Call, idsOf: (ticket: Ticket) => readonly number[]): Reply {
  const { desk, actor, origin } = call;
  const ticket = findTicket(desk, actor, pathId(call, 'ticket_id'));
  const people = idsOf(ticket).flatMap((id) => desk.users.get(id) ?? []);
  const page = pageOf(call, people, USERS_BY_ID);
  return json(200, {
    users: page.items.map((user) => presentUser(origin, user)),
    ...page.envelope,
  });
}
