// Bytes that are hardly HTTP: the sandbox answers or hangs up, never a 500, never a hang, and goes on serving.
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { randomNumbers } from '../random-requests.ts';
import { startClient, type Client } from '../client.ts';

let client: Client;
let port: number;
let authorization: string;
beforeAll(async () => {
  client = await startClient();
  port = Number(new URL(client.sandbox.url).port);
  authorization = client.sandbox.credentials.admin.authorization;
});
afterAll(() => client.close());
afterEach(async () => {
  expect((await client.get('/tickets/5')).status).toBe(200);
});

const PATIENCE_MS = 5_000;

/** What comes back on a raw connection until it ends, or `hang` when neither bytes nor an end come in time. */
function exchange(bytes: string | Uint8Array, { halfClose = true } = {}): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    const done = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(Buffer.concat(chunks).toString('latin1'));
    };
    const timer = setTimeout(() => {
      chunks.push(Buffer.from('hang'));
      done();
    }, PATIENCE_MS);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', done);
    socket.on('close', done);
    socket.on('error', done);
    socket.write(bytes);
    if (halfClose) socket.end();
  });
}

const head = (line: string, ...more: string[]): string =>
  [line, 'Host: x', `Authorization: ${authorization}`, ...more, '', ''].join('\r\n');
const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

describe('broken framing', () => {
  test.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['TLS', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01]), 400],
    ['the version of 1991', 'GET /\r\n\r\n', 404],
    ['an unknown method', 'BREW /api/v2/tickets HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['a header without colon', 'GET / HTTP/1.1\r\nHost x\r\n\r\n', 400],
    ['a NUL in a header', 'GET / HTTP/1.1\r\nHost: x\r\nA: \0\r\n\r\n', 400],
    [
      'two lengths',
      'POST /api/v2/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      400,
    ],
    [
      'length and chunks',
      'POST /api/v2/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    [
      'a bad chunk',
      'POST /api/v2/tickets HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      400,
    ],
    ['endless headers', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(100_000)}\r\n\r\n`, 431],
    ['CONNECT', 'CONNECT a:1 HTTP/1.1\r\nHost: x\r\n\r\n', 405],
  ])('%s', async (_name, bytes, status) => {
    expect(statusOf(await exchange(bytes))).toBe(status);
  });

  test('a body that is cut off gets no answer and no harm', async () => {
    const cut =
      head(
        'POST /api/v2/tickets HTTP/1.1',
        'Content-Type: application/json',
        'Content-Length: 500',
      ) + '{"ticket"';

    expect(await exchange(cut)).not.toContain('HTTP/1.1 5');
  });

  test('an upgrade is passed over', async () => {
    const answer = await exchange(
      head('GET /api/v2/tickets/5 HTTP/1.1', 'Connection: Upgrade', 'Upgrade: websocket'),
    );

    expect(statusOf(answer)).not.toBe(500);
    expect(answer).not.toContain('hang');
  });

  test('two requests in one go are answered both', async () => {
    const twice =
      head('GET /api/v2/tickets/5 HTTP/1.1') +
      head('GET /api/v2/tickets/6 HTTP/1.1', 'Connection: close');

    expect((await exchange(twice)).match(/HTTP\/1\.1 200/g)).toHaveLength(2);
  });

  test('the absolute form of a target is understood, and * too', async () => {
    expect(
      statusOf(await exchange(head('GET http://x/api/v2/tickets/5 HTTP/1.1', 'Connection: close'))),
    ).toBe(200);
    expect(statusOf(await exchange(head('OPTIONS * HTTP/1.1', 'Connection: close')))).toBe(204);
  });

  test.each(['TRACE', 'PURGE', 'M-SEARCH', 'PROPFIND', 'PATCH'])('%s is a 405', async (method) => {
    expect(
      statusOf(await exchange(head(`${method} /api/v2/tickets/5 HTTP/1.1`, 'Connection: close'))),
    ).toBe(405);
  });
});

describe('large and deep', () => {
  const post = (
    body: string,
    type = 'application/json',
    path = '/tickets',
  ): ReturnType<Client['send']> =>
    client.send('POST', path, { body, headers: { 'content-type': type } });

  test('ten megabytes are a 413 that the client gets to see', async () => {
    const body = JSON.stringify({ ticket: { comment: { body: 'x'.repeat(10 * 1024 * 1024) } } });

    expect((await post(body)).status).toBe(413);
  });

  test('ten megabytes in chunks are a 413 as well', async () => {
    const response = await fetch(`${client.sandbox.url}/api/v2/tickets`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: new ReadableStream({
        start: (controller) => {
          for (let chunk = 0; chunk < 160; chunk += 1)
            controller.enqueue(new Uint8Array(64 * 1024));
          controller.close();
        },
      }),
      duplex: 'half',
    });

    expect(response.status).toBe(413);
  });

  test('ten megabytes of file are taken', async () => {
    expect(
      (await post('x'.repeat(10 * 1024 * 1024), 'text/plain', '/uploads?filename=big.txt')).status,
    ).toBe(201);
  });

  test('deep JSON is a 400', async () => {
    expect((await post(`{"ticket":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).status).toBe(
      400,
    );
    expect(
      (
        await post(
          `{"ticket":{"metadata":${'{"a":'.repeat(95)}1${'}'.repeat(95)},"comment":{"body":"b"}}}`,
        )
      ).status,
    ).toBe(201);
  });

  test('a long target is a 414', async () => {
    const { status, text } = await client.get(`/tickets/show_many?ids=${'1,'.repeat(10_000)}1`);

    expect([status, text]).toEqual([414, 'Request-URI Too Large\n']);
  });

  test.each([
    '<'.repeat(1_000_000),
    '<br'.repeat(300_000),
    '\n'.repeat(1_000_000) + 'x',
    '&amp;'.repeat(200_000),
  ])('HTML that could take for ever is done in a second', async (html_body) => {
    const start = performance.now();
    const answer = await post(
      JSON.stringify({ ticket: { comment: { html_body: `${html_body}x` }, subject: html_body } }),
    );

    expect([answer.status, performance.now() - start < 2_000]).toEqual([201, true]);
  });
});

describe('odd texts', () => {
  test.each([
    ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 400],
    ['UTF-16', Buffer.from('{"ticket":{}}', 'utf16le'), 400],
    [
      'half a surrogate pair',
      Buffer.from('{"ticket":{"subject":"\\ud800","comment":{"body":"\\udfff"}}}'),
      201,
    ],
    [
      'control characters',
      Buffer.from('{"ticket":{"subject":"\\u0000\\u001b","comment":{"body":"\\u0000"}}}'),
      201,
    ],
    [
      'a member named __proto__',
      Buffer.from(
        '{"__proto__":{"ticket":1},"ticket":{"__proto__":{"x":1},"constructor":1,"comment":{"body":"b"}}}',
      ),
      201,
    ],
    ['members named twice', Buffer.from('{"ticket":1,"ticket":{"comment":{"body":"b"}}}'), 201],
    ['huge numbers', Buffer.from('{"ticket":{"requester_id":1e400,"comment":{"body":"b"}}}'), 422],
    [
      'a name that no header can hold',
      Buffer.from('{"ticket":{"\\r\\nX: 1\u20ac":1,"comment":{"body":"b"}}}'),
      201,
    ],
  ])('%s', async (_name, bytes, status) => {
    const response = await fetch(`${client.sandbox.url}/api/v2/tickets`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: bytes,
    });

    expect(response.status).toBe(status);
    JSON.parse(await response.text());
  });

  test('what was written comes back as it was', async () => {
    const subject = 'Grüße \u{1f600} \u202e "x" \\ \u2028';
    const { id } = await client.ticket({ subject });

    expect((await client.get(`/tickets/${id}`)).at('ticket.subject')).toBe(subject);
  });
});

test('a thousand connections of random bytes do no harm', async () => {
  const next = randomNumbers(11);
  const valid =
    head('PUT /api/v2/tickets/5 HTTP/1.1', 'Content-Type: application/json', 'Content-Length: 15') +
    '{"ticket":{}}  ';
  const mutate = (): Buffer => {
    const bytes = Buffer.from(valid, 'latin1');
    for (let change = 0; change < 4; change += 1)
      bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
    return bytes.subarray(0, Math.ceil(next() * bytes.length));
  };
  for (let round = 0; round < 20; round += 1) {
    const answers = await Promise.all(Array.from({ length: 50 }, () => exchange(mutate())));
    for (const answer of answers) expect(answer).not.toMatch(/^HTTP\/1\.1 5|hang/);
  }
});

test('a sandbox can be closed while connections are open, and twice', async () => {
  const other = await startClient();
  const socket = connect(Number(new URL(other.sandbox.url).port), '127.0.0.1');
  await new Promise((resolve) => socket.once('connect', resolve));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => undefined);

  await other.close();
  await other.close();
  socket.destroy();
  await closed;
});
