/**
 * The transport against real servers: what goes out, what comes back, and how long it may take.
 */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { UnsendableRequest } from '../../src/transport/unsendable-request.ts';
import { aRequest, aTransport, serveBytes, serveHttp } from './local-server.ts';

const text = (body: Uint8Array): string => Buffer.from(body).toString('utf8');

describe('what goes out', () => {
  test('the base path stands before the target, which is sent as it is written', async () => {
    const seen: string[] = [];
    const url = await serveHttp((request, response) => {
      seen.push(request.url ?? '');
      response.end();
    });
    const transport = aTransport({ baseUrl: `${url}/api/v2/` });

    for (const target of ['/a%zz', '/a/../b?x[]=1&y={z}', '//a'])
      await transport.send(aRequest({ target }));

    expect(seen).toEqual(['/api/v2/a%zz', '/api/v2/a/../b?x[]=1&y={z}', '/api/v2//a']);
  });

  test('headers keep their order, casing and repetitions; the body gets its length', async () => {
    let head = '';
    const url = await serveBytes((socket, _connection, data) => {
      head += data.toString('latin1');
      if (head.endsWith('body')) socket.end('HTTP/1.1 204 No Content\r\n\r\n');
    });
    const headers = [
      ['X-B', '1'],
      ['x-a', 'caf\u00e9'],
      ['X-B', ''],
    ] as const;

    await aTransport({ baseUrl: url }).send(
      aRequest({ method: 'POST', headers, body: Buffer.from('body') }),
    );

    expect(head).toBe(
      [
        'POST /thing HTTP/1.1',
        `host: ${url.slice('http://'.length)}`,
        'connection: keep-alive',
        'X-B: 1',
        'x-a: caf\u00e9',
        'X-B: ',
        'content-length: 4',
        '',
        'body',
      ].join('\r\n'),
    );
  });

  test.each([
    ['a line break in a header', aRequest({ headers: [['X-A', 'a\r\nb']] })],
    ['a header beyond Latin-1', aRequest({ headers: [['X-A', '\u2603']] })],
    ['a header name with a blank', aRequest({ headers: [['X A', '1']] })],
    ['a blank in the target', aRequest({ target: '/a b' })],
    ['a method that is no token', aRequest({ method: 'G ET' })],
    ['an Expect header', aRequest({ headers: [['Expect', '100-continue']] })],
    [
      'a wrong length',
      aRequest({ method: 'POST', headers: [['Content-Length', '9']], body: Buffer.from('a') }),
    ],
  ])('%s is refused as unsendable, and the next request goes out', async (_what, request) => {
    const url = await serveHttp((_request, response) => response.end('fine'));
    const transport = aTransport({ baseUrl: url, connections: 1 });

    await expect(transport.send(request)).rejects.toThrow(UnsendableRequest);

    const { outcome } = await transport.send(aRequest());
    expect(outcome).toMatchObject({ kind: 'answer', status: 200 });
  });
});

describe('what comes back', () => {
  test('headers come raw, in order, read as Latin-1', async () => {
    const url = await serveBytes((socket) =>
      socket.end(
        Buffer.from(
          'HTTP/1.1 200 OK\r\nX-B: 1\r\nset-cookie: a\r\nX-b:  caf\u00e9 \r\nContent-Length: 2\r\n\r\nhi',
          'latin1',
        ),
      ),
    );

    const { outcome } = await aTransport({ baseUrl: url }).send(aRequest());

    expect(outcome).toMatchObject({
      kind: 'answer',
      status: 200,
      headers: [
        ['X-B', '1'],
        ['set-cookie', 'a'],
        ['X-b', 'caf\u00e9'],
        ['Content-Length', '2'],
      ],
    });
    expect(outcome.kind === 'answer' && text(outcome.body)).toBe('hi');
  });

  test.each([
    ['HEAD', 'HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n', 200],
    ['GET', 'HTTP/1.1 204 No Content\r\n\r\n', 204],
    ['DELETE', 'HTTP/1.1 204 No Content\r\nContent-Length: 16\r\n\r\n{"deleted":true}', 204],
    ['DELETE', 'HTTP/1.1 204 No Content\r\nContent-Length: 16\r\n\r\n', 204],
    ['GET', 'HTTP/1.1 304 Not Modified\r\nContent-Length: 900\r\n\r\n', 304],
    [
      'GET',
      'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n',
      200,
    ],
    ['GET', 'HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n', 302],
  ])('%s %j is an answer without a body', async (method, bytes, status) => {
    const url = await serveBytes((socket) => socket.write(bytes));

    const { outcome, attempts } = await aTransport({ baseUrl: url }).send(aRequest({ method }));

    expect(outcome).toMatchObject({ kind: 'answer', status });
    expect(outcome.kind === 'answer' && outcome.body.byteLength).toBe(0);
    expect(attempts).toBe(1);
  });

  test.each([
    [204, '{}'],
    [204, ''],
    [304, '{}'],
    [304, ''],
  ])('after a %i with a length and %j the next answer is its own', async (status, rest) => {
    const url = await serveBytes((socket, connection) => {
      const surplus = `HTTP/1.1 ${String(status)} X\r\nContent-Length: 2\r\n\r\n${rest}`;
      socket.write(connection === 1 ? surplus : 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
    });
    const transport = aTransport({ baseUrl: url, connections: 1 });

    const first = await transport.send(aRequest());
    const second = await transport.send(aRequest());

    expect(first.outcome).toMatchObject({ kind: 'answer', status });
    expect(second).toMatchObject({ outcome: { kind: 'answer', status: 200 }, attempts: 1 });
  });

  test('a gzip body is decoded', async () => {
    const url = await serveHttp((_request, response) =>
      response.setHeader('Content-Encoding', 'gzip').end(gzipSync('{"a":1}')),
    );

    const { outcome } = await aTransport({ baseUrl: url }).send(aRequest());

    expect(outcome.kind === 'answer' && text(outcome.body)).toBe('{"a":1}');
  });

  test('no more requests are under way than there are connections', async () => {
    let now = 0;
    let most = 0;
    const url = await serveHttp((_request, response) => {
      most = Math.max(most, (now += 1));
      setTimeout(() => {
        now -= 1;
        response.end();
      }, 5);
    });
    const transport = aTransport({ baseUrl: url, connections: 3 });

    const sent = await Promise.all(Array.from({ length: 20 }, () => transport.send(aRequest())));

    expect(most).toBe(3);
    expect(sent.every(({ outcome }) => outcome.kind === 'answer')).toBe(true);
  });
});
