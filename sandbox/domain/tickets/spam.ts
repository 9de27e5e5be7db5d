// Spam: the ticket is deleted and its requester suspended. Only what an end user asked can be spam, and a closed ticket
// cannot any more.
import type { Desk } from '../../desk/desk.ts';
import type { Ticket } from '../../desk/ticket.ts';
import type { User } from '../../desk/user.ts';
import { invalidField } from '../../refusals/record-invalid.ts';
import { deleteTicket } from './delete-ticket.ts';
import { refuseClosed } from './touch-ticket.ts';

/** Marks a ticket as spam. @throws {Refusal} 422 */
export function markAsSpam(desk: Desk, actor: User, ticket: Ticket): void {
  refuseClosed(ticket);
  const requester = desk.users.get(ticket.requesterId);
  if (requester?.role !== 'end-user') throw invalidField('requester', 'is not an end user');
  desk.users.set(requester.id, { ...requester, isSuspended: true, updatedAt: desk.clock.now() });
  deleteTicket(desk, actor, ticket);
}
