/**
 * A request that can't be put on the wire as HTTP/1.1. It is the sender's mistake, so nothing of
 * it may be blamed on the target.
 */
import type { PreparedRequest } from '../wire/request.ts';

export class UnsendableRequest extends Error {
  override readonly name = 'UnsendableRequest';
  readonly code = 'UNSENDABLE_REQUEST';
  readonly hint =
    'A header value holds Latin-1 without line breaks; a path holds no blanks or control characters: encode the rest.';

  /** Names the path but not the query or a header's value: they may be secret. */
  constructor(request: PreparedRequest, why: string) {
    const [path = ''] = request.target.split('?', 1);
    super(`${printable(request.method)} ${printable(path)} can't be sent: ${why}.`);
  }
}

const printable = (text: string): string => JSON.stringify(text).slice(1, -1);
