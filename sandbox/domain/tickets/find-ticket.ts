// Which tickets a caller gets to see: not the deleted ones, and for a restricted agent only their own part.
import type { Desk } from '../../desk/desk.ts';
import type { Ticket } from '../../desk/ticket.ts';
import type { User } from '../../desk/user.ts';
import { recordNotFound } from '../../refusals/catalogue.ts';

/** The ticket of this id. @throws {Refusal} 404 when it is absent, deleted or not to be seen */
export function findTicket(desk: Desk, actor: User, id: number): Ticket {
  const ticket = desk.tickets.get(id);
  if (ticket === undefined || ticket.life.kind === 'deleted' || !maySee(actor, ticket))
    throw recordNotFound();
  return ticket;
}

/** The tickets that lists show, by id: live ones that the caller may see. */
export function listedTickets(desk: Desk, actor: User): readonly Ticket[] {
  const tickets = desk.liveTickets();
  return actor.restriction === null ? tickets : tickets.filter((ticket) => maySee(actor, ticket));
}

/** True when the restriction of an agent, or being an end user, does not hide the ticket. */
export function maySee(actor: User, ticket: Ticket): boolean {
  switch (actor.restriction) {
    case null:
      return true;
    case 'groups':
      return ticket.groupId !== null && actor.groupIds.includes(ticket.groupId);
    case 'organization':
      return ticket.organizationId !== null && ticket.organizationId === actor.organizationId;
    case 'assigned':
      return ticket.assigneeId === actor.id;
    case 'requested':
      return ticket.requesterId === actor.id || ticket.emailCcIds.includes(actor.id);
  }
}
