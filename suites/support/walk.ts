// Walking through pages, by cursor and by number, the way a careful client does: until the service says that there are no
// more, and never in circles.
import { expect } from 'vitest';
import type { Answers, Meta, OperationId, Page } from './answers.ts';
import type { Client, Request } from './client.ts';

/** Operations that answer with pages. */
export type Paged = {
  [Id in OperationId]: Answers[Id] extends Page ? Id : never;
}[OperationId];

const MOST_PAGES = 1_000;

/** Everything that a list holds, in its order, by cursor pages of the given size. */
export async function everyPage<Id extends Paged, Item>(
  client: Pick<Client, 'do'>,
  operation: Id,
  request: Request,
  itemsOf: (body: Answers[Id]) => readonly Item[],
  size = 100,
): Promise<readonly Item[]> {
  return (await cursorPages(client, operation, request, itemsOf, size)).flat();
}

/** The pages by cursor; none larger than asked. */
export async function cursorPages<Id extends Paged, Item>(
  client: Pick<Client, 'do'>,
  operation: Id,
  request: Request,
  itemsOf: (body: Answers[Id]) => readonly Item[],
  size: number,
): Promise<readonly (readonly Item[])[]> {
  const pages: (readonly Item[])[] = [];
  const seen = new Set<string>();
  let after: string | null = null;
  for (;;) {
    const query = {
      ...request.query,
      'page[size]': size,
      ...(after === null ? {} : { 'page[after]': after }),
    };
    const body: Answers[Id] = await client.do(operation, { ...request, query });
    const items = itemsOf(body);
    pages.push(items);
    expect(items.length, 'no page is larger than asked').toBeLessThanOrEqual(size);
    // Paged admits only answers that are pages.
    const { meta } = body as Page;
    if (!hasMore(meta)) return pages;
    expect(items, 'a page with more after it is not empty').not.toHaveLength(0);
    after = meta.after_cursor;
    expect(seen, 'the cursor moves on').not.toContain(after);
    seen.add(after);
    if (pages.length > MOST_PAGES) throw new Error(`${operation} has no last page`);
  }
}

function hasMore(meta: Meta | undefined): meta is Meta & { readonly after_cursor: string } {
  expect(meta, 'cursor pages tell whether there are more').toBeDefined();
  if (meta?.has_more !== true) return false;
  expect(meta.after_cursor, 'more items come after a cursor').not.toBeNull();
  return true;
}

/** The pages by number; each tells the same total. */
export async function numberedPages<Id extends Paged, Item>(
  client: Pick<Client, 'do'>,
  operation: Id,
  request: Request,
  itemsOf: (body: Answers[Id]) => readonly Item[],
  size: number,
): Promise<{ readonly pages: readonly (readonly Item[])[]; readonly count: number }> {
  const pages: (readonly Item[])[] = [];
  const counts = new Set<number>();
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const query = { ...request.query, per_page: size, page };
    const body: Answers[Id] = await client.do(operation, { ...request, query });
    const items = itemsOf(body);
    pages.push(items);
    expect(items.length, 'no page is larger than asked').toBeLessThanOrEqual(size);
    // Paged admits only answers that are pages.
    const { count, next_page: next, previous_page: previous } = body as Page;
    expect(previous === null, 'only the first page has none before it').toBe(page === 1);
    counts.add(count ?? -1);
    if (next === null) {
      expect([...counts], 'every page tells the same total').toHaveLength(1);
      return { pages, count: count ?? -1 };
    }
  }
  throw new Error(`${operation} has no last page`);
}
