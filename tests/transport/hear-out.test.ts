/** Everything that comes on a connection is heard: what a client of HTTP does not listen for, too. */
import { expect, test } from 'vitest';
import { aRequest, aTransport, serveBytes } from './local-server.ts';

async function heard(
  answer: string | readonly string[],
  { method = 'HEAD', ends = true, gapMs = 30 } = {},
): Promise<unknown> {
  const baseUrl = await serveBytes((socket) => {
    const pieces = [answer].flat();
    pieces.forEach((piece, index) => {
      setTimeout(() => {
        socket.write(piece);
        if (ends && index === pieces.length - 1) socket.end();
      }, index * gapMs);
    });
  });
  const transport = aTransport({ baseUrl, timeoutMs: 2_000 });
  const { outcome } = await transport.send(aRequest({ method }), { hearOut: true });
  return outcome.kind === 'answer'
    ? {
        status: outcome.status,
        headers: outcome.headers,
        body: Buffer.from(outcome.body).toString(),
      }
    : 'fault' in outcome && outcome.fault;
}

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n';
const empty = { status: 200, headers: [['Content-Length', '5']], body: '' };

test('bytes behind an answer to HEAD are its body, at once or a while later', async () => {
  expect(await heard(`${HEAD}hello`)).toEqual({ ...empty, body: 'hello' });
  expect(await heard([HEAD, 'hello'])).toEqual({ ...empty, body: 'hello' });
});

test('where nothing comes there is none, whether the connection ends or is kept open', async () => {
  expect(await heard(HEAD)).toEqual(empty);
  expect(await heard(HEAD, { ends: false })).toEqual(empty);
});

test('an interim answer is not the answer', async () => {
  expect(await heard(`HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${HEAD}`)).toEqual(empty);
});

test('what is no answer is a fault', async () => {
  expect(await heard('220 ready\r\n\r\n')).toBe('malformed');
  expect(await heard('HTTP/1.1 200 OK\r\n')).toBe('timeout');
});

test('the request goes out as it is, with where it goes and how long it is', async () => {
  let received = '';
  const baseUrl = await serveBytes((socket, _connection, data) => {
    received += data.toString('latin1');
    if (received.endsWith('{}')) socket.end('HTTP/1.1 204 No Content\r\n\r\n');
  });
  const transport = aTransport({ baseUrl: `${baseUrl}/v1` });
  const body = Buffer.from('{}');

  await transport.send(aRequest({ method: 'PUT', headers: [['X-A', 'b']], body }), {
    hearOut: true,
  });

  expect(received).toBe(
    `PUT /v1/thing HTTP/1.1\r\nHost: ${new URL(baseUrl).host}\r\nConnection: close\r\nContent-Length: 2\r\nX-A: b\r\n\r\n{}`,
  );
});

test('a target that nobody is at is unreachable', async () => {
  const transport = aTransport({ baseUrl: 'http://127.0.0.1:1' });

  const { outcome } = await transport.send(aRequest(), { hearOut: true });

  expect(outcome).toMatchObject({ kind: 'fault', fault: 'unreachable' });
});

test('an interruption ends the listening', async () => {
  const baseUrl = await serveBytes(() => undefined);
  const transport = aTransport({ baseUrl });

  const sending = transport.send(aRequest(), { hearOut: true, signal: AbortSignal.timeout(50) });

  await expect(sending).rejects.toMatchObject({ name: 'Interrupted' });
});
