import { describe, expect, test } from 'vitest';
import { createSentBytes, type SentBytes } from '../../src/run/sent-bytes.ts';
import type { PreparedRequest } from '../../src/wire/request.ts';

function request(parts: Partial<PreparedRequest> = {}): PreparedRequest {
  return { method: 'GET', target: '/a', headers: [], body: undefined, ...parts };
}

/** @returns whether the request was known, and is from now on */
function note(sent: SentBytes, one: PreparedRequest): boolean {
  const isKnown = sent.knows(one);
  sent.note(one);
  return isKnown;
}

describe('the same bytes', () => {
  test('are known the second time', () => {
    const sent = createSentBytes();
    const body = Buffer.from('{"a":1}');

    expect(note(sent, request({ body }))).toBe(false);
    expect(sent.knows(request())).toBe(false);
    expect(note(sent, request({ body: Buffer.from('{"a":1}') }))).toBe(true);
  });

  test('are not those of a request that differs in any part of the message', () => {
    const sent = createSentBytes();
    const others = [
      request(),
      request({ method: 'PUT' }),
      request({ target: '/b' }),
      request({ headers: [['A', 'b']] }),
      request({ headers: [['Ab', '']] }),
      request({ headers: [['', 'Ab']] }),
      request({ body: Buffer.from('a') }),
      request({ body: Buffer.from('b') }),
      request({ body: Buffer.from([0]) }),
    ];

    expect(others.map((one) => note(sent, one))).toEqual(others.map(() => false));
    expect(others.map((one) => note(sent, one))).toEqual(others.map(() => true));
  });

  test('are told from a hundred thousand others', () => {
    const sent = createSentBytes();
    const targets = Array.from({ length: 100_000 }, (_, index) => `/items/${String(index)}?q=x`);

    expect(targets.filter((target) => note(sent, request({ target })))).toEqual([]);
  });
});
