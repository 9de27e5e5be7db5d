import { expect, test } from 'vitest';
import { createLessonBook } from '../../src/run/lessons.ts';

test('the last lesson is counted among all requests, and among those drawn at random', () => {
  const book = createLessonBook();

  book.sent('fuzz');
  book.sent('boundaries');
  book.learnt('boundaries', 'ListNotes');
  book.sent('fuzz');
  book.learnt('fuzz', 'ShowNote');
  book.sent('fuzz');
  book.sent('probes');

  expect(book.all).toEqual({ sent: 5, last: 3 });
  expect(book.drawn).toEqual({ sent: 3, last: 2 });
});

test('what taught something is told once, at the end of the round', () => {
  const book = createLessonBook();
  book.sent('fuzz');
  book.learnt('fuzz', 'ShowNote');

  expect([...book.endRound()]).toEqual(['ShowNote']);
  expect([...book.endRound()]).toEqual([]);
});
