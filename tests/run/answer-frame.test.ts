import { describe, expect, test } from 'vitest';
import { answerFrame } from '../../src/run/answer-frame.ts';
import type { BodyRecord, OutcomeRecord } from '../../src/run/events.ts';

function answer(content: string, body: Partial<BodyRecord> = {}): OutcomeRecord {
  return {
    kind: 'answer',
    status: 200,
    headers: [
      ['X-Total', 'many'],
      ['x-total', 'more'],
    ],
    body: { encoding: 'text', content, bytes: content.length, ...body },
  };
}

const BOOK = JSON.stringify({
  id: 1,
  tags: ['a', 'b'],
  author: { name: 'Emma', born: null },
  'a/b': [],
});

describe('of a JSON body', () => {
  test('three lines before and after the member, with an arrow', () => {
    expect(answerFrame(answer(BOOK), '/author/name')).toEqual([
      '      "b"',
      '    ],',
      '    "author": {',
      '>     "name": "Emma",',
      '      "born": null',
      '    },',
      '    "a/b": []',
    ]);
  });

  test('an object is pointed at where it begins', () => {
    expect(answerFrame(answer(BOOK), '/author')[3]).toBe('>   "author": {');
  });

  test.each([
    ['/tags/1', '>     "b"'],
    ['/a~1b', '>   "a/b": []'],
    ['/id', '>   "id": 1,'],
  ])('%s', (at, line) => {
    expect(answerFrame(answer(BOOK), at)).toContain(line);
  });

  test('a long line is cut', () => {
    const lines = answerFrame(answer(JSON.stringify({ a: 'x'.repeat(500) })), '/a');
    expect(lines[1]?.length).toBe(163);
  });

  test('a million members cost no time', () => {
    const body = JSON.stringify(Array.from({ length: 300_000 }, () => 1));
    const started = performance.now();
    expect(answerFrame(answer(body), '/299999')).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

test('a header is shown by its lines', () => {
  expect(answerFrame(answer(BOOK), 'header:X-Total')).toEqual([
    '> X-Total: many',
    '> x-total: more',
  ]);
});

test.each([
  ['the answer as a whole', answer(BOOK), ''],
  ['a member that is not there', answer(BOOK), '/title'],
  ['a header that is not there', answer(BOOK), 'header:X-None'],
  ['a body that is no JSON', answer('<h1>'), '/id'],
  ['a body that was cut', answer(BOOK, { sha256: 'x' }), '/id'],
  ['bytes', answer('AAAA', { encoding: 'base64' }), '/id'],
  ['no answer', { kind: 'fault', fault: 'reset', message: '' } as const, '/id'],
])('nothing is shown of %s', (_what, outcome, at) => {
  expect(answerFrame(outcome, at)).toEqual([]);
});
