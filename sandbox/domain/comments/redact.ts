// Making words and files unreadable for good: block characters in the place of each letter, an empty text in the place of
// a file.
import type { Attachment } from '../../desk/attachment.ts';
import type { Comment } from '../../desk/comment.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Ticket } from '../../desk/ticket.ts';
import type { User } from '../../desk/user.ts';
import { refuseClosed, touchTicket } from '../tickets/touch-ticket.ts';
import { escapeHtml } from './bodies.ts';
import { replaceComment } from './find-comment.ts';

/** The lower seven eighths block that stands for a redacted character. */
export const BLOCK = '\u2587';

/**
 * Redacts every occurrence of a text in a comment, and in the ticket's description when it is the first one. A text that
 * does not occur changes nothing.
 * @throws {Refusal} 422 for a closed ticket
 */
export function redactText(
  desk: Desk,
  actor: User,
  place: { readonly ticket: Ticket; readonly comment: Comment },
  text: string,
): Comment {
  const { ticket, comment } = place;
  refuseClosed(ticket);
  const blocks = BLOCK.repeat([...text].length);
  const plainBody = comment.plainBody.replaceAll(text, () => blocks);
  const htmlBody = redactHtml(comment.htmlBody, escapeHtml(text), blocks);
  if (plainBody === comment.plainBody && htmlBody === comment.htmlBody) return comment;
  const redacted = { ...comment, plainBody, htmlBody };
  replaceComment(desk, redacted);
  const isFirst = desk.comments.get(ticket.id)?.[0]?.id === comment.id;
  touchTicket({
    desk,
    actor,
    ticket,
    changes: isFirst ? { description: plainBody } : {},
    events: [{ kind: 'other', type: 'CommentRedactionEvent', members: { comment_id: comment.id } }],
  });
  return redacted;
}

/** Redacts a file of a comment and returns it as it was. @throws {Refusal} 422 for a closed ticket */
export function redactAttachment(
  desk: Desk,
  actor: User,
  place: { readonly ticket: Ticket; readonly comment: Comment },
  attachment: Attachment,
): Attachment {
  const { ticket, comment } = place;
  refuseClosed(ticket);
  desk.attachments.set(attachment.id, {
    ...attachment,
    fileName: 'redacted.txt',
    contentType: 'text/plain',
    sizeBytes: 0,
    width: null,
    height: null,
    content: new Uint8Array(0),
  });
  const members = { attachment_id: attachment.id, comment_id: comment.id };
  touchTicket({
    desk,
    actor,
    ticket,
    events: [{ kind: 'other', type: 'AttachmentRedactionEvent', members }],
  });
  return attachment;
}

// Only between the tags: redacting "div" must not break the markup.
function redactHtml(html: string, escaped: string, blocks: string): string {
  return html
    .split(/(<[^<>]*>)/)
    .map((part) => (part.startsWith('<') ? part : part.replaceAll(escaped, () => blocks)))
    .join('');
}
