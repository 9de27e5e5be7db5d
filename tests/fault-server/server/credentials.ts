/** Who may ask: one reader's token, one key of the desk (RFC 6750; an apiKey scheme of OpenAPI). */
import { headerLines, type Request } from '../http/message.ts';
import type { Scheme } from '../operations/operation.ts';

export interface Credentials {
  /** For `Authorization: Bearer …`. */
  readonly readerToken: string;
  /** For `X-Desk-Key: …`. */
  readonly deskKey: string;
}

export const CREDENTIALS: Credentials = {
  readerToken: 'reader-5b1f0c77a9',
  deskKey: 'desk-e27d40b61c',
};

export const DESK_HEADER = 'X-Desk-Key';

/** @returns whether the request proves one of the schemes; anyone may where none is asked for. */
export function isKnown(request: Request, asks: readonly Scheme[]): boolean {
  return asks.length === 0 || asks.some((scheme) => proves(request, scheme));
}

function proves(request: Request, scheme: Scheme): boolean {
  switch (scheme) {
    case 'reader': {
      const [line = ''] = headerLines(request, 'Authorization');
      const token = /^bearer +(\S+)$/i.exec(line.trim())?.[1];
      return token === CREDENTIALS.readerToken;
    }
    case 'desk':
      return headerLines(request, DESK_HEADER)[0] === CREDENTIALS.deskKey;
  }
}

/** @returns the challenge that tells which scheme would do. */
export function challenge(asks: readonly Scheme[]): string {
  return asks.includes('reader') ? 'Bearer realm="library"' : 'ApiKey realm="library desk"';
}
