// Pages by cursor: opaque positions in an order. A page with items names both neighbours even where there is none, so only
// `has_more` tells the end; an empty page names nothing; views hide what is before their first page.
import type { Call } from '../http/call.ts';
import { queryText } from '../http/query.ts';
import { invalidCursor } from '../refusals/catalogue.ts';
import type { Page } from './offset-page.ts';
import { comparePositions, positionOf, type Order, type Position } from './order.ts';
import { MAX_PAGE_SIZE } from './style.ts';

/** How the lists differ from each other. */
export interface CursorHabits {
  /** First pages carry no cursor and no link to what is before them. */
  readonly hidesBeforeFirst?: boolean;
}

/** The page that `page[size]`, `page[after]` and `page[before]` name. @throws {Refusal} 400 */
export function cursorPage<T>(
  call: Call,
  items: readonly T[],
  order: Order<T>,
  habits: CursorHabits = {},
): Page<T> {
  const size = pageSize(call);
  const after = cursorOf(call, 'page[after]', order);
  const before = after === null ? cursorOf(call, 'page[before]', order) : null;
  const { page, hasMore } =
    before === null
      ? sliceAfter(items, order, after, size)
      : sliceBefore(items, order, before, size);
  const isFirst = after === null && before === null;
  const links = linksOf(call, page, order, size);
  const shown =
    isFirst && habits.hidesBeforeFirst === true ? { ...links, before: null, prev: null } : links;
  return {
    items: page,
    envelope: {
      meta: { has_more: hasMore, after_cursor: shown.after, before_cursor: shown.before },
      links: { prev: shown.prev, next: shown.next },
    },
  };
}

interface Slice<T> {
  readonly page: readonly T[];
  readonly hasMore: boolean;
}

function sliceAfter<T>(
  items: readonly T[],
  order: Order<T>,
  after: Position | null,
  size: number,
): Slice<T> {
  const start = after === null ? 0 : firstIndexAfter(items, order, after);
  return { page: items.slice(start, start + size), hasMore: start + size < items.length };
}

function sliceBefore<T>(
  items: readonly T[],
  order: Order<T>,
  before: Position,
  size: number,
): Slice<T> {
  const beyond = firstIndexAfter(items, order, before);
  const last = items[beyond - 1];
  const isAtItem =
    last !== undefined && comparePositions(positionOf(last, order), before, order.direction) === 0;
  const end = isAtItem ? beyond - 1 : beyond;
  return { page: items.slice(Math.max(0, end - size), end), hasMore: end - size > 0 };
}

// Binary search: the items stand in the order.
function firstIndexAfter<T>(items: readonly T[], order: Order<T>, position: Position): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item === undefined) break;
    if (comparePositions(positionOf(item, order), position, order.direction) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function linksOf<T>(
  call: Call,
  page: readonly T[],
  order: Order<T>,
  size: number,
): {
  readonly after: string | null;
  readonly before: string | null;
  readonly prev: string | null;
  readonly next: string | null;
} {
  const first = page[0];
  const last = page.at(-1);
  if (first === undefined || last === undefined)
    return { after: null, before: null, prev: null, next: null };
  const after = encodeCursor(order, positionOf(last, order));
  const before = encodeCursor(order, positionOf(first, order));
  const url = (changes: Readonly<Record<string, string | null>>): string =>
    `${call.origin}${call.path}.json?${queryText(call.query, { ...changes, 'page[size]': String(size) })}`;
  return {
    after,
    before,
    prev: url({ 'page[before]': before, 'page[after]': null }),
    next: url({ 'page[after]': after, 'page[before]': null }),
  };
}

function pageSize(call: Call): number {
  const given = call.query.get('page[size]');
  if (given === undefined) return MAX_PAGE_SIZE;
  const size = /^\d{1,3}$/.test(given) ? Number(given) : 0;
  if (size < 1 || size > MAX_PAGE_SIZE) throw invalidCursor('page[size]');
  return size;
}

// As the service does it: base64 of JSON with the order's name in `o` and a packed value in `v`.
function encodeCursor<T>(order: Order<T>, { key, id }: Position): string {
  const packed = Buffer.from(JSON.stringify([key, id])).toString('base64');
  return Buffer.from(JSON.stringify({ o: order.name, v: packed })).toString('base64');
}

function cursorOf<T>(call: Call, parameter: string, order: Order<T>): Position | null {
  const given = call.query.get(parameter);
  if (given === undefined) return null;
  const position = decodeCursor(given, order.name);
  if (position === null) throw invalidCursor(parameter);
  return position;
}

function decodeCursor(cursor: string, orderName: string): Position | null {
  const outer = parseBase64Json(cursor);
  if (typeof outer !== 'object' || outer === null) return null;
  if (!('o' in outer) || outer.o !== orderName || !('v' in outer)) return null;
  const inner = typeof outer.v === 'string' ? parseBase64Json(outer.v) : null;
  const [key, id] = Array.isArray(inner) ? (inner as readonly unknown[]) : [];
  if (typeof id !== 'number' || (typeof key !== 'string' && typeof key !== 'number')) return null;
  return { key, id };
}

function parseBase64Json(encoded: string): unknown {
  try {
    return JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
