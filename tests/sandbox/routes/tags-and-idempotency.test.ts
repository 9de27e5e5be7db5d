// Tags by three verbs, the key that makes a creation happen once, limits that refuse, and what time alone does.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startClient, type Client } from '../client.ts';

let client: Client;
beforeEach(async () => {
  client = await startClient();
});
afterEach(() => client.close());

describe('tags', () => {
  test('are replaced by POST with 201, joined by PUT, removed by DELETE with a body', async () => {
    const { id } = await client.ticket({ tags: ['old'] });
    const path = `/tickets/${id}/tags`;

    const set = await client.post(path, { tags: ['B', 'a'] });
    const added = await client.put(path, { tags: ['c', 'b'] });
    const removed = await client.delete(path, { tags: ['a', 'unknown'] });

    expect([set.status, set.body]).toEqual([201, { tags: ['a', 'b'] }]);
    expect([added.status, added.body]).toEqual([200, { tags: ['a', 'b', 'c'] }]);
    expect([removed.status, removed.body]).toEqual([200, { tags: ['b', 'c'] }]);
    expect((await client.get(path)).body).toEqual({ tags: ['b', 'c'] });
    expect((await client.get(`/tickets/${id}/audits`)).at('audits.-1.events')).toEqual([
      {
        id: expect.any(Number) as number,
        type: 'Change',
        field_name: 'tags',
        value: ['b', 'c'],
        previous_value: ['a', 'b', 'c'],
      },
    ]);
  });

  test('are safe from a stale stamp', async () => {
    const ticket = await client.ticket();
    const safe = { safe_update: 'true', updated_stamp: ticket.updated_at };
    const path = `/tickets/${ticket.id}/tags`;

    expect((await client.put(path, { tags: ['a'], ...safe })).status).toBe(200);
    expect((await client.put(path, { tags: ['b'], ...safe })).status).toBe(409);
    expect((await client.get(path)).body).toEqual({ tags: ['a'] });
  });

  test('of a closed ticket stay', async () => {
    const { id } = await client.ticket({ tags: ['a'] });
    await client.put(`/tickets/${id}`, { ticket: { status: 'closed' } });

    for (const method of ['POST', 'PUT', 'DELETE'])
      expect(
        (await client.send(method, `/tickets/${id}/tags`, { body: { tags: ['b'] } })).status,
      ).toBe(422);
  });

  test.each([{}, { tags: 5 }, { tags: [5] }, [], { tags: ['a'], safe_update: 5 }])(
    'are not written by %j: 400',
    async (body) => {
      const { id } = await client.ticket();

      expect((await client.put(`/tickets/${id}/tags`, body)).status).toBe(400);
    },
  );
});

describe('Idempotency-Key', () => {
  const create = (key: string, body: unknown): ReturnType<Client['send']> =>
    client.send('POST', '/tickets', { body, headers: { 'idempotency-key': key } });
  const one = { ticket: { subject: 'one', comment: { body: 'b' } } };

  test('gives the first answer again and makes no second ticket', async () => {
    const before = (await client.get('/tickets/count')).number('count.value');
    const first = await create('k', one);
    const second = await create('k', one);

    expect([
      first.headers.get('x-idempotency-lookup'),
      second.headers.get('x-idempotency-lookup'),
    ]).toEqual(['miss', 'hit']);
    expect([second.status, second.text, second.headers.get('location')]).toEqual([
      201,
      first.text,
      first.headers.get('location'),
    ]);
    expect((await client.get('/tickets/count')).number('count.value')).toBe(before + 1);
  });

  test('refuses another body, and another key is another ticket', async () => {
    const first = await create('k', one);

    expect((await create('k', { ticket: { comment: { body: 'c' } } })).at('error')).toBe(
      'IdempotentRequestError',
    );
    expect((await create('l', one)).at('ticket.id')).not.toBe(first.at('ticket.id'));
    expect((await create('x'.repeat(256), one)).status).toBe(400);
  });

  test('is free again after two hours and more, and after a refusal', async () => {
    const first = await create('k', one);
    expect((await create('m', { ticket: {} })).status).toBe(422);
    expect((await create('m', one)).headers.get('x-idempotency-lookup')).toBe('miss');

    await client.wait(3 * 3_600);
    expect((await create('k', one)).at('ticket.id')).not.toBe(first.at('ticket.id'));
  });
});

test('async answers 202 with the id and a job', async () => {
  const answer = await client.post('/tickets?async=true', { ticket: { comment: { body: 'b' } } });

  expect([answer.status, Object.keys(answer.body as object)]).toEqual([
    202,
    ['ticket', 'job_status'],
  ]);
  expect((await client.get(`/tickets/${answer.number('ticket.id')}`)).status).toBe(200);
});

describe('what time alone does', () => {
  const DAY = 86_400;

  test('solved tickets close, closed ones leave the lists', async () => {
    const { solvedTicketId } = client.sandbox.account;
    const path = `/tickets/${solvedTicketId}`;

    await client.wait(29 * DAY);
    expect((await client.get(path)).at('ticket.status')).toBe('closed');
    expect((await client.get(`${path}/audits`)).at('audits.-1.events')).toMatchObject([
      { field_name: 'status', value: 'closed' },
    ]);

    await client.wait(121 * DAY);
    expect((await client.get(path)).status).toBe(200);
    expect((await client.get('/tickets?per_page=100')).list('tickets.*.id')).not.toContain(
      solvedTicketId,
    );
    expect((await client.get(`${path}/related`)).at('ticket_related.from_archive')).toBe(true);
  });

  test('deleted tickets lose their text after thirty days', async () => {
    const { id } = await client.ticket({ subject: 'secret' });
    await client.delete(`/tickets/${id}`);
    await client.wait(31 * DAY);

    expect((await client.put(`/deleted_tickets/${id}/restore`)).status).toBe(404);
    const exported = await client.get('/incremental/tickets?start_time=0');
    expect(exported.list('tickets')).toContainEqual(
      expect.objectContaining({ id, subject: 'SCRUBBED' }),
    );
  });
});
