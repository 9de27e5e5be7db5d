import { expect, test } from 'vitest';
import type { Case } from '../../src/cases/case.ts';
import { twinSentence } from '../../src/run/twin-sentence.ts';
import { NO_VALUES, type RequestValues } from '../../src/wire/request.ts';
import { invalid, VALID } from '../checks/judged.ts';
import { anOperation } from '../wire/an-operation.ts';

function aCase(values: Partial<RequestValues>, parts: Partial<Case> = {}): Case {
  return {
    id: 'a:fuzz:1',
    operation: anOperation(),
    phase: 'fuzz',
    index: 1,
    intent: VALID,
    values: { ...NO_VALUES, ...values },
    slots: [],
    deviation: '',
    ...parts,
  };
}

const json = (value: unknown): Partial<RequestValues> => ({
  body: { mediaType: 'application/json', value },
});

const PLAIN = aCase({ query: { limit: 10 }, ...json({ book: { title: 'Emma', pages: 5 } }) });

test('one member that differs is told with the accepted value', () => {
  const failing = aCase({ query: { limit: 10 }, ...json({ book: { title: 'X', pages: 5 } }) });
  expect(twinSentence(PLAIN, failing)).toBe(
    'The same request with book.title: "Emma" was accepted.',
  );
});

test('a member that the accepted request lacks is told so', () => {
  const failing = aCase({
    query: { limit: 10, sort: 'a' },
    ...json({ book: { title: 'Emma', pages: 5 } }),
  });
  expect(twinSentence(PLAIN, failing)).toBe('The same request without sort was accepted.');
});

test('two members are told both, many none', () => {
  const two = aCase({ query: { limit: 1 }, ...json({ book: { title: 'X', pages: 5 } }) });
  expect(twinSentence(PLAIN, two)).toBe(
    'The same request with limit: 10 and with book.title: "Emma" was accepted.',
  );
  const many = aCase({
    query: { limit: 1, a: 1, b: 1 },
    ...json({ book: { title: 'X', pages: 6 } }),
  });
  expect(twinSentence(PLAIN, many)).toBe('The plain request of this operation was accepted.');
});

test('of an invalid request the broken member alone is told', () => {
  const violation = { in: 'query', pointer: '/limit', before: 10 } as const;
  const failing = aCase({ query: { limit: 1000 } }, { intent: invalid(violation) });
  expect(twinSentence(PLAIN, failing)).toBe('The same request with limit: 10 was accepted.');
});

test('a body that is left out is told with what it was', () => {
  expect(twinSentence(PLAIN, aCase({ query: { limit: 10 } }))).toBe(
    'The same request with the body {"book":{"title":"Emma","pages":5}} was accepted.',
  );
});

test('a long value is cut', () => {
  const plain = aCase({ query: { q: 'x'.repeat(200) } });
  expect(twinSentence(plain, aCase({ query: { q: 'y' } }))).toHaveLength(
    'The same request with q:  was accepted.'.length + 81,
  );
});

test('a probe that changes no value is told all the same', () => {
  const failing = aCase(PLAIN.values, { changes: { credential: 'none' } });
  expect(twinSentence(PLAIN, failing)).toBe(
    'The same request without that difference was accepted.',
  );
});

test.each([
  ['the plain request itself', PLAIN, aCase(PLAIN.values, { phase: 'template' })],
  ['an operation of which nothing was accepted', undefined, aCase({})],
  ['a request that differs in nothing', PLAIN, aCase(PLAIN.values)],
  [
    'what a Location leads to',
    PLAIN,
    aCase({}, { intent: { kind: 'follow-location', location: '/' } }),
  ],
])('nothing is told of %s', (_what, plain, failing) => {
  expect(twinSentence(plain, failing)).toBe('');
});
