// The request target: which path and query a request line asks for, in any of the forms of RFC 9112, 3.2.
import { parseQuery, type Query } from '../http/query.ts';
import { withoutJsonSuffix } from '../routes/router.ts';

/** Longest target that is looked at. */
export const MAX_TARGET_CHARACTERS = 16_384;

export interface Target {
  /** Path without `.json`. */
  readonly path: string;
  readonly query: Query;
}

/** Reads the target; null when its percent-encoding is broken. */
export function parseTarget(rawTarget: string): Target | null {
  const target = rawTarget.startsWith('/')
    ? rawTarget
    : rawTarget.replace(/^https?:\/\/[^/?#]*/i, '');
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  if (path.includes('%') && !isDecodable(path)) return null;
  return {
    path: withoutJsonSuffix(path),
    query: parseQuery(mark < 0 ? '' : target.slice(mark + 1)),
  };
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
