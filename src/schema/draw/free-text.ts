/**
 * Texts that no pattern or format shapes: words that suit the member's name in the plain tier, and
 * all the nasty kinds of Unicode in the hostile one.
 */
import type { LengthRange } from './length.ts';
import { DrawFailure, type Drawing } from './draw.ts';
import type { Randomness } from './randomness.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const PRINTABLE = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
const WIDER = ['é', 'ß', 'ñ', 'Ж', '中', '文', 'あ', '한', '😀', '🚀', '\u0301', 'ı', 'İ', 'Ω'];
const NASTY = [
  '\u0000',
  '\u001f',
  '\u007f',
  '\ud800',
  '\udfff',
  '\u202e',
  '\u200b',
  '\u0301',
  '\ufeff',
  '\u2028',
  '\r\n',
  '👩‍👩‍👧‍👦',
  "'",
  '"',
  '\\',
  '<script>',
  '%00',
  '${x}',
  '../',
];

/** @returns a text of a length in the range. */
export function drawFreeText({ min, max }: LengthRange, drawing: Drawing): string {
  if (min > LONGEST) throw new DrawFailure(`a text of ${min} characters is too long`);
  const length = chooseLength(min, max, drawing);
  if (length <= MOST_DRAWN) return drawExactly(length, max, drawing);
  const start = drawExactly(MOST_DRAWN, MOST_DRAWN, drawing);
  const points = [...start];
  const times = Math.ceil(length / points.length);
  return start.repeat(times - 1) + points.slice(0, length - (times - 1) * points.length).join('');
}

/** Texts longer than this repeat themselves; longer ones than the other are refused. */
const MOST_DRAWN = 1000;
const LONGEST = 2_000_000;

function drawExactly(length: number, max: number, { random, tier }: Drawing): string {
  if (tier === 'plain') return plainText(random, length, max);
  if (tier === 'hostile' && random.chance(0.8)) return mixed(random, length, NASTY, 0.6);
  return mixed(random, length, WIDER, tier === 'wide' ? 0.1 : 0.05);
}

function chooseLength(min: number, max: number, { random, tier }: Drawing): number {
  const longest = Math.min(max, Math.max(min, tier === 'hostile' ? 5000 : 2000));
  if (tier === 'edge' && random.chance(0.6))
    return (
      random.pick([min, Math.min(min + 1, longest), longest, Math.max(min, longest - 1)]) ?? min
    );
  if (tier === 'hostile' && random.chance(0.05)) return longest;
  const usual = Math.min(max, Math.max(min, 3) + 12);
  const least = random.chance(0.97) ? Math.min(usual, Math.max(min, 4)) : min;
  return random.integer(least, usual);
}

function plainText(random: Randomness, length: number, max: number): string {
  let text = '';
  while (text.length < length) {
    const size = random.integer(3, 8);
    const word = Array.from({ length: size }, () => LETTERS[random.integer(0, 25)]).join('');
    text += text === '' ? word : ` ${word}`;
  }
  const cut = text.slice(0, Math.min(Math.max(length, 0), max));
  return cut.endsWith(' ') ? `${cut.slice(0, -1)}a` : cut;
}

function mixed(
  random: Randomness,
  length: number,
  special: readonly string[],
  share: number,
): string {
  let text = '';
  for (let left = length; left > 0; left -= 1) {
    const isSpecial = random.chance(share);
    const picked = random.pick(isSpecial ? special : PRINTABLE) ?? 'a';
    const points = isSpecial ? [...picked] : [picked];
    // A sequence that does not fit in whole is cut to its first code point.
    const isWhole = points.length <= left;
    text += isWhole ? picked : (points[0] ?? 'a');
    if (isWhole) left -= points.length - 1;
  }
  return text;
}
