/**
 * Breaks what is asked of texts: their length by one character, their pattern and their format by
 * texts that look almost right (JSON Schema Validation 2020-12, sections 6.3 and 7).
 */
import { fitsFormat, formatType } from '../judge/formats.ts';
import { lengthOf } from '../json-value.ts';
import { MISFITS } from '../text/format-patterns.ts';
import { OutOfReach, type Attempt, type AttemptContext } from './attempt.ts';
import { breaking } from './besides.ts';
import { inOtherCase, nearMisses } from './near-misses.ts';
import { count, show } from './show.ts';

/** Longer texts than this are not made. */
export const LONGEST_TEXT = 64 * 1024;

/** @returns an attempt per keyword on texts. */
export function* textAttempts(context: AttemptContext): Iterable<Attempt | OutOfReach> {
  const { node, spot } = context;
  const { minLength, maxLength, pattern, format } = node.keywords;
  if (format !== undefined && formatType(format) === typeof spot.value)
    yield* formatAttempts(context, format);
  const { value: text } = spot;
  if (typeof text !== 'string') return;
  if (minLength !== undefined && minLength > 0)
    yield {
      keyword: 'minLength',
      values: () => lengthened(text, minLength - 1),
      literals: breaking(context, 'minLength'),
      tell: (value) => `has ${characters(value)} of at least ${String(minLength)}`,
    };
  if (maxLength !== undefined)
    yield maxLength >= LONGEST_TEXT
      ? new OutOfReach(
          'maxLength',
          `a text of more than ${String(maxLength)} characters is not made`,
        )
      : {
          keyword: 'maxLength',
          values: () => lengthened(text, maxLength + 1),
          literals: breaking(context, 'maxLength'),
          tell: (value) => `has ${characters(value)} of at most ${String(maxLength)}`,
        };
  if (pattern !== undefined) {
    const tell = (value: unknown): string =>
      `is ${show(value)}, which does not match ${pattern.source}`;
    const literals = breaking(context, 'pattern');
    yield { keyword: 'pattern', values: () => misfits(text), literals, tell };
    // What a look at the beginning alone, at the end alone, at any line, or at no case takes.
    for (const careless of [`x${text}`, `${text}x`, `${text}\n`, inOtherCase(text)])
      yield { keyword: 'pattern', values: () => [careless], tell };
  }
}

function* formatAttempts(context: AttemptContext, format: string): Iterable<Attempt> {
  const { value: current } = context.spot;
  const near = nearMisses(format);
  const tell = (value: unknown): string => `is ${show(value)}, which is no ${format}`;
  yield {
    keyword: 'format',
    values: () =>
      typeof current === 'number'
        ? [...near, current + 0.5, 2 ** 31, 2 ** 63]
        : [...near, ...misfits(String(current))].filter((text) => !fitsFormat(format, text)),
    literals: breaking(context, 'format'),
    tell,
  };
  for (const miss of near.slice(1)) yield { keyword: 'format', values: () => [miss], tell };
}

/** @returns texts of exactly that many characters, made of the given one in several ways. */
export function* lengthened(text: string, length: number): Iterable<string> {
  const characters = [...text];
  const missing = length - characters.length;
  if (missing <= 0) {
    const cut = characters.slice(0, length).join('');
    yield cut;
    yield characters.slice(characters.length - length).join('');
    yield 'a'.repeat(length);
    return;
  }
  const last = characters.at(-1) ?? 'a';
  const middle = Math.floor(characters.length / 2);
  yield text + (/\s/.test(last) ? 'a' : last).repeat(missing);
  yield text + 'a'.repeat(missing);
  yield 'a'.repeat(missing) + text;
  yield (characters[0] ?? 'a').repeat(missing) + text;
  yield (
    characters.slice(0, middle).join('') + 'a'.repeat(missing) + characters.slice(middle).join('')
  );
  yield text + '0'.repeat(missing);
  yield 'a'.repeat(length);
}

function misfits(text: string): readonly string[] {
  return [`${text}!`, ` ${text}`, 'x', '!', '', '-', '0', ...MISFITS, '\u00e9', `${text}\n`];
}

function characters(value: unknown): string {
  return count(typeof value === 'string' ? lengthOf(value) : 0, 'character');
}
