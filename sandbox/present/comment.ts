// A comment on the wire, in its own list and inside the audit that brought it.
import type { Comment } from '../desk/comment.ts';
import type { Desk } from '../desk/desk.ts';
import { isoOf } from '../desk/instant.ts';
import type { Via } from '../desk/via.ts';
import { presentAttachments } from './attachment.ts';
import type { Wire } from './ticket.ts';

/** A comment as the list of comments shows it. */
export function presentComment(
  desk: Desk,
  origin: string,
  comment: Comment,
  withInline = true,
): Wire {
  return {
    id: comment.id,
    type: comment.kind,
    author_id: comment.authorId,
    body: comment.plainBody,
    html_body: comment.htmlBody,
    plain_body: comment.plainBody,
    public: comment.isPublic,
    attachments: presentAttachments(desk, origin, comment, withInline),
    audit_id: comment.auditId,
    via: viaWithRequester(desk, comment),
    created_at: isoOf(comment.createdAt),
    metadata: { system: presentSystem(), custom: comment.custom },
    ...presentCall(comment),
  };
}

/** A comment as the event of its audit shows it. */
export function presentCommentEvent(desk: Desk, origin: string, comment: Comment): Wire {
  return {
    id: comment.id,
    type: comment.kind,
    author_id: comment.authorId,
    body: comment.plainBody,
    html_body: comment.htmlBody,
    plain_body: comment.plainBody,
    public: comment.isPublic,
    attachments: presentAttachments(desk, origin, comment),
    audit_id: comment.auditId,
    ...presentCall(comment),
  };
}

/** Where a request came from, as `metadata.system` tells; the sandbox is on the machine that calls it. */
export function presentSystem(): Wire {
  return {
    client: 'sandbox',
    ip_address: '127.0.0.1',
    location: 'Localhost',
    latitude: 37.751,
    longitude: -97.822,
  };
}

// Comments made over the API name the requester as the one they go to.
function viaWithRequester(desk: Desk, comment: Comment): Via {
  const { via } = comment;
  if (via.channel !== 'api' || via.source.rel !== null) return via;
  const requester = desk.users.get(desk.tickets.get(comment.ticketId)?.requesterId ?? 0);
  if (requester?.email === undefined || requester.email === null) return via;
  const to = { name: requester.name, address: requester.email };
  return { channel: 'api', source: { from: {}, to, rel: null } };
}

function presentCall({ call }: Comment): Wire {
  if (call === null) return {};
  return {
    data: {
      from: call.from,
      to: call.to,
      recording_url: call.recordingUrl,
      started_at: call.startedAt,
      call_duration: call.callDuration,
      answered_by_id: call.answeredById,
      transcription_text: call.transcriptionText,
      location: call.location,
    },
    formatted_from: call.from,
    formatted_to: call.to,
    transcription_visible: call.transcriptionText !== null,
    trusted: true,
  };
}
