// Pages by number: items, the URLs of the neighbours (or null) and the total count, no deeper than 10 000 records.
import { queryInteger } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import { queryText } from '../http/query.ts';
import { paginationTooDeep } from '../refusals/catalogue.ts';
import { MAX_PAGE_SIZE } from './style.ts';

/** Records that can be reached by page number. */
export const MAX_DEPTH = 10_000;

/** A page and what stands after the collection in its envelope. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly envelope: Readonly<Record<string, unknown>>;
}

/** The page that `page` and `per_page` name; a size beyond 100 is cut to 100. @throws {Refusal} 400 */
export function offsetPage<T>(call: Call, items: readonly T[]): Page<T> {
  const number = queryInteger(call, 'page', { least: 1 }) ?? 1;
  const size = Math.min(
    queryInteger(call, 'per_page', { least: 1 }) ?? MAX_PAGE_SIZE,
    MAX_PAGE_SIZE,
  );
  const start = (number - 1) * size;
  if (start >= MAX_DEPTH) throw paginationTooDeep();
  const url = (page: number): string =>
    `${call.origin}${call.path}.json?${queryText(call.query, { page: String(page) })}`;
  return {
    items: items.slice(start, start + size),
    envelope: {
      next_page: start + size < items.length ? url(number + 1) : null,
      previous_page: number > 1 ? url(number - 1) : null,
      count: items.length,
    },
  };
}
