// A file: uploaded first under a token, later part of a comment; redacting it leaves an empty text in its place.

export interface Attachment {
  readonly id: number;
  readonly fileName: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly isInline: boolean;
  readonly token: string;
  readonly content: Uint8Array;
}

/** Files waiting under one token until a comment takes them. */
export interface Upload {
  readonly token: string;
  readonly attachmentIds: readonly number[];
  readonly authorId: number;
  readonly expiresAt: number;
}
