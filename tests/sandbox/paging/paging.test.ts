// Both styles of paging over the same records, with their quirks.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startClient, type Answer, type Client } from '../client.ts';

let client: Client;
let allIds: readonly unknown[];
beforeAll(async () => {
  client = await startClient();
  allIds = (await client.get('/tickets'))
    .list('tickets.*.id')
    .concat((await client.get('/tickets?page=2')).list('tickets.*.id'));
});
afterAll(() => client.close());

async function walk(path: string, collection: string): Promise<readonly Answer[]> {
  const pages: Answer[] = [await client.get(path)];
  for (;;) {
    const last = pages.at(-1);
    const next =
      last?.at('meta') === undefined
        ? last?.at('next_page')
        : last.at('meta.has_more') === true
          ? last.at('links.next')
          : null;
    if (typeof next !== 'string' || pages.length > 200) break;
    pages.push(await client.get(next));
  }
  expect(pages.every((page) => Array.isArray(page.at(collection)))).toBe(true);
  return pages;
}

const idsOf = (pages: readonly Answer[], collection: string): readonly unknown[] =>
  pages.flatMap((page) => page.list(`${collection}.*.id`));

describe('offset pages', () => {
  test('are the default, with a hundred records, neighbours and the total', async () => {
    const { body } = await client.get('/tickets');

    expect(Object.keys(body as object)).toEqual(['tickets', 'next_page', 'previous_page', 'count']);
    expect(body).toMatchObject({ count: allIds.length, previous_page: null });
  });

  test('walked by next_page give every record once, in order', async () => {
    expect(idsOf(await walk('/tickets?per_page=7', 'tickets'), 'tickets')).toEqual(allIds);
  });

  test('keep other parameters in their links', async () => {
    const page = await client.get('/tickets.json?include=None&page=2&per_page=3');

    expect(page.at('next_page')).toMatch(/\?include=None&per_page=3&page=3$/);
    expect(page.at('previous_page')).toMatch(/\?include=None&per_page=3&page=1$/);
  });

  test('beyond the end are empty, with a way back', async () => {
    const page = await client.get('/tickets?page=50');

    expect(page.body).toMatchObject({
      tickets: [],
      next_page: null,
      previous_page: expect.any(String) as string,
    });
  });

  test('end at ten thousand records', async () => {
    const last = await client.get('/tickets?page=1000&per_page=10');
    const beyond = await client.get('/tickets?page=1001&per_page=10');

    expect([last.status, beyond.status, beyond.at('errors.0.code')]).toEqual([
      200,
      400,
      'InvalidPaginationDepth',
    ]);
  });

  test('of more than a hundred are cut to a hundred', async () => {
    expect((await client.get('/tickets?per_page=5000')).list('tickets')).toHaveLength(100);
  });

  test.each([
    'page=x',
    'page=1.5',
    'page=0',
    'page=-1',
    'page=',
    'per_page=x',
    'per_page=0',
    'sort_by=wish',
    'sort_order=up',
  ])('with %s are a 400 that names the attribute', async (query) => {
    const answer = await client.get(`/tickets?${query}`);

    expect([answer.status, answer.at('error.title')]).toEqual([400, 'Invalid attribute']);
    expect(answer.at('error.message')).toContain(query.slice(0, query.indexOf('=')));
  });

  test.each([
    'id',
    'created_at',
    'updated_at',
    'status',
    'subject',
    'requester.name',
    'assignee.name',
    'group',
    'locale',
  ])('sorted by %s and turned round are mirror images', async (word) => {
    const rising = idsOf(
      await walk(`/tickets?sort_by=${word}&sort_order=asc&per_page=50`, 'tickets'),
      'tickets',
    );
    const falling = idsOf(
      await walk(`/tickets?sort_by=${word}&sort_order=desc&per_page=50`, 'tickets'),
      'tickets',
    );

    expect(falling).toEqual([...rising].reverse());
    expect(new Set(rising)).toEqual(new Set(allIds));
  });
});

describe('cursor pages', () => {
  test('have meta and links, no count; both cursors and links even on the first and the last page', async () => {
    const pages = await walk('/tickets?page[size]=60', 'tickets');

    expect(idsOf(pages, 'tickets')).toEqual(allIds);
    for (const { body } of pages)
      expect(body).toEqual({
        tickets: expect.anything() as unknown,
        meta: {
          has_more: expect.any(Boolean) as boolean,
          after_cursor: expect.any(String) as string,
          before_cursor: expect.any(String) as string,
        },
        links: { prev: expect.any(String) as string, next: expect.any(String) as string },
      });
    expect(pages.at(-1)?.at('meta.has_more')).toBe(false);
  });

  test('after the end are empty and name nothing', async () => {
    const last = (await walk('/tickets?page[size]=60', 'tickets')).at(-1);

    const beyond = await client.get(last?.string('links.next') ?? '');

    expect(beyond.body).toEqual({
      tickets: [],
      meta: { has_more: false, after_cursor: null, before_cursor: null },
      links: { prev: null, next: null },
    });
  });

  test('lead back: before the second page is the first', async () => {
    const first = await client.get('/tickets?page[size]=5');
    const second = await client.get(first.string('links.next'));
    const back = await client.get(second.string('links.prev'));

    expect(back.at('tickets.*.id')).toEqual(first.at('tickets.*.id'));
  });

  test('leave the duplicate fields out, offset pages have them', async () => {
    const cursor = await client.get('/tickets?page[size]=1');
    const offset = await client.get('/tickets?per_page=1');

    expect([cursor.at('tickets.0.fields'), cursor.list('tickets.0.custom_fields').length]).toEqual([
      undefined,
      2,
    ]);
    expect(offset.at('tickets.0.fields')).toEqual(offset.at('tickets.0.custom_fields'));
  });

  test('hold a position: a record made meanwhile neither repeats nor hides one', async () => {
    const first = await client.get('/tickets?page[size]=90');
    const made = await client.ticket();
    const second = await client.get(first.string('links.next'));

    expect([...first.list('tickets.*.id'), ...second.list('tickets.*.id')]).toEqual([
      ...allIds,
      made.id,
    ]);
    await client.delete(`/tickets/${made.id}`);
  });

  test('are sorted by sort alone: sort_by is passed over, a bad sort is a 400 of its own kind', async () => {
    const mixed = await client.get('/tickets?page[size]=3&sort_by=wish&sort_order=desc&page=9');
    const bad = await client.get('/tickets?page[size]=3&sort=subject');
    const falling = await client.get('/tickets?page[size]=3&sort=-id');

    expect([mixed.status, mixed.at('tickets.*.id')]).toEqual([200, allIds.slice(0, 3)]);
    expect([bad.status, bad.body]).toEqual([
      400,
      { error: 'InvalidPaginationParameter', description: 'sort is not valid' },
    ]);
    expect(falling.at('tickets.*.id')).toEqual([...allIds].reverse().slice(0, 3));
  });

  test.each([
    'page[size]=0',
    'page[size]=101',
    'page[size]=x',
    'page[after]=x',
    'page[before]=',
    'page[after]=bnVsbA==',
  ])('with %s are a 400', async (query) => {
    expect((await client.get(`/tickets?${query}`)).at('errors.0.code')).toBe(
      'InvalidPaginationParameter',
    );
  });

  test('of another order are refused', async () => {
    const byId = await client.get('/tickets?page[size]=3');
    const cursor = encodeURIComponent(byId.string('meta.after_cursor'));

    expect((await client.get(`/tickets?sort=-updated_at&page[after]=${cursor}`)).status).toBe(400);
  });
});

describe('other lists', () => {
  test('comments: both styles agree, and sort=-created_at turns them round', async () => {
    const path = `/tickets/${client.sandbox.account.threadTicketId}/comments`;

    const offset = idsOf(await walk(`${path}?per_page=2`, 'comments'), 'comments');
    const cursor = idsOf(await walk(`${path}?page[size]=1`, 'comments'), 'comments');
    const turned = idsOf(
      await walk(`${path}?page[size]=4&sort=-created_at`, 'comments'),
      'comments',
    );

    expect(offset).toHaveLength(6);
    expect(cursor).toEqual(offset);
    expect(turned).toEqual([...offset].reverse());
    expect((await client.get(`${path}?sort_order=desc`)).at('comments.*.id')).toEqual(turned);
  });

  test('audits of an archived ticket: what is no page is refused all the same', async () => {
    const { archivedTicketId } = client.sandbox.account;

    const answer = await client.get(`/tickets/${archivedTicketId}/audits?page=false`);

    expect(answer.status).toBe(400);
  });

  test('audits of an archived ticket: all in one page, in both styles', async () => {
    const { archivedTicketId } = client.sandbox.account;
    const path = `/tickets/${archivedTicketId}/audits`;

    const offset = await client.get(`${path}?per_page=1`);
    const cursor = await client.get(`${path}?page[size]=1`);

    const all = offset.list('audits');
    expect(all.length).toBeGreaterThan(1);
    expect(offset.body).toMatchObject({ next_page: null, count: all.length });
    expect(cursor.at('audits')).toEqual(all);
    expect(cursor.at('meta.has_more')).toBe(false);
  });

  test('audits: ascending, both styles', async () => {
    const path = `/tickets/${client.sandbox.account.threadTicketId}/audits`;

    const offset = idsOf(await walk(`${path}?per_page=4`, 'audits'), 'audits');

    expect(idsOf(await walk(`${path}?page[size]=1`, 'audits'), 'audits')).toEqual(offset);
    expect((await client.get(`${path}/count`)).at('count.value')).toBe(offset.length);
  });

  test('views: newest first, unsolved only, nothing before the first cursor page', async () => {
    const path = `/views/${client.sandbox.account.viewId}/tickets`;

    const offset = idsOf(await walk(`${path}?per_page=50`, 'tickets'), 'tickets');
    const first = await client.get(`${path}?page[size]=3`);
    const second = await client.get(first.string('links.next'));

    expect(offset).toEqual([...offset].sort((left, right) => Number(right) - Number(left)));
    expect([first.at('meta.before_cursor'), first.at('links.prev')]).toEqual([null, null]);
    expect(first.at('tickets.0.fields')).toBeDefined();
    expect([...first.list('tickets.*.id'), ...second.list('tickets.*.id')]).toEqual(
      offset.slice(0, 6),
    );
    expect(second.at('links.prev')).toEqual(expect.any(String));
    expect(
      (await client.get(`${path}?sort_by=id&sort_order=asc&per_page=2`)).at('tickets.*.id'),
    ).toEqual([...offset].reverse().slice(0, 2));
    expect((await client.get(`${path}?sort_by=subject`)).status).toBe(400);
  });
});
