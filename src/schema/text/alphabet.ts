/**
 * Which characters are taken where an expression leaves the choice: an alphabet lists sets in the
 * order in which they are preferred.
 */
import type { Randomness } from '../draw/randomness.ts';
import type { Letter } from './automaton.ts';
import { intersection, pointAt, sizeOf, type CharSet } from './char-set.ts';

export type Alphabet = readonly CharSet[];

export const PRINTABLE: CharSet = [0x20, 0x7e];
export const ALPHANUMERIC: CharSet = [0x30, 0x39, 0x41, 0x5a, 0x61, 0x7a];

/** One letter as an alphabet sees it. */
export interface Spelling {
  /** How often the letter is taken, beside others. */
  readonly weight: number;
  /** Its characters, the preferred ones first. */
  readonly sets: readonly CharSet[];
}

const MOST_WEIGHT = 30;

/** @returns the letter's characters in the order of the alphabet. */
export function spell({ set }: Letter, alphabet: Alphabet): Spelling {
  const sets = alphabet.map((one) => intersection(set, one)).filter((one) => one.length > 0);
  const [preferred] = alphabet;
  const size = preferred === undefined ? 0 : sizeOf(intersection(set, preferred));
  const rare = sets.length > 0 ? 0.5 : 0.02;
  return { weight: size > 0 ? Math.min(size, MOST_WEIGHT) : rare, sets: [...sets, set] };
}

/** @returns one of the letter's characters, most often a preferred one. */
export function drawCharacter({ sets }: Spelling, random: Randomness): string {
  const set = sets.find((_, index) => index === sets.length - 1 || random.chance(0.85)) ?? [];
  return String.fromCodePoint(pointAt(set, random.integer(0, sizeOf(set) - 1)));
}

/** Of a letter with more characters than this, the plainest are enough. */
const MANY = 64;

/** @returns the letter's characters, or the plainest of them where they are many. */
export function plainestCharacters({ set }: Letter): readonly string[] {
  const some = [ALPHANUMERIC, PRINTABLE]
    .map((one) => intersection(set, one))
    .find((one) => one.length > 0 && sizeOf(one) >= Math.min(sizeOf(set), MANY));
  const chosen = some ?? (sizeOf(set) > MANY ? plainer(set) : set);
  return Array.from({ length: Math.min(sizeOf(chosen), MANY) }, (_, index) =>
    String.fromCodePoint(pointAt(chosen, index)),
  );
}

function plainer(set: CharSet): CharSet {
  const printable = intersection(set, PRINTABLE);
  return printable.length > 0 ? printable : set;
}
