// One list in whichever style the request speaks: sort, cut a page, and wrap it in the envelope of the style.
import type { Call } from '../http/call.ts';
import { cursorPage, type CursorHabits } from './cursor-page.ts';
import { offsetPage, type Page } from './offset-page.ts';
import { chooseOrder, sorted, type Sorting } from './order.ts';
import { pagingStyle } from './style.ts';

/** The page of `items` that the request asks for. @throws {Refusal} 400 for a page, size, sort or cursor that cannot be */
export function pageOf<T>(
  call: Call,
  items: readonly T[],
  sorting: Sorting<T>,
  habits: CursorHabits = {},
): Page<T> {
  const order = chooseOrder(call, sorting);
  const inOrder = sorted(items, order);
  return pagingStyle(call) === 'cursor'
    ? cursorPage(call, inOrder, order, habits)
    : offsetPage(call, inOrder);
}

/** All of a list that is never paged, in the envelope of the request's style. */
export function wholeOf<T>(call: Call, items: readonly T[]): Page<T> {
  const isCursor = pagingStyle(call) === 'cursor';
  const envelope = isCursor
    ? {
        meta: { has_more: false, after_cursor: null, before_cursor: null },
        links: { prev: null, next: null },
      }
    : { next_page: null, previous_page: null, count: items.length };
  return { items, envelope };
}
