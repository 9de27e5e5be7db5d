// Limits that refuse: 429 with a time to come back after which the request gets through.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startClient, type Client } from '../client.ts';

let client: Client;
beforeEach(async () => {
  client = await startClient({ limits: 'real' });
  // Windows begin with the minute: from its first second on no test meets the end of one.
  const { headers } = await client.get('/tickets/count');
  await client.wait(Number(headers.get('ratelimit-reset')));
});
afterEach(() => client.close());

test('the thirty-first change of one ticket in ten minutes waits', async () => {
  const { id } = await client.ticket();
  const { id: other } = await client.ticket();
  const change = async (ticketId: number, subject: string): ReturnType<Client['put']> =>
    client.put(`/tickets/${ticketId}`, { ticket: { subject } });

  for (let number = 1; number <= 30; number += 1)
    expect((await change(id, `s${number}`)).status).toBe(200);
  const refused = await change(id, 'one too many');

  expect([refused.status, refused.body]).toEqual([
    429,
    {
      error: 'APIRateLimitExceeded',
      description: 'Number of allowed API requests per minute exceeded',
    },
  ]);
  expect(refused.headers.get('zendesk-ratelimit-per-ticket-updates')).toContain('remaining=0');
  expect((await change(other, 'x')).status).toBe(200);
  expect((await client.get(`/tickets/${id}`)).at('ticket.subject')).toBe('s30');

  await client.wait(Number(refused.headers.get('retry-after')));
  expect((await change(id, 'now')).status).toBe(200);
});

test('an account changes a hundred tickets a minute, whichever they are', async () => {
  const ids = [];
  for (let number = 0; number < 4; number += 1) ids.push((await client.ticket()).id);
  let last = await client.get('/tickets/count');
  for (let number = 0; number <= 100; number += 1)
    last = await client.put(`/tickets/${ids[number % 4]}`, { ticket: { subject: `s${number}` } });

  expect(last.status).toBe(429);
  expect(last.headers.get('zendesk-ratelimit-tickets-update')).toContain('total=100; remaining=0');
  expect(last.headers.get('zendesk-ratelimit-per-ticket-updates')).toContain('remaining=4');
});

test('the account has 700 requests a minute, and counts down', async () => {
  const first = await client.get('/tickets/5');
  let last = first;
  for (let number = 0; number < 700; number += 1) last = await client.get('/tickets/5');

  expect(Number(first.headers.get('x-rate-limit-remaining'))).toBe(699);
  expect([last.status, last.headers.get('x-rate-limit-remaining')]).toEqual([429, '0']);
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('exports have ten a minute and say so', async () => {
  let last = await client.get('/incremental/tickets?start_time=0');
  for (let number = 0; number < 10; number += 1)
    last = await client.get('/incremental/tickets?start_time=0');

  expect([last.status, last.at('description')]).toEqual([
    429,
    'Number of allowed incremental export API requests per minute exceeded',
  ]);
});

test('the thirty-first open job is refused, and taken when one was polled to its end', async () => {
  const start = (): ReturnType<Client['post']> =>
    client.post('/tickets/create_many', { tickets: [{ comment: { body: 'b' } }] });
  const first = await start();
  for (let number = 1; number < 30; number += 1) await start();

  const refused = await start();
  expect([refused.status, refused.at('error')]).toEqual([429, 'TooManyJobs']);

  await client.job(first);
  expect((await start()).status).toBe(200);
});

test('without real limits nothing is refused', async () => {
  const free = await startClient();
  const { id } = await free.ticket();
  const statuses = new Set<number>();
  for (let number = 0; number < 40; number += 1)
    statuses.add((await free.put(`/tickets/${id}`, { ticket: { subject: `s${number}` } })).status);

  expect(statuses).toEqual(new Set([200]));
  await free.close();
});
