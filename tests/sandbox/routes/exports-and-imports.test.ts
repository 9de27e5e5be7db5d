// Tickets coming in with their past and going out with every change.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startClient, type Answer, type Client } from '../client.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.close());

const nowSeconds = async (): Promise<number> =>
  (await client.get('/__sandbox/clock')).number('seconds');

describe('the export by time', () => {
  test('tells everything from a second on, deleted and scrubbed tickets too, in the order of change', async () => {
    const { scrubbedTicketId, deletedTicketId, archivedTicketId } = client.sandbox.account;

    const answer = await client.get('/incremental/tickets.json?start_time=0');

    expect(Object.keys(answer.body as object)).toEqual([
      'tickets',
      'count',
      'end_of_stream',
      'next_page',
      'end_time',
    ]);
    const stamps = answer.list('tickets.*.generated_timestamp').map(Number);
    expect(stamps).toEqual([...stamps].sort((left, right) => left - right));
    expect(Object.keys(answer.at('tickets.0') as object).at(-1)).toBe('generated_timestamp');
    expect(answer.at('count')).toBe(stamps.length);
    expect([answer.at('end_of_stream'), answer.at('end_time')]).toEqual([true, stamps.at(-1)]);
    expect(answer.at('next_page')).toMatch(
      new RegExp(`/incremental/tickets\\.json\\?start_time=${stamps.at(-1)}$`),
    );
    const byId = new Map(
      answer.list('tickets').map((ticket) => [(ticket as { id: number }).id, ticket]),
    );
    expect(byId.get(deletedTicketId)).toMatchObject({ status: 'deleted', subject: 'Asked twice' });
    expect(byId.get(scrubbedTicketId)).toMatchObject({
      subject: 'SCRUBBED',
      raw_subject: 'SCRUBBED',
      description: 'X',
      tags: [],
      custom_fields: [],
    });
    expect(byId.has(archivedTicketId)).toBe(true);
  });

  test('stretches a page rather than cut a second in two, and then goes on behind it', async () => {
    const { sameSecondTicketIds } = client.sandbox.account;
    const all = await client.get('/incremental/tickets?start_time=0');
    const second = all
      .list('tickets')
      .find((ticket) => (ticket as { id: number }).id === sameSecondTicketIds[0]) as {
      generated_timestamp: number;
    };

    const page = await client.get(
      `/incremental/tickets?per_page=1&start_time=${second.generated_timestamp}`,
    );

    expect(page.at('tickets.*.id')).toEqual(sameSecondTicketIds);
    expect([page.at('end_time'), page.at('end_of_stream')]).toEqual([
      second.generated_timestamp + 1,
      false,
    ]);
    expect(page.at('next_page')).toContain(
      `?per_page=1&start_time=${second.generated_timestamp + 1}`,
    );
  });

  test('walked page by page reaches every ticket', async () => {
    const all = await client.get('/incremental/tickets?start_time=0');
    const seen = new Set<unknown>();
    let page: Answer = await client.get('/incremental/tickets?start_time=0&per_page=10');
    for (let pages = 0; pages < 100; pages += 1) {
      for (const id of page.list('tickets.*.id')) seen.add(id);
      if (page.at('end_of_stream') === true) break;
      page = await client.get(page.string('next_page'));
    }

    expect(seen).toEqual(new Set(all.list('tickets.*.id')));
  });

  test('wants a start at least a minute ago', async () => {
    const now = await nowSeconds();

    const recent = await client.get(`/incremental/tickets?start_time=${now - 10}`);

    expect([recent.status, recent.at('error')]).toEqual([422, 'InvalidValue']);
    expect((await client.get('/incremental/tickets')).status).toBe(400);
    expect((await client.get('/incremental/tickets?start_time=soon')).status).toBe(400);
  });
});

test('both exports keep what shapes the items on the pages that follow', async () => {
  const query = 'start_time=0&per_page=2&include=users&exclude_deleted=true';

  for (const [path, link] of [
    ['/incremental/tickets', 'next_page'],
    ['/incremental/tickets/cursor', 'after_url'],
  ] as const) {
    const first = await client.get(`${path}?${query}`);
    const second = await client.get(first.string(link));

    expect(first.at(link), path).toContain('&include=users&exclude_deleted=true');
    expect(second.list('users').length, path).toBeGreaterThan(0);
  }
});

describe('the export by cursor', () => {
  test('has exact pages, a cursor of time and id, and nothing before', async () => {
    const first = await client.get('/incremental/tickets/cursor.json?start_time=0&per_page=3');
    const [, , last] = first.list('tickets') as readonly {
      id: number;
      generated_timestamp: number;
    }[];

    expect(Object.keys(first.body as object)).toEqual([
      'tickets',
      'after_url',
      'before_url',
      'after_cursor',
      'before_cursor',
      'end_of_stream',
    ]);
    expect(first.list('tickets')).toHaveLength(3);
    expect(Buffer.from(first.string('after_cursor'), 'base64').toString()).toBe(
      `${last?.generated_timestamp}.0||${last?.id}|`,
    );
    expect(first.body).toMatchObject({
      before_url: null,
      before_cursor: null,
      end_of_stream: false,
    });
    expect(first.at('after_url')).toContain('&per_page=3');
  });

  test('polled again at its end is empty, and then tells a change once', async () => {
    let page = await client.get('/incremental/tickets/cursor?start_time=0');
    while (page.at('end_of_stream') !== true) page = await client.get(page.string('after_url'));
    const cursor = page.string('after_cursor');

    const empty = await client.get(
      `/incremental/tickets/cursor?cursor=${encodeURIComponent(cursor)}`,
    );
    const { id } = await client.ticket();
    const changed = await client.get(empty.string('after_url'));
    const after = await client.get(changed.string('after_url'));

    expect([empty.at('tickets'), empty.at('after_cursor'), empty.at('end_of_stream')]).toEqual([
      [],
      cursor,
      true,
    ]);
    expect([changed.at('tickets.*.id'), after.at('tickets')]).toEqual([[id], []]);
  });

  test('leaves deleted tickets out on request', async () => {
    const all = await client.get('/incremental/tickets/cursor?start_time=0');
    const living = await client.get(
      '/incremental/tickets/cursor?start_time=0&exclude_deleted=true',
    );

    expect(all.list('tickets.*.status')).toContain('deleted');
    expect(living.list('tickets.*.status')).not.toContain('deleted');
  });

  test('refuses a start too recent in its own way, and a cursor that is none', async () => {
    const recent = await client.get(`/incremental/tickets/cursor?start_time=${await nowSeconds()}`);

    expect([recent.status, recent.at('error')]).toEqual([400, 'StartTimeTooRecent']);
    expect((await client.get('/incremental/tickets/cursor?cursor=bad')).status).toBe(400);
    expect((await client.get('/incremental/tickets/cursor')).status).toBe(400);
  });
});

describe('an import', () => {
  const comments = [
    { author_id: 0, value: 'first', created_at: '2013-01-01T10:00:00Z' },
    { author_id: 0, body: 'second', public: false, created_at: '2013-01-02T10:00:00Z' },
    { author_id: 0, html_body: '<b>third</b>', created_at: '1960-01-01T00:00:00Z' },
  ];

  test('keeps times, thread and authors, and notifies nobody', async () => {
    const { endUserId } = client.sandbox.account;
    const made = await client.post('/imports/tickets', {
      ticket: {
        subject: 'old',
        requester_id: endUserId,
        created_at: '2013-01-01T10:00:00Z',
        updated_at: '1960-01-01T00:00:00Z',
        comments: comments.map((comment) => ({ ...comment, author_id: endUserId })),
      },
    });
    const id = made.number('ticket.id');
    const thread = await client.get(`/tickets/${id}/comments`);

    expect([made.status, Object.keys(made.body as object)]).toEqual([201, ['ticket', 'audit']]);
    expect(made.at('ticket')).toMatchObject({
      created_at: '2013-01-01T10:00:00Z',
      updated_at: '1970-01-01T00:00:00Z',
      description: 'first',
    });
    expect(thread.at('comments.*.created_at')).toEqual([
      '1970-01-01T00:00:00Z',
      '2013-01-01T10:00:00Z',
      '2013-01-02T10:00:00Z',
    ]);
    expect(thread.at('comments.*.author_id')).toEqual([endUserId, endUserId, endUserId]);
    const types = (await client.get(`/tickets/${id}/audits`)).list('audits.*.events.*.type').flat();
    expect(types).not.toContain('Notification');
  });

  test('takes comment and description as well, and a solved ticket without an assignee', async () => {
    for (const ticket of [
      { description: 'd' },
      { comment: { value: 'v' } },
      { description: 'd', status: 'solved' },
    ])
      expect((await client.post('/imports/tickets', { ticket })).status).toBe(201);
  });

  test('archives closed tickets at once when it is told to', async () => {
    const ticket = { description: 'd', status: 'closed', external_id: 'archive-me' };
    const made = await client.post('/imports/tickets?archive_immediately=true', { ticket });
    const path = `/tickets/${made.number('ticket.id')}`;

    expect((await client.get('/tickets?external_id=archive-me')).at('count')).toBe(0);
    expect((await client.get(`${path}/related`)).at('ticket_related.from_archive')).toBe(true);
    expect((await client.get(path)).status).toBe(200);
  });

  test.each([
    [{}, 422],
    [{ comments: [] }, 422],
    [{ description: 'd', requester_id: 1 }, 422],
    [{ comments: [{ value: 'x', created_at: '2099-01-01T00:00:00Z' }] }, 422],
  ])('refuses %j with %i', async (ticket, status) => {
    expect((await client.post('/imports/tickets', { ticket })).status).toBe(status);
  });

  test('without a ticket is a 400; in bulk it is a job', async () => {
    expect((await client.post('/imports/tickets', {})).status).toBe(400);
    const job = await client.job(
      await client.post('/imports/tickets/create_many', { tickets: [{ description: 'd' }, {}] }),
    );
    expect(job.at('job_status.results')).toMatchObject([
      { index: 0, id: expect.any(Number) as number },
      { index: 1, error: 'TicketImportFailed' },
    ]);
  });
});
