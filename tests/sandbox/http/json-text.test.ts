import { describe, expect, test } from 'vitest';
import { isTooDeep, MAX_DEPTH, parseJson } from '../../../sandbox/http/json-text.ts';

describe('a body', () => {
  test('that is JSON is parsed, a byte order mark before it is passed over', () => {
    expect(parseJson(Buffer.from('\uFEFF{"a":1}'))).toEqual({ kind: 'parsed', value: { a: 1 } });
  });

  test.each([
    ['text', Buffer.from('{"a":')],
    ['UTF-16', Buffer.from('{"a":1}', 'utf16le')],
    ['broken UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['deep', Buffer.from('['.repeat(200_000))],
  ])('that is %s is broken, not an error', (_name, bytes) => {
    expect(parseJson(bytes).kind).toBe('broken');
  });
});

describe('depth', () => {
  test('is counted up to the limit and no further', () => {
    const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

    expect([isTooDeep(nested(MAX_DEPTH)), isTooDeep(nested(MAX_DEPTH + 1))]).toEqual([false, true]);
  });

  test('ignores brackets inside texts, also behind an escaped quote', () => {
    const text = JSON.stringify({ text: `\\"${'['.repeat(500)}` });

    expect(isTooDeep(text)).toBe(false);
  });

  test('counts what is open, not what was', () => {
    expect(isTooDeep(`[${'[],'.repeat(500)}[]]`)).toBe(false);
  });
});
