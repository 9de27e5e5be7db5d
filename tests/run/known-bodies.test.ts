import { describe, expect, test } from 'vitest';
import { createKnownBodies } from '../../src/run/known-bodies.ts';
import type { Operation } from '../../src/spec/api.ts';
import type { Answer } from '../../src/transport/exchange.ts';

// Only the id is looked at.
const SHOW = { id: 'Show' } as Operation;
const LIST = { id: 'List' } as Operation;

function answer(text: string, status = 200): Answer {
  return { kind: 'answer', status, headers: [], body: Buffer.from(text) };
}

function bodyOf(outcome: unknown): Uint8Array {
  return (outcome as Answer).body;
}

describe('a body that came before', () => {
  test('is the object that came first', () => {
    const known = createKnownBodies();
    const first = known.recognise(SHOW, answer('{"a":1}'));

    expect(bodyOf(known.recognise(SHOW, answer('{"a":1}')))).toBe(bodyOf(first));
  });

  test('lends nothing to one of as many other bytes', () => {
    const known = createKnownBodies();
    known.recognise(SHOW, answer('{"a":1}'));

    expect(bodyOf(known.recognise(SHOW, answer('{"a":2}')))).toEqual(Buffer.from('{"a":2}'));
  });

  test('keeps the status and the headers that came with it now', () => {
    const known = createKnownBodies();
    known.recognise(SHOW, answer('{}'));
    const again: Answer = { ...answer('{}'), headers: [['X-Turn', '2']] };

    expect(known.recognise(SHOW, again)).toEqual(again);
  });

  test('is known of its own operation and status alone', () => {
    const known = createKnownBodies();
    const first = bodyOf(known.recognise(SHOW, answer('{}')));

    expect(bodyOf(known.recognise(LIST, answer('{}')))).not.toBe(first);
    expect(bodyOf(known.recognise(SHOW, answer('{}', 404)))).not.toBe(first);
  });

  test('is not kept where it is long', () => {
    const known = createKnownBodies();
    const long = 'x'.repeat(100_000);
    const first = bodyOf(known.recognise(SHOW, answer(long)));

    expect(bodyOf(known.recognise(SHOW, answer(long)))).not.toBe(first);
  });
});
