// What can be done to a comment after it was said: make it private, redact words or files of it.
import type { Comment } from '../desk/comment.ts';
import type { Ticket } from '../desk/ticket.ts';
import { findComment } from '../domain/comments/find-comment.ts';
import { makePrivate } from '../domain/comments/make-private.ts';
import { redactAttachment, redactText } from '../domain/comments/redact.ts';
import { findTicket } from '../domain/tickets/find-ticket.ts';
import { pathId, whereOf } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { withWarning } from '../http/warning.ts';
import { bodyMember, otherMembers } from '../input/body.ts';
import { presentAttachment } from '../present/attachment.ts';
import { presentComment } from '../present/comment.ts';
import { invalidAttribute, recordNotFound } from '../refusals/catalogue.ts';
import { invalidField } from '../refusals/record-invalid.ts';
import { findAudit } from './audits.ts';

/** PUT /tickets/{ticket_id}/comments/{ticket_comment_id}/make_private */
export function makeCommentPrivate(call: Call): Reply {
  const { ticket, comment } = placeOf(call, 'ticket_comment_id');
  makePrivate(call.desk, call.actor, ticket, comment);
  return json(200, {});
}

/** PUT /tickets/{ticket_id}/audits/{ticket_audit_id}/make_private */
export function makeAuditPrivate(call: Call): Reply {
  const { desk, actor } = call;
  const audit = findAudit(call);
  const event = audit.events.find(({ kind }) => kind === 'comment');
  if (event === undefined) throw recordNotFound();
  const ticket = findTicket(desk, actor, audit.ticketId);
  makePrivate(desk, actor, ticket, findComment(desk, ticket, event.id));
  return json(200, {});
}

/** PUT /tickets/{ticket_id}/comments/{ticket_comment_id}/redact */
export function redactComment(call: Call): Reply {
  const place = placeOf(call, 'ticket_comment_id');
  const text = bodyMember(call, 'text');
  if (typeof text !== 'string') throw invalidAttribute('text', 'must be a string', whereOf(call));
  if (text === '') throw invalidField('text', 'cannot be blank');
  const comment = redactText(call.desk, call.actor, place, text);
  const reply = json(200, { comment: presentComment(call.desk, call.origin, comment) });
  return withWarning(reply, call, otherMembers(call, ['text']));
}

/** PUT /tickets/{ticket_id}/comments/{comment_id}/attachments/{attachment_id}/redact */
export function redactCommentAttachment(call: Call): Reply {
  const place = placeOf(call, 'comment_id');
  const id = pathId(call, 'attachment_id');
  const attachment = place.comment.attachmentIds.includes(id)
    ? call.desk.attachments.get(id)
    : undefined;
  if (attachment === undefined) throw recordNotFound();
  const before = redactAttachment(call.desk, call.actor, place, attachment);
  return json(200, { attachment: presentAttachment(call.origin, before) });
}

function placeOf(call: Call, name: string): { readonly ticket: Ticket; readonly comment: Comment } {
  const ticketId = pathId(call, 'ticket_id');
  const commentId = pathId(call, name);
  const ticket = findTicket(call.desk, call.actor, ticketId);
  return { ticket, comment: findComment(call.desk, ticket, commentId) };
}
