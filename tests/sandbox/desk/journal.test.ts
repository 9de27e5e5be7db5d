import { describe, expect, test } from 'vitest';
import { Journal } from '../../../sandbox/desk/journal.ts';
import { derive } from '../../../sandbox/desk/derived.ts';
import { Table } from '../../../sandbox/desk/table.ts';

describe('an attempt that fails', () => {
  test('takes back every change to every table', () => {
    const journal = new Journal();
    const table = new Table<number, string>(journal);
    table.set(1, 'one');
    table.set(2, 'two');

    const attempt = (): void => {
      journal.atomically(() => {
        table.set(1, 'changed');
        table.delete(2);
        table.set(3, 'three');
        throw new Error('no');
      });
    };

    expect(attempt).toThrow('no');
    expect(new Map(table.entries())).toEqual(
      new Map([
        [1, 'one'],
        [2, 'two'],
      ]),
    );
  });

  test('inside another one takes back only its own part', () => {
    const journal = new Journal();
    const table = new Table<number, string>(journal);

    journal.atomically(() => {
      table.set(1, 'outer');
      expect(() =>
        journal.atomically(() => {
          table.set(1, 'inner');
          throw new Error('no');
        }),
      ).toThrow('no');
    });

    expect(table.get(1)).toBe('outer');
  });
});

test('an attempt that succeeds leaves no notes behind that a later failure could undo', () => {
  const journal = new Journal();
  const table = new Table<number, string>(journal);

  journal.atomically(() => {
    table.set(1, 'kept');
  });
  expect(() =>
    journal.atomically(() => {
      throw new Error('no');
    }),
  ).toThrow('no');

  expect(table.get(1)).toBe('kept');
});

test('a derived list is computed once per version of its table, also after an undo', () => {
  const journal = new Journal();
  const table = new Table<number, string>(journal);
  let computed = 0;
  const list = derive(table, (rows) => {
    computed += 1;
    return [...rows];
  });
  table.set(1, 'one');

  list();
  list();
  expect(computed).toBe(1);

  expect(() =>
    journal.atomically(() => {
      table.set(2, 'two');
      list();
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(list()).toEqual(['one']);
});
