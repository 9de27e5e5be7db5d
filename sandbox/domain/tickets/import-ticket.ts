// Bringing tickets over from elsewhere: their times and their whole thread are kept as given, nobody is notified, and
// closed ones may go straight to the archive.
import type { Comment } from '../../desk/comment.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Ticket } from '../../desk/ticket.ts';
import type { User } from '../../desk/user.ts';
import { VIA_API } from '../../desk/via.ts';
import { isBlank, type CommentInput } from '../../input/comment-input.ts';
import { withoutMembers } from '../../input/members.ts';
import type { TicketInput } from '../../input/ticket-members.ts';
import type { DetailList } from '../../refusals/record-invalid.ts';
import { newComment } from '../comments/new-comment.ts';
import { createTicket, type Created } from './create-ticket.ts';
import { recordAudit } from './record-audit.ts';

/** Imports a ticket. @throws {Refusal} 422 */
export function importTicket(
  desk: Desk,
  actor: User,
  input: TicketInput,
  problems: DetailList,
  archivesClosed: boolean,
): Created {
  const [first, ...rest] = threadOf(input);
  for (const { createdAt } of first === undefined ? [] : [first, ...rest]) {
    if (createdAt !== null && createdAt > desk.clock.now())
      problems.addInvalid('comment', 'is in the future');
  }
  const members = withoutMembers(input, 'comment');
  const opening = first === undefined ? members : { ...members, comment: kept(first) };
  const created = createTicket(desk, actor, opening, problems, { isImport: true });
  let ticket = withTimes(created.ticket, input);
  for (const said of rest) ticket = addComment(desk, actor, ticket, kept(said), problems);
  problems.refuseIfAny();
  const isArchived = archivesClosed && ticket.status === 'closed';
  const whole: Ticket = { ...ticket, life: isArchived ? { kind: 'archived' } : ticket.life };
  desk.tickets.set(whole.id, whole);
  return { ...created, ticket: whole };
}

// Blank comments say nothing; what is left is the thread, the singular spelling standing in for a missing list.
function threadOf({ comments, comment, description }: TicketInput): readonly CommentInput[] {
  const given = comments ?? (comment === undefined ? [] : [comment]);
  const said = given.filter((candidate) => !isBlank(candidate));
  return said.length === 0 && description === undefined ? given : said;
}

// Nothing is older than the first second of 1970.
function kept(said: CommentInput): CommentInput {
  return said.createdAt === null ? said : { ...said, createdAt: Math.max(0, said.createdAt) };
}

function withTimes(ticket: Ticket, input: TicketInput): Ticket {
  // Nothing that is brought over happened later than now.
  const past = (second: number): number => Math.min(ticket.generatedAt, Math.max(0, second));
  const solvedAt = input.solved_at ?? ticket.milestones.solvedAt;
  return {
    ...ticket,
    createdAt: past(input.created_at ?? ticket.createdAt),
    updatedAt: past(input.updated_at ?? ticket.updatedAt),
    milestones: { ...ticket.milestones, solvedAt: solvedAt === null ? null : past(solvedAt) },
  };
}

function addComment(
  desk: Desk,
  actor: User,
  ticket: Ticket,
  input: CommentInput,
  problems: DetailList,
): Ticket {
  const auditId = desk.ids.large();
  const comment: Comment = newComment({
    desk,
    ticket,
    input,
    author: desk.users.get(ticket.requesterId) ?? actor,
    auditId,
    via: VIA_API,
    custom: {},
    problems,
  });
  desk.comments.set(ticket.id, [...(desk.comments.get(ticket.id) ?? []), comment]);
  recordAudit(desk, {
    id: auditId,
    ticketId: ticket.id,
    authorId: comment.authorId,
    createdAt: comment.createdAt,
    events: [{ kind: 'comment', commentId: comment.id }],
  });
  return {
    ...ticket,
    isPublic: ticket.isPublic || comment.isPublic,
    milestones: { ...ticket.milestones, latestCommentAt: comment.createdAt },
  };
}
