import { expect, test } from 'vitest';
import { readAnswerBody, type AnswerBody } from '../../src/checks/answer-body.ts';

function read(type: string | undefined, body: string | Uint8Array): AnswerBody {
  return readAnswerBody({
    kind: 'answer',
    status: 200,
    headers: type === undefined ? [] : [['content-type', type]],
    body: typeof body === 'string' ? Buffer.from(body) : body,
  });
}

test.each(['application/json', 'application/problem+json', 'text/json; charset=utf-8'])(
  'a body of %s is its value',
  (type) => {
    expect(read(type, '{"a":1}')).toEqual({ kind: 'json', value: { a: 1 } });
  },
);

test('a byte order mark is no part of the value', () => {
  expect(read('application/json', '\ufeff5')).toEqual({ kind: 'json', value: 5 });
});

test('what claims to be JSON and is not, is told with the reason', () => {
  expect(read('application/json', '{')).toMatchObject({ kind: 'unparsable', text: '{' });
  expect(read('application/json', Uint8Array.of(0x22, 0xff, 0x22))).toEqual({
    kind: 'unparsable',
    why: 'it is not valid UTF-8 (RFC 8259, 8.1)',
    text: '"\ufffd"',
  });
});

test.each(['text/plain', 'application/yaml', 'json', undefined])(
  'a body of %s is a text',
  (type) => {
    expect(read(type, '{}')).toEqual({ kind: 'text', text: '{}' });
  },
);

test('what is no UTF-8 is bytes', () => {
  expect(read('text/plain', Uint8Array.of(0xff))).toEqual({ kind: 'bytes' });
});

test('zero bytes are none, whatever the type', () => {
  expect(read('application/json', '')).toEqual({ kind: 'none' });
});
