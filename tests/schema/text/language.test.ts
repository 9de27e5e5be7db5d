import fc from 'fast-check';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, test } from 'vitest';
import { Randomness } from '../../../src/schema/draw/randomness.ts';
import { patternOf, type Pattern } from '../../../src/schema/model/pattern.ts';
import { PRINTABLE } from '../../../src/schema/text/alphabet.ts';
import { Languages } from '../../../src/schema/text/languages.ts';

function patterns(...sources: readonly string[]): readonly Pattern[] {
  return sources.flatMap((source) => patternOf(source) ?? []);
}

const random = new Randomness(new fc.Random(xoroshiro128plus(5)));
const languages = new Languages();

describe('every text drawn matches what is asserted and nothing that is denied', () => {
  test.each([
    { asserted: ['^a+$'], denied: [] },
    { asserted: ['b'], denied: ['^b', 'b$'] },
    { asserted: ['^(?!org\\.)([a-z]+\\.)*[a-z]+$'], denied: [] },
    { asserted: ['^(?=.*[A-Z])(?=.*\\d).{8,}$'], denied: ['\\s'] },
    { asserted: ['a\\b', '\\Bb'], denied: [] },
    { asserted: ['^[a-z]+(?<!-|b)$'], denied: ['^a'] },
    { asserted: ['^(a|bc)*$'], denied: ['^(ab|c)+$'] },
    { asserted: ['\\p{Lu}'], denied: ['[A-Z]'] },
    { asserted: ['^(?:(?!foo).)*bar$'], denied: [] },
    { asserted: ['^((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}$'], denied: [] },
  ])('$asserted but not $denied', ({ asserted, denied }) => {
    const [wanted, unwanted] = [patterns(...asserted), patterns(...denied)];
    const language = languages.of(wanted, unwanted);
    const lengths = language?.lengths(0, 60, 12) ?? [];

    expect(lengths.length).toBeGreaterThan(0);
    for (let round = 0; round < 100; round += 1) {
      const text = language?.draw(random.pick(lengths) ?? 0, random, [PRINTABLE]) ?? '';
      for (const { expression } of wanted) expect(text).toMatch(expression);
      for (const { expression } of unwanted) expect(text).not.toMatch(expression);
    }
  });
});

describe('whether there is a text', () => {
  test('an expression that its length rules out is empty', () => {
    const language = languages.of(patterns('^a{2,4}$'), []);

    expect(language?.isEmpty(5, 9)).toBe(true);
    expect(language?.isEmpty(4, 9)).toBe(false);
  });

  test('expressions that exclude each other are empty together', () => {
    expect(languages.of(patterns('^a', '^b'), [])?.isEmpty(0, 99)).toBe(true);
    expect(languages.of(patterns('^a'), patterns('a'))?.isEmpty(0, 99)).toBe(true);
  });

  test('a small language is listed whole', () => {
    expect(languages.of(patterns('^[ab]c?$'), [])?.allWords(0, 9, 10)).toEqual([
      'a',
      'b',
      'ac',
      'bc',
    ]);
    expect(languages.of(patterns('^[ab]*$'), [])?.allWords(0, 9, 10)).toBeUndefined();
  });

  test('a back-reference is left to others', () => {
    expect(languages.of(patterns('(a|b)\\1'), [])).toBeUndefined();
  });
});
