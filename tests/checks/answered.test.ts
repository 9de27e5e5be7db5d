import { describe, expect, test } from 'vitest';
import { answered } from '../../src/checks/answered.ts';
import type { FaultKind, Outcome } from '../../src/transport/exchange.ts';
import { judged, respondingWith, titles } from './judged.ts';

const api = await respondingWith("'200': { description: D }");
const fault = (kind: FaultKind): Outcome => ({ kind: 'fault', fault: kind, message: 'It broke.' });

describe('accepts', () => {
  test('any answer', () => {
    expect(judged(answered, { api, status: 500 })).toEqual({ kind: 'pass' });
  });

  test('a target that asks for patience: it says nothing', () => {
    const outcome: Outcome = { kind: 'held-back', why: 'rate limited', status: 429 };
    expect(judged(answered, { api, outcome })).toEqual({ kind: 'skipped', why: 'rate limited' });
  });

  test.each(['text/event-stream', 'application/x-ndjson'])(
    'an answer of %s that goes on until the time is over',
    async (type) => {
      const stream = await respondingWith(`'200': { description: D, content: { ${type}: {} } }`);
      expect(titles(answered, { api: stream, outcome: fault('timeout') })).toEqual([]);
    },
  );

  test.each(['application/octet-stream', 'video/mp4', 'application/pdf'])(
    'a download of %s that is larger than the bound',
    async (type) => {
      const download = await respondingWith(`'200': { description: D, content: { ${type}: {} } }`);
      expect(titles(answered, { api: download, outcome: fault('too-large') })).toEqual([]);
    },
  );
});

describe('rejects', () => {
  test.each([
    ['timeout', 'No whole answer came in time'],
    ['reset', 'The connection broke before the answer was whole'],
    ['unreachable', 'The target stopped listening'],
    ['tls', 'TLS broke'],
    ['malformed', 'What came back is not well-formed HTTP'],
    ['too-large', 'The answer is larger than the bound on answers'],
    ['undecodable', 'The answer cannot be decoded as its Content-Encoding says'],
  ] as const)('a fault of the wire: %s', (kind, title) => {
    const verdict = judged(answered, { api, outcome: fault(kind) });
    expect(verdict).toMatchObject({
      kind: 'fail',
      findings: [
        { title, keyword: kind, actual: 'It broke.', place: 'openapi.yaml#/paths/~1a/get' },
      ],
    });
  });

  test('an error that is a stream by its type does not make the operation one', async () => {
    const api = await respondingWith(`
      '200': { description: D, content: { application/json: {} } }
      '400': { description: D, content: { text/event-stream: {} } }`);
    expect(titles(answered, { api, outcome: fault('timeout') })).toHaveLength(1);
  });

  test('a download that breaks off', async () => {
    const api = await respondingWith("'200': { description: D, content: { image/png: {} } }");
    expect(titles(answered, { api, outcome: fault('reset') })).toHaveLength(1);
  });
});
