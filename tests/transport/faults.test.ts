/**
 * Every way in which a target can fail to answer, done by a real server, and the kind of fault
 * that it is called.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/transport/exchange.ts';
import type { TransportOptions } from '../../src/transport/create-transport.ts';
import { aRequest, aTransport, listen, serveBytes, serveHttp } from './local-server.ts';

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../fixtures/tls/${name}`, import.meta.url));

async function outcomeOf(
  baseUrl: string,
  options: Partial<TransportOptions> = {},
): Promise<Outcome> {
  const { outcome } = await aTransport({ baseUrl, ...options }).send(aRequest());
  return outcome;
}

describe('time', () => {
  test.each([
    ['silence', ''],
    ['half a head', 'HTTP/1.1 200 OK\r\nContent-'],
    ['half a body', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf'],
  ])('%s is a timeout when the time is over, not later', async (_what, bytes) => {
    const url = await serveBytes((socket) => socket.write(bytes));
    const transport = aTransport({ baseUrl: url, timeoutMs: 200 });
    const before = performance.now();

    const { outcome, elapsedMs } = await transport.send(aRequest());

    const took = performance.now() - before;
    expect(outcome).toEqual({
      kind: 'fault',
      fault: 'timeout',
      message: 'No whole answer within 200 ms.',
    });
    expect(took).toBeGreaterThanOrEqual(199);
    expect(took).toBeLessThan(320);
    expect(elapsedMs).toBeGreaterThanOrEqual(199);
  });

  test('a body that drips without end is a timeout, although something always comes', async () => {
    const url = await serveHttp((_request, response) => {
      const drip = setInterval(() => response.write('.'), 10);
      response.on('close', () => clearInterval(drip));
    });

    expect(await outcomeOf(url, { timeoutMs: 150 })).toMatchObject({ fault: 'timeout' });
  });

  test('a request may have less time than the transport gives', async () => {
    const url = await serveBytes(() => undefined);
    const transport = aTransport({ baseUrl: url, timeoutMs: 30_000 });

    const { outcome } = await transport.send(aRequest(), { timeoutMs: 50 });

    expect(outcome).toMatchObject({ fault: 'timeout', message: 'No whole answer within 50 ms.' });
  });

  test('time spent waiting for a free connection is not held against the target', async () => {
    const url = await serveHttp((_request, response) => {
      setTimeout(() => response.end(), 60);
    });
    const transport = aTransport({ baseUrl: url, connections: 1, timeoutMs: 150 });

    const sent = await Promise.all([1, 2, 3, 4, 5].map(() => transport.send(aRequest())));

    expect(sent.map(({ outcome }) => outcome.kind)).toEqual(Array(5).fill('answer'));
    expect(sent.at(-1)?.elapsedMs).toBeLessThan(150);
  });

  test('time in which we kept the processor busy is not held against the target', async () => {
    const url = await serveHttp((_request, response) => response.end('in time'));
    const transport = aTransport({ baseUrl: url, timeoutMs: 100 });
    await transport.send(aRequest());

    const sending = transport.send(aRequest());
    await new Promise((resolve) => setTimeout(resolve, 1));
    const busyUntil = performance.now() + 250;
    while (performance.now() < busyUntil);

    // The server shares this thread: it could not answer before.
    expect((await sending).outcome.kind).toBe('answer');
  });

  test('after a timeout the next request has a connection of its own', async () => {
    const url = await serveBytes((socket, connection) => {
      if (connection > 1) socket.write('HTTP/1.1 204 No Content\r\n\r\n');
    });
    const transport = aTransport({ baseUrl: url, connections: 1, timeoutMs: 60 });

    const first = await transport.send(aRequest());
    const second = await transport.send(aRequest());

    expect(first.outcome).toMatchObject({ fault: 'timeout' });
    expect(second.outcome).toMatchObject({ kind: 'answer', status: 204 });
  });
});

describe('the connection', () => {
  test('a port where nothing listens is unreachable', async () => {
    expect(await outcomeOf('http://127.0.0.1:9')).toEqual({
      kind: 'fault',
      fault: 'unreachable',
      message: 'Nothing answers at http://127.0.0.1:9 (ECONNREFUSED).',
    });
  });

  test('a name that does not resolve is unreachable', async () => {
    expect(await outcomeOf('http://no-such-host.invalid')).toMatchObject({ fault: 'unreachable' });
  });

  test('a certificate that nobody vouches for is a TLS fault', async () => {
    const server = createTlsServer(
      { key: fixture('key.pem'), cert: fixture('self-signed.pem') },
      (_request, response) => response.end(),
    );
    const port = await listen(server);

    expect(await outcomeOf(`https://127.0.0.1:${String(port)}`)).toEqual({
      kind: 'fault',
      fault: 'tls',
      message: `No secure connection to https://127.0.0.1:${String(port)} (DEPTH_ZERO_SELF_SIGNED_CERT).`,
    });
  });

  test('https to a server that speaks plain HTTP is a TLS fault', async () => {
    const url = await serveHttp((_request, response) => response.end());

    expect(await outcomeOf(url.replace('http:', 'https:'))).toMatchObject({ fault: 'tls' });
  });

  test('a server that hangs up in the handshake is a TLS fault', async () => {
    const url = await serveBytes((socket) => socket.destroy());

    expect(await outcomeOf(url.replace('http:', 'https:'))).toMatchObject({ fault: 'tls' });
  });

  test.each([
    ['closes without a word', (socket: Socket) => socket.end()],
    ['resets without a word', (socket: Socket) => socket.resetAndDestroy()],
    [
      'resets in the middle of the body',
      (socket: Socket) =>
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf', () =>
          setTimeout(() => socket.resetAndDestroy(), 10),
        ),
    ],
    [
      'closes in the middle of the body',
      (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf'),
    ],
  ])('a server that %s is a reset, sent only once', async (_what, act) => {
    let requests = 0;
    const url = await serveBytes((socket) => {
      requests += 1;
      act(socket);
    });

    const { outcome, attempts } = await aTransport({ baseUrl: url }).send(aRequest());

    expect(outcome).toMatchObject({ kind: 'fault', fault: 'reset' });
    expect({ attempts, requests }).toEqual({ attempts: 1, requests: 1 });
  });

  test('a kept connection that breaks is blamed only when a new one breaks too', async () => {
    const url = await serveBytes((socket, _connection, data) => {
      if (data.toString().startsWith('POST')) socket.resetAndDestroy();
      else socket.write('HTTP/1.1 204 No Content\r\n\r\n');
    });
    const transport = aTransport({ baseUrl: url, connections: 1 });
    await transport.send(aRequest());

    const sent = await transport.send(aRequest({ method: 'POST' }));

    expect(sent).toMatchObject({ attempts: 2, outcome: { kind: 'fault', fault: 'reset' } });
  });

  test('where the new connection holds, its answer counts', async () => {
    const url = await serveBytes((socket, connection, data) => {
      const isReused = data.toString().startsWith('DELETE') && connection === 1;
      if (isReused) socket.destroy();
      else socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n${String(connection)}`);
    });
    const transport = aTransport({ baseUrl: url, connections: 1 });
    await transport.send(aRequest());

    const { outcome, attempts } = await transport.send(aRequest({ method: 'DELETE' }));

    expect(attempts).toBe(2);
    expect(outcome).toMatchObject({ kind: 'answer', status: 200, body: Buffer.from('2') });
  });

  test('bytes left over from one answer are not blamed on the next', async () => {
    const url = await serveBytes((socket) =>
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi and more than was said'),
    );
    const transport = aTransport({ baseUrl: url, connections: 1 });

    const sent = [];
    for (let index = 0; index < 5; index += 1) sent.push(await transport.send(aRequest()));

    expect(sent.map(({ outcome }) => outcome.kind)).toEqual(Array(5).fill('answer'));
  });

  test('ten connections that come and go serve two hundred requests without a fault', async () => {
    const url = await serveHttp((_request, response) => {
      if (Math.random() < 0.3) response.setHeader('Connection', 'close');
      response.end('x');
    });
    const transport = aTransport({ baseUrl: url });

    const sent = await Promise.all(Array.from({ length: 200 }, () => transport.send(aRequest())));

    expect(sent.filter(({ outcome }) => outcome.kind !== 'answer')).toEqual([]);
  });
});

describe('framing', () => {
  test.each([
    ['no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['a bad status line', 'HTTP/1.1 two hundred\r\n\r\n'],
    ['a bad header', 'HTTP/1.1 200 OK\r\nbad header\r\n\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
    ['a length that is no number', 'HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\nab'],
    ['a bad chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
    [
      'length and chunks at once',
      'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n',
    ],
    ['an unasked 100', 'HTTP/1.1 100 Continue\r\n\r\n'],
    [
      'an unasked 101',
      'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n',
    ],
    [
      'less than was said, then the end',
      'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 9\r\n\r\nhalf',
    ],
  ])('%s is malformed', async (_what, bytes) => {
    const url = await serveBytes((socket) => socket.end(bytes));

    const { outcome, attempts } = await aTransport({ baseUrl: url }).send(aRequest());

    expect(outcome).toMatchObject({ kind: 'fault', fault: 'malformed' });
    expect(outcome.kind === 'fault' && outcome.message).toMatch(
      /^What came is no well-formed HTTP\/1\.1: .+\.$/,
    );
    expect(attempts).toBe(1);
  });
});

describe('size', () => {
  test('an answer without end is too large, and the connection is broken off', async () => {
    let hasClosed: Promise<unknown> | undefined;
    const url = await serveHttp((_request, response) => {
      hasClosed = once(response, 'close');
      const block = Buffer.alloc(65_536);
      const more = (): void => {
        while (!response.destroyed && response.write(block));
      };
      response.on('drain', more);
      more();
    });

    expect(await outcomeOf(url, { maxAnswerBytes: 1_000_000 })).toEqual({
      kind: 'fault',
      fault: 'too-large',
      message: 'The body of the answer passes 1000000 bytes.',
    });
    await hasClosed;
  });

  test('headers without end are too large', async () => {
    const url = await serveBytes((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const more = (): void => {
        while (!socket.destroyed && socket.write(`X: ${'x'.repeat(60_000)}\r\n`));
      };
      socket.on('drain', more);
      more();
    });

    expect(await outcomeOf(url)).toMatchObject({ kind: 'fault', fault: 'too-large' });
  });

  test('an answer of exactly the bound is taken, one byte more is not', async () => {
    const url = await serveHttp((_request, response) => response.end(Buffer.alloc(5_000)));

    expect(await outcomeOf(url, { maxAnswerBytes: 5_000 })).toMatchObject({ kind: 'answer' });
    expect(await outcomeOf(url, { maxAnswerBytes: 4_999 })).toMatchObject({ fault: 'too-large' });
  });

  test('a HEAD answer may speak of a body beyond the bound', async () => {
    const url = await serveHttp((_request, response) =>
      response.setHeader('Content-Length', 1e9).end(),
    );
    const transport = aTransport({ baseUrl: url, maxAnswerBytes: 10 });

    expect((await transport.send(aRequest({ method: 'HEAD' }))).outcome.kind).toBe('answer');
  });
});

describe('content coding', () => {
  const serveEncoded = (coding: string, body: Buffer): Promise<string> =>
    serveHttp((_request, response) => response.setHeader('Content-Encoding', coding).end(body));
  const plain = Buffer.from(JSON.stringify({ text: 'caf\u00e9'.repeat(1_000) }));

  test.each([
    ['gzip', gzipSync(plain)],
    ['X-GZip', gzipSync(plain)],
    ['deflate', deflateSync(plain)],
    ['deflate', deflateRawSync(plain)],
    ['br', brotliCompressSync(plain)],
    ['identity', plain],
    ['deflate, gzip', gzipSync(deflateSync(plain))],
  ])('%s is undone', async (coding, body) => {
    const outcome = await outcomeOf(await serveEncoded(coding, body));

    expect(outcome.kind === 'answer' && Buffer.from(outcome.body).equals(plain)).toBe(true);
  });

  test.each([
    [
      'gzip',
      Buffer.from('no gzip at all'),
      'The body is not what its Content-Encoding gzip says (Z_DATA_ERROR).',
    ],
    [
      'gzip',
      gzipSync(plain).subarray(0, 40),
      'The body is not what its Content-Encoding gzip says (Z_BUF_ERROR).',
    ],
    ['deflate', Buffer.from('xyz'), expect.stringContaining('Content-Encoding deflate')],
    ['br', Buffer.from('no brotli at all'), expect.stringContaining('Content-Encoding br')],
    ['zstd', plain, 'The Content-Encoding "zstd" is not known.'],
  ])('what is no %s (%#) is undecodable', async (coding, body, message) => {
    expect(await outcomeOf(await serveEncoded(coding, body))).toEqual({
      kind: 'fault',
      fault: 'undecodable',
      message,
    });
  });

  test.each([
    ['gzip', gzipSync(Buffer.alloc(50_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(50_000_000))],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(50_000_000)))],
  ])('a bomb of %s is too large, and never unfolds', async (coding, body) => {
    const url = await serveEncoded(coding, body);
    const before = process.memoryUsage().rss;

    const outcome = await outcomeOf(url, { maxAnswerBytes: 1_000_000 });

    expect(outcome).toEqual({
      kind: 'fault',
      fault: 'too-large',
      message: 'The body of the answer passes 1000000 bytes once decoded.',
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(40_000_000);
  });

  test('an empty body needs no decoding', async () => {
    const outcome = await outcomeOf(await serveEncoded('gzip', Buffer.alloc(0)));

    expect(outcome).toMatchObject({ kind: 'answer', status: 200 });
  });
});
