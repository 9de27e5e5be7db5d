/**
 * Draws a text: by the automaton of its patterns where there are any, by its format, or words that
 * fit the member's name.
 */
import type { StringBranch } from '../canon/branch.ts';
import { lengthOf } from '../json-value.ts';
import { fitsFormat, formatType } from '../judge/formats.ts';
import type { Pattern } from '../model/pattern.ts';
import { formatPattern, MISFITS } from '../text/format-patterns.ts';
import { ALPHANUMERIC, PRINTABLE, type Alphabet } from '../text/alphabet.ts';
import type { Language } from '../text/language.ts';
import { sampleRegex } from '../text/sample-regex.ts';
import { DrawFailure, type Drawing, type Tier } from './draw.ts';
import { drawFormat } from './format-texts.ts';
import { drawFreeText } from './free-text.ts';

const MOST_TRIES = 60;
/** As many lengths from the shortest on are drawn. */
const MOST_LENGTHS = 14;

/** @returns a text of the branch. @throws {DrawFailure} */
export function drawString(branch: StringBranch, drawing: Drawing): string {
  const formats = branch.formats.filter((format) => formatType(format) === 'string');
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const text = propose({ ...branch, formats }, drawing, attempt);
    if (text !== undefined && fitsBranch(branch, text)) return text;
  }
  throw new DrawFailure(`no text found for ${describe(branch)}`);
}

/** @returns whether the text is one of the branch. */
export function fitsBranch(branch: StringBranch, text: string): boolean {
  const length = lengthOf(text);
  return (
    length >= branch.min &&
    length <= branch.max &&
    branch.patterns.every(({ expression }) => expression.test(text)) &&
    branch.withoutPatterns.every(({ expression }) => !expression.test(text)) &&
    branch.formats.every((format) => fitsFormat(format, text)) &&
    branch.withoutFormats.every((format) => !fitsFormat(format, text)) &&
    !branch.except.includes(text)
  );
}

function propose(branch: StringBranch, drawing: Drawing, attempt: number): string | undefined {
  const [format] = branch.formats;
  const isPlainFormat = branch.patterns.length === 0 && attempt < MOST_TRIES / 3;
  if (format !== undefined && isPlainFormat && formatPattern(format) !== undefined) {
    const text = drawFormat(format, drawing);
    if (text !== undefined) return text;
  }
  if (branch.withoutFormats.length > 0 && attempt % 2 === 1) return drawing.random.pick(MISFITS);
  const shaping = branch.formats.flatMap((each) => formatPattern(each) ?? []);
  const patterns = [...branch.patterns, ...shaping];
  if (patterns.length + branch.withoutPatterns.length === 0) return drawFreeText(branch, drawing);
  const language = drawing.solver.languages.of(patterns, branch.withoutPatterns);
  if (language === undefined) return sample(branch.patterns, drawing);
  return drawFrom(language, branch, drawing);
}

function sample(patterns: readonly Pattern[], drawing: Drawing): string | undefined {
  const pattern = drawing.random.pick(patterns);
  const regex = pattern === undefined ? undefined : drawing.solver.languages.read(pattern);
  return regex === undefined ? undefined : sampleRegex(regex, drawing.random);
}

const ALPHABETS = {
  plain: [ALPHANUMERIC, PRINTABLE, [0xa1, 0xd7ff]],
  edge: [PRINTABLE, [0xa1, 0xd7ff]],
  hostile: [[0, 0x9f, 0x200b, 0x202e, 0x1f600, 0x1f64f]],
  wide: [PRINTABLE, [0xa1, 0xd7ff]],
} as const satisfies Record<Tier, Alphabet>;

function drawFrom(
  language: Language,
  { min, max }: StringBranch,
  { random, tier }: Drawing,
): string | undefined {
  const lengths = language.lengths(min, max, MOST_LENGTHS);
  const [first] = lengths;
  if (first === undefined) throw new DrawFailure('no text of such a length matches the patterns');
  const longest = tier === 'edge' && random.chance(0.4) ? language.longest(max) : undefined;
  // The empty text tells little where there are others.
  const usual = lengths.length > 1 && random.chance(0.97) ? lengths.filter((n) => n > 0) : lengths;
  const length = longest ?? random.pick(usual) ?? first;
  return language.draw(length, random, ALPHABETS[tier]);
}

function describe({ patterns, withoutPatterns, formats, min, max }: StringBranch): string {
  const parts = [
    ...patterns.map(({ source }) => `pattern ${source}`),
    ...withoutPatterns.map(({ source }) => `no match of ${source}`),
    ...formats.map((format) => `format ${format}`),
    ...(min > 0 || max < Infinity ? [`length ${min} to ${max}`] : []),
  ];
  return parts.join(', ');
}
