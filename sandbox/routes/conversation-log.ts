// Everything said on a ticket, as one log: cursor pages only, one entry a comment.
import { createHash } from 'node:crypto';
import type { Comment } from '../desk/comment.ts';
import { isoOf } from '../desk/instant.ts';
import { findTicket } from '../domain/tickets/find-ticket.ts';
import { pathId } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { cursorPage } from '../paging/cursor-page.ts';
import type { Order } from '../paging/order.ts';
import { presentAttachments } from '../present/attachment.ts';

const ORDER: Order<Comment> = {
  name: 'created_at,id',
  direction: 'asc',
  keyOf: ({ createdAt }) => createdAt,
  idOf: ({ id }) => id,
};

/** GET /tickets/{ticket_id}/conversation_log */
export function listConversation(call: Call): Reply {
  const ticket = findTicket(call.desk, call.actor, pathId(call, 'ticket_id'));
  const comments = [...(call.desk.comments.get(ticket.id) ?? [])].sort(
    (left, right) => left.createdAt - right.createdAt || left.id - right.id,
  );
  const page = cursorPage(call, comments, ORDER);
  return json(200, {
    events: page.items.map((comment) => entryOf(call, comment)),
    ...page.envelope,
  });
}

function entryOf({ desk, origin }: Call, comment: Comment): Record<string, unknown> {
  const isAgent = desk.users.get(comment.authorId)?.role !== 'end-user';
  return {
    id: ulidOf(comment),
    type: comment.kind,
    reference: `zen:ticket_event:${comment.id}`,
    created_at: isoOf(comment.createdAt),
    attachments: presentAttachments(desk, origin, comment),
    author: { type: isAgent ? 'agent' : 'user', 'zen:support:user_id': comment.authorId },
    content: { type: 'html', body: comment.htmlBody },
    metadata: { public: comment.isPublic, via: comment.via },
  };
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

// 48 bits of time and 80 that follow from the comment's id, in base 32.
function ulidOf({ id, createdAt }: Comment): string {
  const random = createHash('md5').update(String(id)).digest('hex').slice(0, 20);
  let bits = ((BigInt(createdAt) * 1000n) << 80n) | BigInt(`0x${random}`);
  let text = '';
  for (let place = 0; place < 26; place += 1) {
    text = (CROCKFORD[Number(bits & 31n)] ?? '') + text;
    bits >>= 5n;
  }
  return text;
}
