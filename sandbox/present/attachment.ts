// A file on the wire: where it is shown and fetched, what it is, and that nobody scanned it.
import type { Attachment } from '../desk/attachment.ts';
import type { Comment } from '../desk/comment.ts';
import type { Desk } from '../desk/desk.ts';
import type { Wire } from './ticket.ts';

/** A file as comments, audits, uploads and redactions show it. */
export function presentAttachment(origin: string, attachment: Attachment): Wire {
  const name = encodeURIComponent(attachment.fileName.toWellFormed());
  const contentUrl = `${origin}/attachments/token/${attachment.token}/?name=${name}`;
  return {
    url: `${origin}/api/v2/attachments/${attachment.id}.json`,
    id: attachment.id,
    file_name: attachment.fileName,
    content_url: contentUrl,
    mapped_content_url: contentUrl,
    content_type: attachment.contentType,
    size: attachment.sizeBytes,
    width: attachment.width,
    height: attachment.height,
    inline: attachment.isInline,
    deleted: false,
    malware_access_override: false,
    malware_scan_result: 'not_scanned',
    thumbnails: [],
  };
}

/** The files of a comment; those inside its text only when they are asked for. */
export function presentAttachments(
  desk: Desk,
  origin: string,
  comment: Comment,
  withInline = true,
): readonly Wire[] {
  return comment.attachmentIds.flatMap((id) => {
    const attachment = desk.attachments.get(id);
    if (attachment === undefined || (attachment.isInline && !withInline)) return [];
    return [presentAttachment(origin, attachment)];
  });
}
