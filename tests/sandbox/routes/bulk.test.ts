// Bulk routes and their jobs: queued, working, completed, item by item.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startClient, type Client } from '../client.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.close());

const tickets = (count: number): readonly unknown[] =>
  Array.from({ length: count }, (_, index) => ({ subject: `n${index}`, comment: { body: 'b' } }));

async function make(count: number): Promise<readonly number[]> {
  const job = await client.job(
    await client.post('/tickets/create_many', { tickets: tickets(count) }),
  );
  return job.list('job_status.results.*.id').map(Number);
}

describe('a job', () => {
  test('is queued with nulls, then works, then is completed and stays so', async () => {
    const queued = await client.post('/tickets/create_many', { tickets: tickets(100) });
    const polls = [];
    for (let poll = 0; poll < 4; poll += 1)
      polls.push(await client.get(queued.string('job_status.url')));

    expect(Object.keys(queued.at('job_status') as object)).toEqual([
      'id',
      'job_type',
      'url',
      'total',
      'progress',
      'status',
      'message',
      'results',
    ]);
    expect(queued.at('job_status')).toMatchObject({
      job_type: 'Bulk Create Ticket',
      total: 100,
      progress: null,
      status: 'queued',
      message: null,
      results: null,
    });
    expect(queued.at('job_status.id')).toMatch(/^V3-[0-9a-f]{32}$/);
    expect(polls.map((poll) => poll.at('job_status.status'))).toEqual([
      'working',
      'working',
      'completed',
      'completed',
    ]);
    expect(polls[0]?.at('job_status.message')).toMatch(/^Creating ticket #\d+$/);
    expect(polls[2]?.at('job_status.message')).toMatch(
      /^Completed at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0000$/,
    );
    expect(polls[2]?.list('job_status.results')).toHaveLength(100);
    expect(polls[3]?.text).toBe(polls[2]?.text);
  });

  test('is forgotten after a day, and an unknown one is a 404', async () => {
    const queued = await client.post('/tickets/create_many', { tickets: tickets(1) });
    await client.wait(90_000);

    expect((await client.get(queued.string('job_status.url'))).status).toBe(404);
    expect((await client.get('/job_statuses/V3-0')).status).toBe(404);
  });
});

describe('create_many', () => {
  test('tells results by index and makes the tickets in an order of its own', async () => {
    const ids = await make(5);
    const [first = 0] = ids;

    expect(ids).toEqual([first, first + 4, first + 3, first + 2, first + 1]);
    for (const [index, id] of ids.entries())
      expect((await client.get(`/tickets/${id}`)).at('ticket.subject')).toBe(`n${index}`);
  });

  test('makes what it can and tells what it could not', async () => {
    const job = await client.job(
      await client.post('/tickets/create_many', {
        tickets: [...tickets(1), { subject: 'no words' }],
      }),
    );

    expect(job.at('job_status.results')).toEqual([
      { index: 0, id: expect.any(Number) as number, account_id: client.sandbox.account.accountId },
      { index: 1, error: 'TicketCreateFailed', details: 'Description: cannot be blank' },
    ]);
  });

  test.each([
    [{ tickets: tickets(101) }, 'TooManyValues'],
    [{ tickets: [] }, undefined],
    [{ tickets: {} }, undefined],
    [{ tickets: [5] }, undefined],
    [{}, undefined],
  ])('refuses a body of another shape with 400', async (body, code) => {
    const answer = await client.post('/tickets/create_many', body);

    expect(answer.status).toBe(400);
    if (code !== undefined)
      expect(answer.body).toEqual({
        error: code,
        description: 'Parameter  cannot specify more than 100 values',
        max_count: 100,
      });
  });
});

describe('show_many', () => {
  test('sorts by id, passes over unknown ids, shows each once', async () => {
    const answer = await client.get('/tickets/show_many.json?ids=7,999999,5,7,%206');

    expect(answer.at('tickets.*.id')).toEqual([5, 6, 7]);
    expect(answer.body).toMatchObject({ count: 3, next_page: null, previous_page: null });
  });

  test('finds by external ids', async () => {
    const { id } = await client.ticket({ external_id: 'x-1' });

    expect(
      (await client.get('/tickets/show_many?external_ids=x-1,x-2')).at('tickets.*.id'),
    ).toEqual([id]);
  });

  test.each(['', '?ids=', '?ids=a', '?ids=1;2', `?ids=${'1,'.repeat(100)}1`])(
    'refuses %s with 400',
    async (query) => {
      expect((await client.get(`/tickets/show_many${query}`)).status).toBe(400);
    },
  );
});

describe('update_many', () => {
  test('changes many alike, and adds and removes tags without overwriting', async () => {
    const ids = await make(2);
    const before = { ticket: { tags: ['a', 'b'] } };
    await client.put(`/tickets/update_many?ids=${ids.join(',')}`, before);
    const queued = await client.put(`/tickets/update_many.json?ids=${ids.join(',')}`, {
      ticket: { priority: 'high', additional_tags: ['c'], remove_tags: ['a'] },
    });
    const job = await client.job(queued);

    expect(queued.at('job_status.job_type')).toBe('Bulk Update Ticket');
    expect(job.at('job_status.results')).toEqual(
      ids.map((id) => ({ action: 'update', status: 'Updated', success: true, id })),
    );
    const shown = await client.get(`/tickets/show_many?ids=${ids.join(',')}`);
    expect(shown.at('tickets.*.tags')).toEqual([
      ['b', 'c'],
      ['b', 'c'],
    ]);
    expect(shown.at('tickets.*.priority')).toEqual(['high', 'high']);
  });

  test('changes each differently, item by item', async () => {
    const [first = 0, second = 0] = await make(2);
    const job = await client.job(
      await client.put('/tickets/update_many', {
        tickets: [
          { id: first, subject: 'one' },
          { id: second, status: 'solved' },
          { id: 999_999, subject: 'x' },
          { id: first, safe_update: true, priority: 'low' },
        ],
      }),
    );

    expect(job.list('job_status.results')).toMatchObject([
      { success: true, id: first },
      {
        index: 1,
        error: 'TicketUpdateFailed',
        id: second,
        details: 'Assignee: is required when solving a ticket',
      },
      { index: 2, error: 'TicketNotFound', id: 999_999 },
      { index: 3, error: 'TicketUpdateFailed', id: first },
    ]);
    expect((await client.get(`/tickets/${first}`)).at('ticket.subject')).toBe('one');
  });

  test('retags closed tickets, and changes nothing else of them', async () => {
    const [id = 0] = await make(1);
    await client.put(`/tickets/${id}`, { ticket: { status: 'closed' } });

    const tags = await client.job(
      await client.put(`/tickets/update_many?ids=${id}`, { ticket: { additional_tags: ['late'] } }),
    );
    const subject = await client.job(
      await client.put(`/tickets/update_many?ids=${id}`, { ticket: { subject: 'x' } }),
    );

    expect([
      tags.at('job_status.results.0.success'),
      subject.at('job_status.results.0.success'),
    ]).toEqual([true, false]);
    expect((await client.get(`/tickets/${id}`)).at('ticket.tags')).toEqual(['late']);
  });

  test.each([
    [{}, ''],
    [{ tickets: [{}] }, ''],
    [{ tickets: [] }, ''],
    [{ ticket: {} }, ''],
    [{ ticket: [] }, '?ids=1'],
  ])('refuses %j%s with 400', async (body, query) => {
    expect((await client.put(`/tickets/update_many${query}`, body)).status).toBe(400);
  });
});

describe('destroy_many and mark_many_as_spam', () => {
  test('delete each by itself', async () => {
    const ids = await make(2);
    const queued = await client.delete(`/tickets/destroy_many?ids=${ids.join(',')},999999`, {
      tickets: [],
    });
    const job = await client.job(queued);

    expect(queued.at('job_status.job_type')).toBe('Bulk Update Ticket');
    expect(job.at('job_status.results')).toMatchObject([
      { action: 'delete', id: ids[0], status: 'Deleted', success: true },
      { action: 'delete', id: ids[1], status: 'Deleted', success: true },
      { error: 'TicketNotFound', id: 999_999, success: false },
    ]);
    expect((await client.get(`/tickets/show_many?ids=${ids.join(',')}`)).at('count')).toBe(0);
  });

  test('suspend the requesters', async () => {
    const [ticketId = 0] = client.sandbox.account.spare.bulkSpam;
    const requester = (await client.get(`/tickets/${ticketId}`)).number('ticket.requester_id');

    const job = await client.job(await client.put(`/tickets/mark_many_as_spam?ids=${ticketId}`));

    expect(job.at('job_status.results.0.success')).toBe(true);
    expect((await client.get(`/users/${requester}`)).at('user.suspended')).toBe(true);
    expect((await client.get(`/tickets/${ticketId}`)).status).toBe(404);
  });

  test('need ids', async () => {
    expect((await client.delete('/tickets/destroy_many')).status).toBe(400);
    expect((await client.put('/tickets/mark_many_as_spam')).status).toBe(400);
  });
});
