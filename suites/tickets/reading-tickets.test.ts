// Scenario 25, second half, and what belongs to reading: addresses with and without the suffix, routes that are none,
// records shown beside tickets, answers that did not change, and requests that are repeated.
import { describe, expect } from 'vitest';
import type { OperationId } from '../support/answers.ts';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios();

describe('addresses', () => {
  scenario('answer the same with `.json` at their end as without', async (desk) => {
    const { id } = await desk.ticket();
    const calls: readonly (readonly [OperationId, object])[] = [
      ['ShowTicket', { ticket_id: id }],
      ['ListTicketComments', { ticket_id: id }],
      ['ListAuditsForTicket', { ticket_id: id, query: { 'page[size]': 1 } }],
      ['ListResourceTags', { ticket_id: id }],
      ['TicketsShowMany', { query: { ids: id } }],
    ];

    for (const [operation, request] of calls) {
      const bare = await desk.ask(operation, request);
      const suffixed = await desk.ask(operation, { ...request, suffix: '.json' });

      expect([bare.status, suffixed.status]).toEqual([200, 200]);
      expect(suffixed.body, operation).toEqual(bare.body);
    }
  });

  scenario(
    'that lead nowhere are told apart from records that are not there',
    async (desk) => {
      const { status, body } = await desk.beside('GET /no_such_thing.json');

      expect(status).toBe(404);
      expect(body).toMatchObject({ error: 'InvalidEndpoint' });
      expect(await desk.refused('ShowTicket', 404, { ticket_id: 999_999_999 })).toMatchObject({
        error: 'RecordNotFound',
      });
    },
    { needs: [] },
  );
});

describe('an answer that did not change', () => {
  scenario('need not be sent again, until it does', async (desk) => {
    const { id } = await desk.ticket({ priority: 'low' });
    const first = await desk.ask('ShowTicket', { ticket_id: id });
    const etag = first.headers.get('etag') ?? '';

    const again = await desk.ask('ShowTicket', {
      ticket_id: id,
      headers: { 'if-none-match': etag },
    });
    await desk.update(id, { priority: 'high' });
    const changed = await desk.ask('ShowTicket', {
      ticket_id: id,
      headers: { 'if-none-match': etag },
    });

    expect(etag).not.toBe('');
    expect([again.status, again.text]).toEqual([304, '']);
    expect(changed.status).toBe(200);
    expect(changed.body.ticket.priority).toBe('high');
    expect(changed.headers.get('etag')).not.toBe(etag);
  });
});

describe('beside a ticket', () => {
  scenario('stand the people and groups that it names, when asked', async (desk) => {
    const me = await desk.me();
    const customer = await desk.endUser('Assay Sideload');
    const { id } = await desk.ticket({ requester_id: customer.id, assignee_id: me.id });

    const { body } = await desk.ask('ShowTicket', {
      ticket_id: id,
      query: { include: 'users,groups,comment_count,dates' },
    });

    expect(body).toMatchObject({ ticket: { id, comment_count: 1 }, groups: [{ id: me.groupId }] });
    const { users } = body as unknown as {
      readonly users: readonly { readonly id: number; readonly name: string }[];
    };
    expect(users.map((user) => user.id).toSorted()).toEqual([customer.id, me.id].sort());
    expect(users).toContainEqual(
      expect.objectContaining({ id: customer.id, name: 'Assay Sideload' }),
    );
    expect(body.ticket).toHaveProperty('dates');
  });

  scenario('stands nothing that nobody knows', async (desk) => {
    const { id } = await desk.ticket();

    const plain = await desk.do('ShowTicket', { ticket_id: id });
    const asked = await desk.do('ShowTicket', { ticket_id: id, query: { include: 'nonsense' } });

    expect(asked).toEqual(plain);
  });

  scenario('stand its authors, in the list of audits too', async (desk) => {
    const me = await desk.me();
    const { id } = await desk.ticket();

    const { body } = await desk.ask('ListAuditsForTicket', {
      ticket_id: id,
      query: { include: 'users' },
    });

    expect(body).toMatchObject({ users: [{ id: me.id }] });
  });
});

describe('a request that is sent twice', () => {
  scenario('with one key makes one ticket, and gets the same answer', async (desk) => {
    const external_id = desk.word('once');
    const request = {
      headers: { 'idempotency-key': desk.word('key') },
      body: { ticket: desk.marked({ external_id }) },
    };

    const first = await desk.ask('CreateTicket', request);
    desk.keep(first.body.ticket.id);
    const second = await desk.ask('CreateTicket', request);

    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.ticket.id).toBe(first.body.ticket.id);
    expect(first.headers.get('x-idempotency-lookup')).toBe('miss');
    expect(second.headers.get('x-idempotency-lookup')).toBe('hit');
    expect((await desk.do('ListTickets', { query: { external_id } })).count).toBe(1);
  });

  scenario('with two keys, or none, makes two', async (desk) => {
    const external_id = desk.word('twice');
    const body = { ticket: desk.marked({ external_id }) };

    for (const headers of [
      { 'idempotency-key': desk.word('key') },
      { 'idempotency-key': desk.word('key') },
      undefined,
      undefined,
    ])
      desk.keep(
        (await desk.do('CreateTicket', { body, ...(headers === undefined ? {} : { headers }) }))
          .ticket.id,
      );

    expect((await desk.do('ListTickets', { query: { external_id } })).count).toBe(4);
  });

  scenario(
    'for something done later is answered at once with the number of the ticket',
    async (desk) => {
      const { status, body } = await desk.ask('CreateTicket', {
        query: { async: true },
        body: { ticket: desk.marked({ subject: 'Later' }) },
      });
      desk.keep(body.ticket.id);

      expect(status).toBe(202);
      await desk.eventually(async () => {
        expect((await desk.show(body.ticket.id)).subject).toContain('Later');
      });
    },
  );
});
