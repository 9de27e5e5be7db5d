import { expect, test } from 'vitest';
import { nearMiss } from '../../src/checks/near-miss.ts';

test.each([
  ['OPEN', ['closed', 'open'], 'open', 'case'],
  ['in progress', ['in_progress'], 'in_progress', 'separators'],
  ['inProgress', ['in_progress'], 'in_progress', 'separators'],
  ['boxes', ['box'], 'box', 'plural'],
  ['cancelled', ['canceled'], 'canceled', 'a letter or two'],
  ['pendign', ['pending'], 'pending', 'a letter or two'],
  ['Über', ['über'], 'über', 'case'],
])('%s was meant to be one of %j', (word, known, meant, how) => {
  expect(nearMiss(word, known)).toEqual({ word: meant, how });
});

test.each([
  ['a short word is near to none', 'low', ['lot', 'row']],
  ['a word is not near to itself', 'open', ['open']],
  ['three letters are too many', 'restarted', ['started']],
  ['a word of separators is near to none', '--', ['__']],
  ['nothing is near to nothing', '', ['', 'a']],
])('%s', (_fact, word, known) => {
  expect(nearMiss(word, known)).toBeUndefined();
});

test('the slighter difference wins', () => {
  expect(nearMiss('Colour', ['colors', 'colour'])).toEqual({ word: 'colour', how: 'case' });
  expect(nearMiss('colours', ['colour', 'colors'])?.word).toBe('colour');
});
