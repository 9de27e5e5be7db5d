// What the requester thought of it: a verdict on a ticket that was solved, which a later one replaces.
import type { SatisfactionRating } from '../../desk/account-records.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Ticket } from '../../desk/ticket.ts';
import type { User } from '../../desk/user.ts';
import { invalidField } from '../../refusals/record-invalid.ts';
import { touchTicket } from './touch-ticket.ts';

export interface Verdict {
  readonly score: 'good' | 'bad';
  readonly comment: string | null;
  readonly reasonCode: number | null;
}

const REASONS: Readonly<Record<number, string>> = {
  0: 'No reason provided',
  5: 'The issue took too long to resolve',
  6: 'The issue was not resolved',
  7: "The agent's knowledge is unsatisfactory",
  8: "The agent's attitude is unsatisfactory",
  100: 'Some other reason',
};

/** Rates a ticket. @throws {Refusal} 422 when it was never solved */
export function rateTicket(
  desk: Desk,
  actor: User,
  ticket: Ticket,
  verdict: Verdict,
): SatisfactionRating {
  if (!wasSolved(ticket)) throw invalidField('satisfaction_rating', 'needs a solved ticket');
  const now = desk.clock.now();
  const before = ticket.rating === null ? undefined : desk.ratings.get(ticket.rating.id);
  const rating: SatisfactionRating = {
    id: before?.id ?? desk.ids.large(),
    ticketId: ticket.id,
    requesterId: ticket.requesterId,
    assigneeId: ticket.assigneeId,
    groupId: ticket.groupId,
    score: verdict.score,
    comment: verdict.comment,
    ...reasonOf(verdict),
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
  desk.ratings.set(rating.id, rating);
  const { id, score, comment, reason, reasonId } = rating;
  const members = { score, body: comment ?? '', assignee_id: rating.assigneeId };
  touchTicket({
    desk,
    actor,
    ticket,
    changes: { rating: { id, score, comment, reason, reasonId } },
    events: [{ kind: 'other', type: 'SatisfactionRating', members }],
  });
  return rating;
}

function wasSolved({ status, milestones }: Ticket): boolean {
  return status === 'solved' || status === 'closed' || milestones.reopens > 0;
}

// Only a bad verdict has a reason.
function reasonOf({ score, reasonCode }: Verdict): Pick<SatisfactionRating, 'reason' | 'reasonId'> {
  // A code that the account does not have says nothing (K).
  const reason = reasonCode === null ? undefined : REASONS[reasonCode];
  if (score === 'good' || reason === undefined) return { reason: null, reasonId: null };
  return { reason, reasonId: reasonCode };
}
