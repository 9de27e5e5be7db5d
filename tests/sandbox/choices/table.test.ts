// The other choices: each does something else than the sandbox does by itself, and none breaks anything down.
import { describe, expect, test } from 'vitest';
import { OTHER_CHOICES, otherChoices } from '../../../sandbox/choices/table.ts';
import { tell } from '../faults/story.ts';

const plain = tell([]);

test('each has a name of its own and says in words what it does', () => {
  const names = OTHER_CHOICES.map(({ name }) => name);

  expect(new Set(names).size).toBe(names.length);
  for (const { name, sentence } of OTHER_CHOICES) {
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    expect(sentence).toMatch(/^[A-Z].+\.$/);
  }
});

test('a name that none has is refused', () => {
  expect(() => otherChoices(['not-a-choice'])).toThrow('not-a-choice');
});

describe.each(OTHER_CHOICES)('$name', ({ name }) => {
  test('changes what is answered, and breaks nothing down', () => {
    const told = tell([], 'count', [name]);

    expect(told).not.toEqual(plain);
    expect(told.filter(({ status }) => status >= 500 || status === 0)).toEqual([]);
  });
});
