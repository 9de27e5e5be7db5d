// Files: taken in under a token, shown by id, fetched by the unguessable address in their content_url.
import type { Attachment } from '../desk/attachment.ts';
import { isoOf } from '../desk/instant.ts';
import { addAttachment } from '../domain/attachments/add-attachment.ts';
import { typeOfFile } from '../domain/attachments/file-type.ts';
import { pathId, queryBoolean, whereOf } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import { empty, json, type Reply } from '../http/reply.ts';
import { presentAttachment } from '../present/attachment.ts';
import { invalidAttribute, recordNotFound } from '../refusals/catalogue.ts';
import { recordInvalid } from '../refusals/record-invalid.ts';

/** POST /uploads */
export function createUpload(call: Call): Reply {
  const { desk, origin, query, bytes } = call;
  const fileName = query.get('filename') ?? '';
  if (fileName === '') throw invalidAttribute('filename', 'is missing', whereOf(call));
  const contentType = typeOfFile(fileName, call.headers['content-type']);
  if (contentType === null) {
    const description = 'Content type cannot be blank';
    throw recordInvalid({ content_type: [{ description, error: 'BlankValue' }] });
  }
  const given = query.get('token');
  const token = addAttachment(desk, {
    fileName,
    contentType,
    content: bytes,
    authorId: call.actor.id,
    isInline: queryBoolean(call, 'inline') ?? false,
    ...(given === undefined ? {} : { token: given }),
  });
  const upload = desk.uploads.get(token);
  const attachments = (upload?.attachmentIds ?? [])
    .flatMap((id) => desk.attachments.get(id) ?? [])
    .map((attachment) => presentAttachment(origin, attachment));
  const expiresAt = isoOf(upload?.expiresAt ?? desk.clock.now());
  return json(201, {
    upload: { token, expires_at: expiresAt, attachments, attachment: attachments.at(-1) },
  });
}

/** DELETE /uploads/{token} */
export function deleteUpload(call: Call): Reply {
  const upload = call.desk.uploads.get(call.params['token'] ?? '');
  if (upload === undefined) throw recordNotFound();
  for (const id of upload.attachmentIds) call.desk.attachments.delete(id);
  call.desk.uploads.delete(upload.token);
  return empty(204);
}

/** GET /attachments/{attachment_id} */
export function showAttachment(call: Call): Reply {
  const attachment = call.desk.attachments.get(pathId(call, 'attachment_id'));
  if (attachment === undefined) throw recordNotFound();
  return json(200, { attachment: presentAttachment(call.origin, attachment) });
}

/** GET /attachments/token/{token}: the file itself; the token is all the credential it takes. */
export function fetchContent(call: Call): Reply {
  const attachment = byToken(call, call.params['token'] ?? '');
  if (attachment === null) throw recordNotFound();
  const { contentType: type, content: bytes } = attachment;
  return {
    status: 200,
    headers: { 'content-disposition': 'attachment' },
    body: { kind: 'bytes', type, bytes },
  };
}

function byToken({ desk }: Call, token: string): Attachment | null {
  for (const attachment of desk.attachments.values()) {
    if (attachment.token === token) return attachment;
  }
  return null;
}
