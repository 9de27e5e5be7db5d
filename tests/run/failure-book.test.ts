import { expect, test } from 'vitest';
import type { FailureEvent, Sighting } from '../../src/run/events.ts';
import { createFailureBook } from '../../src/run/failure-book.ts';

/** The book reads no more of it than this. */
function aFailure(fingerprint: string, severity: FailureEvent['severity'] = 'low'): FailureEvent {
  return { kind: 'failure', fingerprint, id: fingerprint, severity } as FailureEvent;
}

/** The book asks nothing of where but whether it is the same. */
function at(operation: string, check = 'answered'): Sighting {
  return { operation, phase: 'fuzz', check };
}

test('what is seen again is counted, with the operations it is seen at', () => {
  const book = createFailureBook();

  expect([
    book.sight({ fingerprint: 'x' }, at('A')),
    book.sight({ fingerprint: 'x' }, at('B')),
  ]).toEqual([true, false]);
  book.file(aFailure('x'));

  expect(book.ranked()).toEqual([
    { id: 'x', count: 2, operations: ['A', 'B'], sightings: [at('A'), at('B')] },
  ]);
  expect(book.size).toBe(1);
});

test('what was retracted is no failure, and its next sighting is the first again', () => {
  const book = createFailureBook();
  book.sight({ fingerprint: 'slow' }, at('A'));
  book.sight({ fingerprint: 'slow' }, at('B'));

  book.retract('slow');

  expect(book.size).toBe(0);
  expect(book.ranked()).toEqual([]);
  expect(book.sight({ fingerprint: 'slow' }, at('C'))).toBe(true);
  book.file(aFailure('slow'));
  expect(book.ranked()).toEqual([
    { id: 'slow', count: 1, operations: ['C'], sightings: [at('C')] },
  ]);
});

test('to retract one leaves the others', () => {
  const book = createFailureBook();
  book.sight({ fingerprint: 'x' }, at('A'));
  book.file(aFailure('x'));
  book.sight({ fingerprint: 'slow' }, at('A'));

  book.retract('slow');

  expect(book.ranked().map(({ id }) => id)).toEqual(['x']);
});

test('each place is noted once, however often it is seen there', () => {
  const book = createFailureBook();
  book.sight({ fingerprint: 'x' }, at('A'));
  book.sight({ fingerprint: 'x' }, at('A'));
  book.sight({ fingerprint: 'x' }, at('A', 'other'));
  book.file(aFailure('x'));

  expect(book.ranked()).toMatchObject([
    { count: 3, operations: ['A'], sightings: [at('A'), at('A', 'other')] },
  ]);
});

test('what goes by the name of something told is counted with it', () => {
  const book = createFailureBook();
  book.sight({ fingerprint: 'one', also: 'refused' }, at('A'));
  book.file(aFailure('one'));

  expect(book.sight({ fingerprint: 'other', unless: 'refused' }, at('B'))).toBe(false);
  expect(book.sight({ fingerprint: 'another', unless: 'one' }, at('C'))).toBe(false);
  expect(book.ranked()).toMatchObject([{ id: 'one', count: 3, operations: ['A', 'B', 'C'] }]);
});

test('what goes by the name of nothing told is a cause of its own', () => {
  const book = createFailureBook();
  book.sight({ fingerprint: 'one', also: 'refused' }, at('A'));

  expect(book.sight({ fingerprint: 'other', unless: 'elsewhere' }, at('B'))).toBe(true);
  expect(book.sight({ fingerprint: 'other', unless: 'refused' }, at('B'))).toBe(false);
});

test('what was retracted gives its name to nothing', () => {
  const book = createFailureBook();
  book.sight({ fingerprint: 'slow', also: 'refused' }, at('A'));
  book.retract('slow');

  expect(book.sight({ fingerprint: 'other', unless: 'refused' }, at('A'))).toBe(true);
});
