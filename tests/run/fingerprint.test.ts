import { expect, test } from 'vitest';
import { readAnswerBody } from '../../src/checks/answer-body.ts';
import { responseSchema } from '../../src/checks/response-schema.ts';
import { statusDeclared } from '../../src/checks/status-declared.ts';
import type { Finding } from '../../src/checks/verdict.ts';
import { fingerprintOf } from '../../src/run/fingerprint.ts';
import { anExchange, respondingWith } from '../checks/judged.ts';

const api = await respondingWith("'200': { description: D }");
const finding = { title: 'T', detail: '', at: '', keyword: '400', expected: 200, actual: 400 };

function named(place: string, answer: string, scope?: Finding['scope']): string {
  const exchange = anExchange({ api, status: 400, body: JSON.parse(answer) as unknown });
  const { outcome } = exchange;
  if (outcome.kind !== 'answer') throw new Error('an answer was meant');
  const about = { ...finding, place, ...(scope === undefined ? {} : { scope }) };
  return fingerprintOf(statusDeclared, about, exchange, readAnswerBody(outcome));
}

test('place and shape of the answer tell causes apart', () => {
  const here = named('a.yaml#/a', '{"team":[]}');
  expect(named('a.yaml#/a', '{"team":["other"]}')).toBe(here);
  expect(named('a.yaml#/a', '{"name":[]}')).not.toBe(here);
  expect(named('a.yaml#/b', '{"team":[]}')).not.toBe(here);
});

test('what is one cause at its place is so whatever the answer looks like', () => {
  const here = named('a.yaml#/a', '{"team":[]}', 'place');
  expect(named('a.yaml#/a', '{"name":[]}', 'place')).toBe(here);
  expect(named('a.yaml#/b', '{"team":[]}', 'place')).not.toBe(here);
});

test('a way of the whole target is one cause wherever it is seen', () => {
  const here = named('a.yaml#/a', '{"team":[]}', 'target');
  expect(named('a.yaml#/b', '{"name":[]}', 'target')).toBe(here);
});

test('what an object lacks is one cause whatever else it has, and another where it lacks another', () => {
  const lacking = (expected: string, answer: string): string => {
    const exchange = anExchange({ api, status: 200, body: JSON.parse(answer) as unknown });
    const { outcome } = exchange;
    if (outcome.kind !== 'answer') throw new Error('an answer was meant');
    const about = { ...finding, place: 'a.yaml#/a', keyword: 'required', expected };
    return fingerprintOf(
      responseSchema,
      { ...about, scope: 'value', actual: JSON.parse(answer) as unknown },
      exchange,
      readAnswerBody(outcome),
    );
  };
  const here = lacking('ticket', '{"id":1}');

  expect(lacking('ticket', '{"id":1,"dates":{}}')).toBe(here);
  expect(lacking('audit', '{"id":1}')).not.toBe(here);
});
