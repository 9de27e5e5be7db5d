// When things happened to a ticket: worked out from what it was and what it became, never set by hand.
import type { Comment } from '../../desk/comment.ts';
import type { Milestones, Ticket } from '../../desk/ticket.ts';
import type { User } from '../../desk/user.ts';

/** The milestones of a ticket that begins. */
export function firstMilestones(now: number): Milestones {
  return {
    assigneeUpdatedAt: null,
    requesterUpdatedAt: now,
    statusUpdatedAt: now,
    initiallyAssignedAt: null,
    assignedAt: null,
    solvedAt: null,
    closedAt: null,
    latestCommentAt: null,
    firstReplyAt: null,
    reopens: 0,
    replies: 0,
    assigneeStations: 0,
    groupStations: 0,
  };
}

export interface Passage {
  /** Null for a ticket that begins. */
  readonly before: Ticket | null;
  readonly after: Ticket;
  readonly actor: User;
  readonly comment: Comment | null;
  readonly now: number;
}

/** The milestones after a change. */
export function milestonesAfter(passage: Passage): Milestones {
  const { after, actor, now } = passage;
  return {
    ...after.milestones,
    ...assignmentMilestones(passage),
    ...statusMilestones(passage),
    ...commentMilestones(passage),
    ...(after.assigneeId === actor.id ? { assigneeUpdatedAt: now } : {}),
    ...(after.requesterId === actor.id ? { requesterUpdatedAt: now } : {}),
  };
}

function assignmentMilestones({ before, after, now }: Passage): Partial<Milestones> {
  const { milestones } = after;
  const isAssigned = after.assigneeId !== null && after.assigneeId !== (before?.assigneeId ?? null);
  const isMoved = after.groupId !== null && after.groupId !== (before?.groupId ?? null);
  return {
    ...(isAssigned
      ? {
          assignedAt: now,
          initiallyAssignedAt: milestones.initiallyAssignedAt ?? now,
          assigneeStations: milestones.assigneeStations + 1,
        }
      : {}),
    ...(isMoved ? { groupStations: milestones.groupStations + 1 } : {}),
  };
}

function statusMilestones({ before, after, now }: Passage): Partial<Milestones> {
  if (before?.status === after.status) return {};
  const isDone = after.status === 'solved' || after.status === 'closed';
  const isReopened = before?.status === 'solved' && !isDone;
  return {
    statusUpdatedAt: now,
    ...(isDone ? { solvedAt: after.milestones.solvedAt ?? now } : {}),
    ...(after.status === 'closed' ? { closedAt: now } : {}),
    ...(isReopened ? { solvedAt: null, reopens: after.milestones.reopens + 1 } : {}),
  };
}

function commentMilestones({ after, actor, comment, before, now }: Passage): Partial<Milestones> {
  if (comment === null) return {};
  const isReply = before !== null && comment.isPublic && actor.role !== 'end-user';
  return {
    latestCommentAt: comment.createdAt,
    ...(isReply
      ? {
          replies: after.milestones.replies + 1,
          firstReplyAt: after.milestones.firstReplyAt ?? now,
        }
      : {}),
  };
}
