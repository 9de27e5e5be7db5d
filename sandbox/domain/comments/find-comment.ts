// Finding a comment: among those of its ticket, or, for the one route that knows no ticket, among all.
import type { Comment } from '../../desk/comment.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Ticket } from '../../desk/ticket.ts';
import { recordNotFound } from '../../refusals/catalogue.ts';

/** The comment of this id on a ticket. @throws {Refusal} 404 */
export function findComment(desk: Desk, ticket: Ticket, id: number): Comment {
  const comment = (desk.comments.get(ticket.id) ?? []).find((candidate) => candidate.id === id);
  if (comment === undefined) throw recordNotFound();
  return comment;
}

/** The comment of this id on any ticket that is not deleted; null when there is none. */
export function commentAnywhere(desk: Desk, id: number): Comment | null {
  for (const comments of desk.comments.values()) {
    const comment = comments.find((candidate) => candidate.id === id);
    if (comment === undefined) continue;
    return desk.tickets.get(comment.ticketId)?.life.kind === 'deleted' ? null : comment;
  }
  return null;
}

/** Puts a changed comment in the place of the one with its id. */
export function replaceComment(desk: Desk, changed: Comment): void {
  const comments = desk.comments.get(changed.ticketId) ?? [];
  desk.comments.set(
    changed.ticketId,
    comments.map((comment) => (comment.id === changed.id ? changed : comment)),
  );
}
