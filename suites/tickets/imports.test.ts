// Scenario 24: tickets are brought over with their past: their own times, the whole thread, and nobody is notified.
import { describe, expect } from 'vitest';
import { eventsOf } from '../support/audit-events.ts';
import type { Desk } from '../support/desk.ts';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios();

describe('an imported ticket', () => {
  scenario('keeps its times and its thread, with who said what when', async (desk) => {
    const { id: me } = await desk.me();
    const customer = await desk.endUser();
    const comments = [
      { author_id: customer.id, value: 'It broke.', created_at: '2019-03-04T05:06:07Z' },
      { author_id: me, body: 'We know.', public: false, created_at: '2019-03-05T05:06:07Z' },
      { author_id: me, html_body: '<p>It is mended.</p>', created_at: '2019-03-06T05:06:07Z' },
    ];

    const id = await imported(desk, {
      requester_id: customer.id,
      created_at: '2019-03-04T05:06:07Z',
      updated_at: '2019-03-06T05:06:07Z',
      comment: undefined,
      comments,
    });

    const ticket = await desk.show(id);
    expect(ticket).toMatchObject({
      created_at: '2019-03-04T05:06:07Z',
      updated_at: '2019-03-06T05:06:07Z',
      requester_id: customer.id,
      description: 'It broke.',
    });
    const thread = await desk.comments(id);
    expect(thread).toMatchObject([
      { author_id: customer.id, body: 'It broke.', public: true },
      { author_id: me, body: 'We know.', public: false },
      { author_id: me, public: true },
    ]);
    expect(thread.map(({ created_at }) => created_at)).toEqual(
      comments.map(({ created_at }) => created_at),
    );
    expect(thread[2]?.plain_body).toContain('It is mended.');
  });

  scenario('notifies nobody', async (desk) => {
    const customer = await desk.endUser();
    const id = await imported(desk, {
      requester_id: customer.id,
      comment: undefined,
      description: 'From the old system.',
    });

    expect(await desk.comments(id)).toMatchObject([{ body: 'From the old system.' }]);
    expect(eventsOf(await desk.audits(id), 'Notification')).toEqual([]);
  });

  scenario('behaves like any other from then on', async (desk) => {
    const id = await imported(desk, {
      created_at: '2019-03-04T05:06:07Z',
      updated_at: '2019-03-04T05:06:07Z',
    });

    const after = await desk.update(id, { priority: 'high', comment: { body: 'Still there?' } });

    expect(after).toMatchObject({ priority: 'high', created_at: '2019-03-04T05:06:07Z' });
    expect(Date.parse(after.updated_at)).toBeGreaterThan(Date.parse('2019-03-04T05:06:07Z'));
    expect(await desk.comments(id)).toHaveLength(2);
  });

  scenario(
    'that is closed goes into the archive when asked: it can be read, but is in no list',
    async (desk) => {
      const external_id = desk.word('archived');
      const { id: me } = await desk.me();
      const done = {
        external_id,
        status: 'closed',
        assignee_id: me,
        solved_at: '2019-03-05T00:00:00Z',
        created_at: '2019-03-04T00:00:00Z',
      };
      const archived = await imported(desk, done, { archive_immediately: true });
      const kept = await imported(desk, done);

      expect(await desk.show(archived)).toMatchObject({ id: archived, status: 'closed' });
      expect(
        (await desk.do('TicketRelatedInformation', { ticket_id: archived })).ticket_related
          .from_archive,
      ).toBe(true);
      expect(
        (await desk.do('TicketRelatedInformation', { ticket_id: kept })).ticket_related
          .from_archive,
      ).toBe(false);
      const { tickets } = await desk.do('ListTickets', { query: { external_id } });
      expect(tickets.map(({ id }) => id)).toEqual([kept]);
    },
  );

  scenario('is not taken from the future, nor from nobody', async (desk) => {
    const external_id = desk.word('unborn');
    const input = desk.marked({ external_id, comment: undefined });
    const future = [{ value: 'Not said yet.', created_at: '2999-01-01T00:00:00Z' }];

    await desk.refused('TicketImport', 422, { body: { ticket: { ...input, comments: future } } });
    await desk.refused('TicketImport', 422, {
      body: { ticket: { ...input, description: 'x', requester_id: 999_999_999 } },
    });

    expect((await desk.do('ListTickets', { query: { external_id } })).tickets).toEqual([]);
  });
});

describe('importing many tickets', () => {
  scenario('is a job with a result for each', async (desk) => {
    const created_at = '2018-01-02T03:04:05Z';
    const tickets = ['one', 'two', 'three'].map((subject) => desk.marked({ subject, created_at }));

    const { job_status } = await desk.do('TicketBulkImport', { body: { tickets } });
    const results = await desk.finish(job_status);
    for (const { id } of results) desk.keep(id ?? 0);

    expect(results.map(({ index }) => index)).toEqual([0, 1, 2]);
    for (const [index, { subject }] of tickets.entries())
      expect(await desk.show(results[index]?.id ?? 0)).toMatchObject({ subject, created_at });
  });

  scenario('refuses more than a hundred, and brings none of them', async (desk) => {
    const external_id = desk.word('too_many');
    const tickets = Array.from({ length: 101 }, () => desk.marked({ external_id }));

    expect(await desk.refused('TicketBulkImport', 400, { body: { tickets } })).toMatchObject({
      error: 'TooManyValues',
    });

    expect((await desk.do('ListTickets', { query: { external_id } })).tickets).toEqual([]);
  });
});

async function imported(
  desk: Desk,
  input: Readonly<Record<string, unknown>>,
  query: Readonly<Record<string, boolean>> = {},
): Promise<number> {
  const { ticket } = await desk.do('TicketImport', { body: { ticket: desk.marked(input) }, query });
  desk.keep(ticket.id);
  return ticket.id;
}
