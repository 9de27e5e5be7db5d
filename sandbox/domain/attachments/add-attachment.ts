// Taking a file in: it waits under a token, alone or together with others, for three days until a comment takes it.
import type { Attachment, Upload } from '../../desk/attachment.ts';
import type { Desk } from '../../desk/desk.ts';
import { imageSize } from './image-size.ts';

const WAITS_SECONDS = 3 * 86_400;

export interface NewFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Uint8Array;
  readonly authorId: number;
  readonly isInline?: boolean;
  /** Token of an upload that the file joins. */
  readonly token?: string;
}

/** Adds a file and returns the token it waits under. */
export function addAttachment(desk: Desk, file: NewFile): string {
  const size = imageSize(file.contentType, file.content);
  const attachment: Attachment = {
    id: desk.ids.large(),
    fileName: file.fileName,
    contentType: file.contentType,
    sizeBytes: file.content.length,
    width: size?.width ?? null,
    height: size?.height ?? null,
    isInline: file.isInline ?? false,
    token: desk.ids.token(),
    content: file.content,
  };
  desk.attachments.set(attachment.id, attachment);
  const joined = file.token === undefined ? undefined : desk.uploads.get(file.token);
  const upload: Upload = {
    token: joined?.token ?? desk.ids.token(),
    attachmentIds: [...(joined?.attachmentIds ?? []), attachment.id],
    authorId: file.authorId,
    expiresAt: desk.clock.now() + WAITS_SECONDS,
  };
  desk.uploads.set(upload.token, upload);
  return upload.token;
}
