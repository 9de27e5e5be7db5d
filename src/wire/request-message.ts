/** A prepared request taken apart into what its readers look through: path, pairs, lines, bytes. */
import type { PreparedRequest } from './request.ts';
import { cookiePairs, queryPairs } from './raw-pairs.ts';
import type { RawPair } from './raw-pairs.ts';

export interface RequestMessage {
  readonly path: string;
  readonly query: readonly RawPair[];
  readonly cookies: readonly RawPair[];
  /** The lines of a field, whatever the case of its name. */
  readonly lines: (name: string) => readonly string[];
  readonly contentType: string | undefined;
  readonly body: Uint8Array | undefined;
}

/** @returns the parts of a request. */
export function requestMessage({ target, headers, body }: PreparedRequest): RequestMessage {
  const question = target.indexOf('?');
  const lines = (name: string): readonly string[] =>
    headers.flatMap(([field, value]) =>
      field.toLowerCase() === name.toLowerCase() ? [value] : [],
    );
  return {
    path: question < 0 ? target : target.slice(0, question),
    query: question < 0 ? [] : queryPairs(target.slice(question + 1)),
    cookies: cookiePairs(lines('cookie')),
    lines,
    contentType: lines('content-type')[0],
    body,
  };
}
