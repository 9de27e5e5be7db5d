// What every route has in common: how it is found, what it takes and gives, and the headers on each answer.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startClient, type Client } from '../client.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.close());

describe('routing', () => {
  test('a path with and without .json is the same, and URLs in bodies have it', async () => {
    const bare = await client.get('/tickets?per_page=1');
    const suffixed = await client.get('/tickets.json?per_page=1');

    expect(bare.text).toBe(suffixed.text);
    expect(bare.at('next_page')).toMatch(/\/tickets\.json\?per_page=1&page=2$/);
  });

  test.each([
    '/nowhere',
    '/tickets/5/nowhere',
    '/Tickets',
    '/tickets//5',
    '/tickets/5/comments/1/2/3',
  ])('%s is no route: 404 InvalidEndpoint', async (path) => {
    const answer = await client.get(path);

    expect([answer.status, answer.body]).toEqual([
      404,
      { error: 'InvalidEndpoint', description: 'Not found' },
    ]);
  });

  test.each(['x', '1.5', '1e3', '0x1', '%20', '1 ', '1;drop'])(
    'an id that is %j is a 400',
    async (id) => {
      const answer = await client.get(`/tickets/${encodeURIComponent(id)}`);

      expect([answer.status, answer.at('error.title')]).toEqual([400, 'Invalid attribute']);
      expect(answer.at('error.message')).toContain('api/v2/tickets/show');
    },
  );

  test.each(['0', '-1', '9223372036854775807', '99999999999999999999999999'])(
    'an id of %s is a 404',
    async (id) => {
      expect((await client.get(`/tickets/${id}`)).at('error')).toBe('RecordNotFound');
    },
  );

  test('broken percent-encoding is a 400', async () => {
    expect((await client.get('/tickets/%ff')).status).toBe(400);
  });

  test('a method that the path lacks is a 405 that names those it has', async () => {
    const answer = await client.send('PATCH', '/tickets/5');

    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, PUT, DELETE']);
  });

  test('OPTIONS names the methods, HEAD answers like GET without a body', async () => {
    const options = await client.send('OPTIONS', '/tickets');
    const head = await client.send('HEAD', '/tickets/5');

    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST']);
    expect([head.status, head.text, head.headers.get('content-type')]).toEqual([
      200,
      '',
      'application/json; charset=utf-8',
    ]);
    expect((await client.send('OPTIONS', '/nowhere')).status).toBe(404);
  });
});

describe('what is taken', () => {
  test('an Accept without JSON is a 406', async () => {
    expect(
      (await client.send('GET', '/tickets', { headers: { accept: 'text/html' } })).status,
    ).toBe(406);
  });

  test.each([
    [{ 'content-type': 'text/plain' }, 415],
    [{ 'content-type': 'application/x-www-form-urlencoded' }, 415],
    [{ 'content-type': 'application/json; charset=utf-16' }, 415],
    [{ 'content-encoding': 'gzip' }, 415],
    [{ 'content-type': 'application/json; charset=UTF-8' }, 201],
  ])('a body with %j is a %i', async (headers, status) => {
    const answer = await client.send('POST', '/tickets', {
      body: '{"ticket":{"comment":{"body":"b"}}}',
      headers,
    });

    expect(answer.status).toBe(status);
  });

  test.each([
    '',
    '{',
    'null',
    '[]',
    '5',
    '{}',
    '{"ticket":null}',
    '{"ticket":[]}',
    '{"ticket":"x"}',
  ])('a body of %j makes no ticket: 400', async (body) => {
    expect((await client.send('POST', '/tickets', { body })).status).toBe(400);
  });

  test('a body on a route that needs none is ignored, whatever it is', async () => {
    const { id } = await client.ticket();
    const headers = { 'content-type': 'text/plain' };

    expect(
      (await client.send('DELETE', `/tickets/${id}`, { body: '{broken', headers })).status,
    ).toBe(204);
  });
});

describe('headers', () => {
  test('of every answer: version, request id, run time, and the account limit in three spellings', async () => {
    for (const path of ['/tickets/5', '/tickets/999999', '/nowhere']) {
      const { headers } = await client.get(path);
      expect(headers.get('x-zendesk-api-version')).toBe('v2');
      expect(headers.get('x-request-id')).toMatch(/\S/);
      expect(Number(headers.get('x-runtime'))).toBeGreaterThan(0);
      expect(headers.get('x-rate-limit')).toBe(headers.get('ratelimit-limit'));
      expect(headers.get('x-rate-limit-remaining')).toBe(headers.get('ratelimit-remaining'));
      expect(Number(headers.get('ratelimit-reset'))).toBeLessThanOrEqual(60);
    }
  });

  test('of caching depend on the answer', async () => {
    const shown = await client.get('/tickets/5');
    const missing = await client.get('/tickets/999999');
    const { id } = await client.ticket();
    const deleted = await client.delete(`/tickets/${id}`);

    expect(shown.headers.get('cache-control')).toBe('max-age=0, private, must-revalidate');
    expect(shown.headers.get('etag')).toMatch(/^W\/"[0-9a-f]{32}"$/);
    expect([missing.headers.get('cache-control'), deleted.headers.get('cache-control')]).toEqual([
      'no-cache',
      'no-cache',
    ]);
    expect(missing.headers.get('etag')).toBeNull();
  });

  test('If-None-Match with the tag is answered 304 and empty, with another one 200', async () => {
    const { headers } = await client.get('/tickets/5');
    const tag = headers.get('etag') ?? '';
    const again = (value: string): ReturnType<Client['send']> =>
      client.send('GET', '/tickets/5', { headers: { 'if-none-match': value } });

    for (const value of [tag, tag.slice(2), `"x", ${tag}`, '*']) {
      const same = await again(value);
      expect([same.status, same.text, same.headers.get('etag')]).toEqual([304, '', tag]);
    }
    expect((await again('W/"0"')).status).toBe(200);
  });

  test('of a route with a limit of its own tell it', async () => {
    const list = await client.get('/tickets');
    const update = await client.put('/tickets/5', { ticket: {} });

    expect(list.headers.get('zendesk-ratelimit-tickets-index')).toMatch(
      /^total=100; remaining=\d+; resets=\d+$/,
    );
    expect(update.headers.get('zendesk-ratelimit-per-ticket-updates')).toMatch(
      /^total=30; remaining=29; resets=600$/,
    );
  });
});

describe('the switches', () => {
  test('the clock takes a step a request and is moved by hand', async () => {
    const seconds = async (): Promise<number> =>
      (await client.get('/__sandbox/clock')).number('seconds');
    const before = await seconds();

    await client.get('/tickets/5');
    expect((await seconds()) - before).toBe(1);

    await client.wait(100);
    expect((await seconds()) - before).toBe(101);
  });

  test.each([{}, { advance_seconds: -1 }, { advance_seconds: 0.5 }, { advance_seconds: 1e12 }, []])(
    'the clock does not move by %j',
    async (body) => {
      expect((await client.post('/__sandbox/clock', body)).status).toBe(400);
    },
  );

  test('reset puts every record and the clock back, so that the same requests get the same answers', async () => {
    const story = async (): Promise<string[]> => {
      await client.post('/__sandbox/reset');
      const made = await client.post('/tickets', { ticket: { comment: { body: 'b' } } });
      const job = await client.post('/tickets/create_many', {
        tickets: [{ comment: { body: 'b' } }],
      });
      const list = await client.get('/tickets');
      return [made.text, job.text, list.text, list.headers.get('date') ?? ''];
    };

    expect(await story()).toEqual(await story());
  });

  test('an unknown switch is a 404', async () => {
    expect((await client.get('/__sandbox/nothing')).status).toBe(404);
  });
});
