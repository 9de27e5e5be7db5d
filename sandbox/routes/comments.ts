// The comments of a ticket: listed oldest first unless asked otherwise, and counted.
import type { Comment } from '../desk/comment.ts';
import { findTicket } from '../domain/tickets/find-ticket.ts';
import { pathId, queryBoolean } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { pageOf } from '../paging/list.ts';
import type { Sorting } from '../paging/order.ts';
import { presentComment } from '../present/comment.ts';
import { presentCount } from '../present/count.ts';
import { includedNames, presentUsers } from '../present/sideloads.ts';

const createdAt = (comment: Comment): number => comment.createdAt;

const SORTING: Sorting<Comment> = {
  idOf: ({ id }) => id,
  fallback: { key: 'created_at,id', direction: 'asc' },
  fallbackKeyOf: createdAt,
  offset: { created_at: createdAt },
  cursor: { created_at: createdAt },
};

/** GET /tickets/{ticket_id}/comments */
export function listComments(call: Call): Reply {
  const { desk, actor, origin } = call;
  const ticket = findTicket(desk, actor, pathId(call, 'ticket_id'));
  // Images inside a text are listed only on request.
  const withInline = queryBoolean(call, 'include_inline_images') ?? false;
  const page = pageOf(call, desk.comments.get(ticket.id) ?? [], SORTING);
  const comments = page.items.map((comment) => presentComment(desk, origin, comment, withInline));
  const users = includedNames(call).has('users')
    ? {
        users: presentUsers(
          call,
          page.items.map(({ authorId }) => authorId),
        ),
      }
    : {};
  return json(200, { comments, ...users, ...page.envelope });
}

/** GET /tickets/{ticket_id}/comments/count */
export function countComments(call: Call): Reply {
  const ticket = findTicket(call.desk, call.actor, pathId(call, 'ticket_id'));
  return json(200, presentCount(call.desk, (call.desk.comments.get(ticket.id) ?? []).length));
}
