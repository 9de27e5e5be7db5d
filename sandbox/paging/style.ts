// Which of the two paging styles a request speaks: cursor when any of its three parameters is there, otherwise offset,
// also when nothing is asked for.
import type { Call } from '../http/call.ts';

export type PagingStyle = 'offset' | 'cursor';

/** The style of a request; cursor wins over offset when both are there. */
export function pagingStyle({ query }: Call): PagingStyle {
  return ['page[size]', 'page[after]', 'page[before]'].some((name) => query.has(name))
    ? 'cursor'
    : 'offset';
}

/** Records on a page when the request names no number, and the most it can name. */
export const MAX_PAGE_SIZE = 100;
