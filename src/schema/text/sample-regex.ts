/**
 * Texts for an expression that no automaton follows, because of back-references: written down part
 * by part with the groups remembered, assertions left to the test of the whole.
 */
import type { Randomness } from '../draw/randomness.ts';
import { intersection, pointAt, sizeOf, UNIVERSE } from './char-set.ts';
import { PRINTABLE } from './alphabet.ts';
import type { Regex } from './regex.ts';

/** More rounds than these beyond the least are not made. */
const MOST_ROUNDS = 4;

/** @returns a text that is likely, but not sure, to match. */
export function sampleRegex(regex: Regex, random: Randomness): string {
  const groups = new Map<number, string>();
  const write = (part: Regex): string => {
    switch (part.kind) {
      case 'set':
        return character(part, random);
      case 'sequence':
        return part.parts.map(write).join('');
      case 'choice': {
        const chosen = random.pick(part.parts);
        return chosen === undefined ? '' : write(chosen);
      }
      case 'group': {
        const text = write(part.part);
        groups.set(part.number, text);
        return text;
      }
      case 'repeat': {
        const rounds = random.integer(part.min, Math.min(part.max, part.min + MOST_ROUNDS));
        return Array.from({ length: rounds }, () => write(part.part)).join('');
      }
      case 'back-reference':
        return groups.get(part.number) ?? '';
      default:
        return '';
    }
  };
  return write(regex);
}

function character({ set }: Regex & { kind: 'set' }, random: Randomness): string {
  const printable = intersection(set, PRINTABLE);
  const within = sizeOf(printable) > 0 ? printable : intersection(set, UNIVERSE);
  const size = sizeOf(within);
  return size === 0 ? '' : String.fromCodePoint(pointAt(within, random.integer(0, size - 1)));
}
