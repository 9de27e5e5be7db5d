// What the account's two triggers send when a ticket is made or answered in public: notifications, with their templates
// left as they are, the way audits show them.
import type { EventDraft } from '../../desk/audit.ts';
import type { Comment } from '../../desk/comment.ts';
import type { Ticket } from '../../desk/ticket.ts';
import { viaOf } from '../../desk/via.ts';

interface Trigger {
  readonly id: number;
  readonly title: string;
  readonly subject: string;
  readonly body: string;
}

const RECEIVED: Trigger = {
  id: 6_100_000_900_001,
  title: 'Notify requester of received request',
  subject: '[Request received] {{ticket.title}}',
  body: 'Your request (#{{ticket.id}}) has been received and is being reviewed by our support staff.',
};

const ANSWERED: Trigger = {
  id: 6_100_000_900_002,
  title: 'Notify requester of comment update',
  subject: '[{{ticket.account}}] Re: {{ticket.title}}',
  body: 'Your request (#{{ticket.id}}) has been updated. {{ticket.comments_formatted}}',
};

/** The notifications that a public comment sets off; the requester is not told of what they said themselves. */
export function triggerEvents(
  ticket: Ticket,
  comment: Comment | null,
  isNew: boolean,
): readonly EventDraft[] {
  if (comment?.isPublic !== true) return [];
  if (!isNew && comment.authorId === ticket.requesterId) return [];
  const { id, title, subject, body } = isNew ? RECEIVED : ANSWERED;
  const via = viaOf('rule', 'trigger', { id, title, deleted: false, revision_id: 1 });
  return [{ kind: 'notification', via, subject, body, recipients: [ticket.requesterId] }];
}
