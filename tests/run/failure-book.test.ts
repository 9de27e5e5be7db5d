import { expect, test } from 'vitest';
import type { FailureEvent } from '../../src/run/events.ts';
import { createFailureBook } from '../../src/run/failure-book.ts';

/** The book reads no more of it than this. */
function aFailure(fingerprint: string, severity: FailureEvent['severity'] = 'low'): FailureEvent {
  return { kind: 'failure', fingerprint, id: fingerprint, severity } as FailureEvent;
}

test('what is seen again is counted, with the operations it is seen at', () => {
  const book = createFailureBook();

  expect([book.sight('x', 'A'), book.sight('x', 'B')]).toEqual([true, false]);
  book.file(aFailure('x'));

  expect(book.ranked()).toEqual([{ id: 'x', count: 2, operations: ['A', 'B'] }]);
  expect(book.size).toBe(1);
});

test('what was retracted is no failure, and its next sighting is the first again', () => {
  const book = createFailureBook();
  book.sight('slow', 'A');
  book.sight('slow', 'B');

  book.retract('slow');

  expect(book.size).toBe(0);
  expect(book.ranked()).toEqual([]);
  expect(book.sight('slow', 'C')).toBe(true);
  book.file(aFailure('slow'));
  expect(book.ranked()).toEqual([{ id: 'slow', count: 1, operations: ['C'] }]);
});

test('to retract one leaves the others', () => {
  const book = createFailureBook();
  book.sight('x', 'A');
  book.file(aFailure('x'));
  book.sight('slow', 'A');

  book.retract('slow');

  expect(book.ranked().map(({ id }) => id)).toEqual(['x']);
});
