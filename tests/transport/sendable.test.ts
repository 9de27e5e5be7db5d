/**
 * What is called sendable must be what undici sends: a refusal by a pooled connection would stop
 * the pool.
 */
import fc from 'fast-check';
import { Client } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { unsendableBecause } from '../../src/transport/sendable.ts';
import type { HeaderField, PreparedRequest } from '../../src/wire/request.ts';
import { aRequest, aTransport, serveHttp } from './local-server.ts';

test.each<[string, Partial<PreparedRequest>, string]>([
  ['a blank method', { method: '' }, '"" is no method to send'],
  ['CONNECT', { method: 'CONNECT' }, '"CONNECT" is no method to send'],
  ['no slash', { target: 'x' }, 'its path or query holds a blank'],
  ['a line break in a value', { headers: [['A', 'b\nc']] }, 'the value of the header A holds'],
  [
    'two hosts',
    {
      headers: [
        ['Host', 'a'],
        ['host', 'b'],
      ],
    },
    'it names more than one Host',
  ],
  ['chunks', { headers: [['Transfer-Encoding', 'chunked']] }, 'the header Transfer-Encoding would'],
  [
    'a length that is not the body\u2019s',
    { headers: [['content-length', '01']], body: Buffer.from('a') },
    'the header content-length would',
  ],
])('%s is named', (_what, parts, why) => {
  expect(unsendableBecause(aRequest(parts))).toContain(why);
});

test('a message about a header does not repeat its value', async () => {
  const url = await serveHttp((_request, response) => response.end());
  const request = aRequest({ target: '/a?key=canary', headers: [['X-Key', 'canary\n']] });

  const error: unknown = await aTransport({ baseUrl: url })
    .send(request)
    .catch((e: unknown) => e);

  expect(error).toMatchObject({ code: 'UNSENDABLE_REQUEST' });
  expect(String(error)).toBe(
    "UnsendableRequest: GET /a can't be sent: the value of the header X-Key holds a line break, a control character or one beyond Latin-1.",
  );
});

test('undici refuses nothing that is called sendable, and sends no bad value or target', () => {
  const client = new Client('http://127.0.0.1:9');
  onTestFinished(() => client.destroy());
  const isRefused = ({ method, target, headers, body }: PreparedRequest): boolean => {
    let code: unknown;
    // Refused in the call itself; a request that is taken waits for a connection and is dropped.
    client.dispatch(
      { method, path: target, headers: headers.flat(), body: body ?? null },
      {
        onRequestStart: (controller) => controller.abort(new Error('dropped')),
        onResponseError: (_controller, error) => {
          code = 'code' in error ? error.code : undefined;
        },
      },
    );
    return code === 'UND_ERR_INVALID_ARG' || code === 'UND_ERR_NOT_SUPPORTED';
  };
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.string({
      unit: fc.integer({ min: 0, max: 0x101 }).map((c) => String.fromCharCode(c)),
      maxLength: 6,
    }),
  );
  const name = fc.oneof(
    text,
    fc.constantFrom(
      'Host',
      'Connection',
      'Content-Length',
      'Upgrade',
      'Expect',
      'Keep-Alive',
      'Transfer-Encoding',
      'Content-Type',
      '__proto__',
      'constructor',
    ),
  );
  const value = fc.oneof(text, fc.constantFrom('close', 'keep-alive, x', '3', '', '0'));

  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom('GET', 'POST'), text),
      text.map((rest) => `/${rest}`),
      fc.array(fc.tuple(name, value), { maxLength: 3 }),
      fc.option(fc.uint8Array({ maxLength: 4 }), { nil: undefined }),
      (method, target, headers, body) => {
        const why = unsendableBecause({ method, target, headers, body });
        const refused = isRefused({ method, target, headers, body });
        if (why === undefined) expect(refused).toBe(false);
        else if (!/contradict/.test(why)) expect(refused).toBe(true);
      },
    ),
    { numRuns: 3_000, seed: 3 },
  );
});

test('many unsendable requests leave every connection free', async () => {
  const url = await serveHttp((_request, response) => response.end());
  const transport = aTransport({ baseUrl: url, connections: 2 });
  const bad: HeaderField = ['X', '\0'];

  const refusals = await Promise.allSettled(
    Array.from({ length: 10 }, () => transport.send(aRequest({ headers: [bad] }))),
  );
  const { outcome } = await transport.send(aRequest());

  expect(refusals.every(({ status }) => status === 'rejected')).toBe(true);
  expect(outcome.kind).toBe('answer');
});
