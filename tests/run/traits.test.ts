import { expect, test } from 'vitest';
import { mostTellingOf, traitsOf } from '../../src/run/traits.ts';

const record = (value: number, members: Readonly<Record<string, unknown>>) => ({
  value,
  traits: traitsOf({ id: value, subject: `No. ${String(value)}`, ...members }),
});

test('words, switches, nulls and empty lists tell records apart; texts and numbers do not', () => {
  const shown = { status: 'on-hold', open: true, due: null, tags: [], ids: [1], at: '2 May', n: 1 };

  expect(traitsOf({ ...shown, via: { a: 1 } })).toEqual({
    status: 'word on-hold',
    open: 'true',
    due: 'null',
    tags: 'empty',
    ids: 'filled',
    at: 'text',
    n: 'number',
  });
});

test('the one record on hold among hundreds is telling, its like are not', () => {
  const open = Array.from({ length: 300 }, (_, index) => record(index, { status: 'open' }));
  const hold = record(1_000, { status: 'hold' });

  expect([...mostTellingOf([...open, hold])]).toEqual([0, 1_000]);
});

test('the first of a kind speaks for it', () => {
  const records = [record(1, { due: null }), record(2, { due: '2 May' }), record(3, { due: null })];

  expect([...mostTellingOf(records)]).toEqual([1, 2]);
});

test('a member that is another word in every record tells of no kind', () => {
  const named = Array.from({ length: 40 }, (_, index) =>
    record(index, { name: `n${String(index)}` }),
  );

  expect([...mostTellingOf(named)]).toEqual([]);
});
