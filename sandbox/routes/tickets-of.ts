// Tickets by whom they belong to: of an organization, and of a user as requester, assignee or in copy.
import type { Ticket } from '../desk/ticket.ts';
import { listedTickets } from '../domain/tickets/find-ticket.ts';
import { pathId } from '../http/arguments.ts';
import type { Call, Handler } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { pageOf } from '../paging/list.ts';
import { besideTickets, presentTickets } from '../present/sideloads.ts';
import { recordNotFound } from '../refusals/catalogue.ts';
import { ticketSorting } from './ticket-sorting.ts';

/** GET /organizations/{organization_id}/tickets */
export function listTicketsOfOrganization(call: Call): Reply {
  const id = pathId(call, 'organization_id');
  if (call.desk.organizations.get(id) === undefined) throw recordNotFound();
  return listOf(call, ({ organizationId }) => organizationId === id);
}

/** GET /users/{user_id}/tickets/requested */
export const listTicketsRequested = ofUser((ticket, id) => ticket.requesterId === id);

/** GET /users/{user_id}/tickets/assigned */
export const listTicketsAssigned = ofUser((ticket, id) => ticket.assigneeId === id);

/** GET /users/{user_id}/tickets/ccd */
export const listTicketsCcd = ofUser((ticket, id) => ticket.emailCcIds.includes(id));

function ofUser(belongs: (ticket: Ticket, userId: number) => boolean): Handler {
  return (call) => {
    const id = pathId(call, 'user_id');
    if (call.desk.users.get(id) === undefined) throw recordNotFound();
    return listOf(call, (ticket) => belongs(ticket, id));
  };
}

function listOf(call: Call, belongs: (ticket: Ticket) => boolean): Reply {
  const { desk, actor } = call;
  const page = pageOf(call, listedTickets(desk, actor).filter(belongs), ticketSorting(desk));
  const tickets = presentTickets(call, page.items);
  return json(200, { tickets, ...besideTickets(call, page.items), ...page.envelope });
}
