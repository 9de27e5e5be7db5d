import { describe, expect, test } from 'vitest';
import { normaliseTags, withoutTags, withTags } from '../../../sandbox/domain/tickets/tags.ts';

describe('tags are kept', () => {
  test.each([
    [
      ['Zeta', 'alpha'],
      ['alpha', 'zeta'],
    ],
    [
      ['two words', 'and,three'],
      ['and', 'three', 'two', 'words'],
    ],
    [['dup', 'DUP', ' dup '], ['dup']],
    [
      ['a!b?c', 'ok_1-2/3:4.5'],
      ['abc', 'ok_1-2/3:4.5'],
    ],
    [['', ' ', '!!!'], []],
    [['ÄÖ'], ['äö']],
  ])('%j as %j', (written, kept) => {
    expect(normaliseTags(written)).toEqual(kept);
  });

  test('with at most 255 characters each', () => {
    expect(normaliseTags(['x'.repeat(300)])[0]).toHaveLength(255);
  });
});

test('adding keeps the order of the alphabet and each tag once, removing passes over what is missing', () => {
  expect(withTags(['b'], ['c', 'a', 'b'])).toEqual(['a', 'b', 'c']);
  expect(withoutTags(['a', 'b'], ['b', 'z'])).toEqual(['a']);
});
