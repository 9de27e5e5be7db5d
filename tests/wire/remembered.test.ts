/** What is worked out of a text is kept, and no number and no length of texts fills the memory. */
import { expect, test } from 'vitest';
import { remembered } from '../../src/wire/remembered.ts';

function counted(): { readonly ask: (text: string) => string; readonly count: () => number } {
  let count = 0;
  const ask = remembered((text) => {
    count += 1;
    return text.toUpperCase();
  });
  return { ask, count: () => count };
}

test('a text is worked out once', () => {
  const { ask, count } = counted();

  expect([ask('a'), ask('a'), ask('b')]).toEqual(['A', 'A', 'B']);
  expect(count()).toBe(2);
});

test('a result that is undefined is kept as well', () => {
  let count = 0;
  const ask = remembered(() => {
    count += 1;
    return undefined;
  });

  ask('a');
  ask('a');

  expect(count).toBe(1);
});

test('long texts are not kept', () => {
  const { ask, count } = counted();
  const long = 'x'.repeat(201);

  ask(long);
  ask(long);

  expect(count()).toBe(2);
});

test('after ten thousand texts no more are kept', () => {
  const { ask, count } = counted();
  for (let index = 0; index < 10_000; index += 1) ask(String(index));
  const before = count();

  ask('one more');
  ask('one more');
  ask('0');

  expect(count() - before).toBe(2);
});
