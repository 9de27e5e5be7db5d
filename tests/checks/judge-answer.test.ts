import { expect, test } from 'vitest';
import { judgeAnswer } from '../../src/checks/judge-answer.ts';
import { answeringJson } from './judged.ts';

const api = await answeringJson('{ type: object, required: [id] }');
const JSON_TYPE = { 'Content-Type': 'application/json' };

test('an answer that conforms gives no findings', () => {
  expect(judgeAnswer(api, 'a', { status: 200, headers: JSON_TYPE, body: { id: 1 } })).toEqual([]);
});

test('a finding says which check made it, its code and its severity', () => {
  const findings = judgeAnswer(api, 'a', { status: 200, headers: JSON_TYPE, body: '{}' });
  expect(findings).toMatchObject([
    { check: 'response-schema', code: 'A106', severity: 'high', keyword: 'required' },
  ]);
});

test('checks that are off unless asked for are not asked', () => {
  const headers = { ...JSON_TYPE, 'X-More': ['1', '2'] };
  expect(judgeAnswer(api, 'a', { status: 200, headers, body: { id: 1, more: 2 } })).toEqual([]);
});

test.each([
  ['pairs', [['content-type', 'text/html']]],
  ['a fetch answer’s headers', new Headers({ 'Content-Type': 'text/html' })],
  ['an object', { 'content-type': 'text/html' }],
] as const)('headers may be %s', (_what, headers) => {
  const findings = judgeAnswer(api, 'a', { status: 200, headers, body: '<h1>' });
  expect(findings.map(({ check }) => check)).toEqual(['content-type-declared']);
});

test.each([
  ['bytes', Buffer.from('{"id":1}')],
  ['a text', '{"id":1}'],
  ['a value', { id: 1 }],
])('a body may be %s', (_what, body) => {
  expect(judgeAnswer(api, 'a', { status: 200, headers: JSON_TYPE, body })).toEqual([]);
});

test('a 304 is taken to answer a condition, since the request is not in hand', () => {
  const findings = judgeAnswer(api, 'a', { status: 304, headers: {} });
  expect(findings.filter(({ check }) => check === 'redirect-declared')).toEqual([]);
});

test('an operation that is not described is told with the command that lists them', () => {
  expect(() => judgeAnswer(api, 'b', { status: 200, headers: {} })).toThrow(
    expect.objectContaining({
      code: 'UNKNOWN_OPERATION',
      message: 'There is no operation "b" in openapi.yaml.',
    }),
  );
});
