// Taking a comment back from the requester's eyes: one way only. A ticket without a public comment left is private itself.
import type { Comment } from '../../desk/comment.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Ticket } from '../../desk/ticket.ts';
import type { User } from '../../desk/user.ts';
import { refuseClosed, touchTicket } from '../tickets/touch-ticket.ts';
import { replaceComment } from './find-comment.ts';

/** Makes a comment private; one that is private already stays as it is. @throws {Refusal} 422 for a closed ticket */
export function makePrivate(desk: Desk, actor: User, ticket: Ticket, comment: Comment): void {
  refuseClosed(ticket);
  if (!comment.isPublic) return;
  replaceComment(desk, { ...comment, isPublic: false });
  const isPublic = (desk.comments.get(ticket.id) ?? []).some((other) => other.isPublic);
  const members = { comment_id: comment.id, public: false };
  touchTicket({
    desk,
    actor,
    ticket,
    changes: { isPublic },
    events: [{ kind: 'other', type: 'CommentPrivacyChange', members }],
  });
}
