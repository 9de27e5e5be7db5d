// Scenario 15: many tickets at once. A request is answered with a job; the job is watched to its end; what it did is read
// back ticket by ticket.
import { describe, expect } from 'vitest';
import { PREFIX, TAG, type Desk } from '../support/desk.ts';
import type { Ticket } from '../support/records.ts';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios();

describe('making many tickets', () => {
  scenario(
    'is queued first, and ends with one result a ticket, in the order asked',
    async (desk) => {
      const subjects = ['one', 'two', 'three', 'four', 'five'];

      const { job_status } = await desk.do('TicketsCreateMany', {
        body: { tickets: subjects.map((subject) => desk.marked({ subject })) },
      });

      expect(job_status).toMatchObject({
        status: 'queued',
        total: 5,
        progress: null,
        message: null,
        results: null,
      });
      const results = await desk.finish(job_status);
      for (const { id } of results) desk.keep(id ?? 0);
      expect(results.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
      expect(new Set(results.map(({ id }) => id)).size).toBe(5);
      for (const [index, subject] of subjects.entries())
        expect(await desk.show(results[index]?.id ?? 0)).toMatchObject({
          subject: `${PREFIX} ${subject}`,
          status: 'new',
        });
    },
  );

  scenario('makes the good ones although one is bad', async (desk) => {
    const external_id = desk.word('mixed');
    const [good, bad] = [
      desk.marked({ external_id }),
      desk.marked({ external_id, priority: 'enormous' }),
    ];

    const { job_status } = await desk.do('TicketsCreateMany', {
      body: { tickets: [good, bad, good] },
    });
    const results = await desk.finish(job_status);

    const { tickets } = await desk.do('ListTickets', { query: { external_id } });
    for (const { id } of tickets) desk.keep(id);
    expect(tickets.map(({ priority }) => priority)).toEqual([null, null]);
    expect(results).toHaveLength(3);
    expect(results.filter(({ error }) => error !== undefined)).toHaveLength(1);
  });

  scenario('refuses more than a hundred, and makes none of them', async (desk) => {
    const external_id = desk.word('too_many');
    const tickets = Array.from({ length: 101 }, () => desk.marked({ external_id }));

    const problem = await desk.refused('TicketsCreateMany', 400, { body: { tickets } });

    expect(problem).toMatchObject({ error: 'TooManyValues', max_count: 100 });
    expect((await desk.do('ListTickets', { query: { external_id } })).tickets).toEqual([]);
  });

  scenario('takes a hundred, and shows how far it is', async (desk) => {
    const external_id = desk.word('hundred');
    const tickets = Array.from({ length: 100 }, (_, index) =>
      desk.marked({ external_id, subject: String(index) }),
    );

    const { job_status } = await desk.do('TicketsCreateMany', { body: { tickets } });
    const results = await desk.finish(job_status);

    expect(results).toHaveLength(100);
    const first = await desk.do('ListTickets', { query: { external_id, per_page: 100 } });
    expect(first.count).toBe(100);
    expect(first.tickets).toHaveLength(100);
    await deleteAll(desk, first.tickets);
  });
});

describe('showing many tickets', () => {
  scenario(
    'shows each once, by number, whatever the order asked, and passes over what is not there',
    async (desk) => {
      const [one, two, three] = await threeTickets(desk);
      const gone = await desk.ticket();
      await desk.do('DeleteTicket', { ticket_id: gone.id });

      const { tickets, count } = await desk.do('TicketsShowMany', {
        query: { ids: [three.id, gone.id, one.id, 999_999_999, two.id, three.id].join(',') },
      });

      expect(tickets.map(({ id }) => id)).toEqual([one.id, two.id, three.id]);
      expect(count).toBe(3);
      expect(tickets).toMatchObject([
        { subject: one.subject },
        { subject: two.subject },
        { subject: three.subject },
      ]);
    },
  );
});

describe('changing many tickets', () => {
  scenario('makes one change to all it names, and to no other', async (desk) => {
    const [one, two, other] = await threeTickets(desk);

    const { job_status } = await desk.do('TicketsUpdateMany', {
      query: { ids: `${String(one.id)},${String(two.id)}` },
      body: { ticket: { priority: 'urgent', comment: { body: 'To both of you.', public: false } } },
    });
    const results = await desk.finish(job_status);

    expect([...results].sort((left, right) => (left.id ?? 0) - (right.id ?? 0))).toMatchObject(
      [one, two].map(({ id }) => ({ action: 'update', status: 'Updated', success: true, id })),
    );
    for (const { id } of [one, two]) {
      expect((await desk.show(id)).priority).toBe('urgent');
      expect((await desk.comments(id)).map(({ body }) => body)).toContain('To both of you.');
      expect(await desk.audits(id)).toHaveLength(2);
    }
    expect(await desk.show(other.id)).toEqual(await unchanged(desk, other));
  });

  scenario('makes a change of its own to each', async (desk) => {
    const [one, two, three] = await threeTickets(desk);

    const { job_status } = await desk.do('TicketsUpdateMany', {
      body: {
        tickets: [
          { id: two.id, priority: 'low' },
          { id: one.id, priority: 'high', type: 'task' },
        ],
      },
    });
    await desk.finish(job_status);

    expect(await desk.show(one.id)).toMatchObject({ priority: 'high', type: 'task' });
    expect(await desk.show(two.id)).toMatchObject({ priority: 'low', type: null });
    expect(await desk.show(three.id)).toMatchObject({ priority: null });
  });

  scenario('adds and takes away tags without replacing the rest', async (desk) => {
    const { id } = await desk.ticket({ tags: ['keep', 'drop'] });

    const { job_status } = await desk.do('TicketsUpdateMany', {
      query: { ids: id },
      body: { ticket: { additional_tags: ['added'], remove_tags: ['drop'] } },
    });
    await desk.finish(job_status);

    expect([...(await desk.show(id)).tags].sort()).toEqual([TAG, 'added', 'keep'].sort());
  });

  scenario('changes the good ones although one is closed', async (desk) => {
    const { id: me } = await desk.me();
    const closed = await desk.ticket({ assignee_id: me });
    await desk.update(closed.id, { status: 'closed' });
    const open = await desk.ticket();

    const { job_status } = await desk.do('TicketsUpdateMany', {
      query: { ids: `${String(closed.id)},${String(open.id)}` },
      body: { ticket: { comment: { body: 'News.' } } },
    });
    const results = await desk.finish(job_status);

    expect(results).toHaveLength(2);
    expect(results.filter(({ success }) => success === true)).toMatchObject([{ id: open.id }]);
    expect(await desk.comments(open.id)).toHaveLength(2);
    expect(await desk.comments(closed.id)).toHaveLength(1);
  });
});

describe('deleting many tickets', () => {
  scenario('deletes those it names, and no other', async (desk) => {
    const [one, two, other] = await threeTickets(desk);

    const { job_status } = await desk.do('BulkDeleteTickets', {
      query: { ids: `${String(one.id)},${String(two.id)}` },
    });
    const done = await desk.completed(job_status);

    expect(done.total).toBe(2);
    for (const { id } of [one, two])
      await desk.eventually(async () => {
        await desk.refused('ShowTicket', 404, { ticket_id: id });
      });
    const { tickets } = await desk.do('TicketsShowMany', {
      query: { ids: [one, two, other].map(({ id }) => id).join(',') },
    });
    expect(tickets.map(({ id }) => id)).toEqual([other.id]);
  });
});

describe('a job', () => {
  scenario('tells the same result again, and is not known by another number', async (desk) => {
    const { id } = await desk.ticket();
    const change = { query: { ids: id }, body: { ticket: { priority: 'high' } } };
    const { job_status } = await desk.do('TicketsUpdateMany', change);
    const { job_status: another } = await desk.do('TicketsUpdateMany', {
      ...change,
      body: { ticket: { priority: 'low' } },
    });

    const done = await desk.completed(job_status);
    await desk.completed(another);

    expect(another.id).not.toBe(job_status.id);
    const again = await desk.beside<{ readonly job_status: object }>('GET', {
      url: job_status.url,
    });
    expect(again.body.job_status).toEqual(done);
    const unknown = await desk.beside('GET /job_statuses/V3-00000000000000000000000000000000.json');
    expect(unknown.status).toBe(404);
  });
});

async function threeTickets(desk: Desk): Promise<readonly [Ticket, Ticket, Ticket]> {
  return [
    await desk.ticket({ subject: 'one' }),
    await desk.ticket({ subject: 'two' }),
    await desk.ticket({ subject: 'three' }),
  ];
}

async function unchanged(desk: Desk, { id, ...before }: Ticket): Promise<object> {
  const { generated_timestamp } = await desk.show(id);
  return { ...before, id, ...(generated_timestamp === undefined ? {} : { generated_timestamp }) };
}

async function deleteAll(desk: Desk, tickets: readonly Ticket[]): Promise<void> {
  const ids = tickets.map(({ id }) => id).join(',');
  await desk.completed((await desk.do('BulkDeleteTickets', { query: { ids } })).job_status);
}
