/**
 * Whether an answer may have content at all: none comes with 1xx, 204, 205, 304 and in answer to HEAD
 * (RFC 9110, sections 6.4.1, 15.3.5, 15.3.6 and 15.4.5), so nothing is asked of it there.
 */
import type { PreparedRequest } from '../wire/request.ts';

const WITHOUT: ReadonlySet<number> = new Set([204, 205, 304]);

/** @returns whether a body may come in answer to that request, by the answer's status. */
export function mayHaveContent(
  { method }: Pick<PreparedRequest, 'method'>,
  status: number,
): boolean {
  return method !== 'HEAD' && status >= 200 && !WITHOUT.has(status);
}
