/** What every body codec is given and gives back: the seam at which a new family of media types joins. */
import type { MediaType } from '../spec/api.ts';
import type { Documents } from '../spec/documents.ts';
import type { BodyValue } from './request.ts';

/** @returns the bytes of a value and the Content-Type that goes with them. */
export type WriteBody = (body: BodyValue, context: BodyContext) => WrittenBody;

/** What the description says of a body. */
export interface BodyContext {
  readonly declared: MediaType | undefined;
  readonly documents: Documents | undefined;
}

export interface WrittenBody {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}
