import { expect, test } from 'vitest';
import type { Case } from '../../src/cases/case.ts';
import { mostTellingFirst } from '../../src/cases/most-telling-first.ts';
import { NO_VALUES } from '../../src/wire/request.ts';
import { anOperation } from '../wire/an-operation.ts';

const operation = anOperation();

function ofType(after: unknown, place = '#/a/type'): Case {
  const violation = {
    in: 'query' as const,
    pointer: '/a',
    place,
    keyword: 'type',
    before: 1,
    after,
    sentence: '',
    enforced: true,
  };
  return {
    id: place,
    operation,
    phase: 'boundaries',
    index: 0,
    intent: { kind: 'invalid', violation, proof: { readings: 0 } },
    values: { ...NO_VALUES, query: { a: after } },
    slots: [],
    deviation: '',
  };
}

test('of the values of a wrong type a text comes first, then null, and structures last', () => {
  const cases = [{ x: 1 }, true, null, 'x'].map((after) => ofType(after));

  expect(mostTellingFirst(cases, 4).map(({ values }) => values.query['a'])).toEqual([
    'x',
    null,
    true,
    { x: 1 },
  ]);
});

test('what several schemas forbid alike is one request, and takes the place of one', () => {
  const cases = [ofType(null), ofType(null, '#/b/type'), ofType('x', '#/b/type')];

  expect(mostTellingFirst(cases, 2)).toEqual([cases[0], cases[2]]);
});
