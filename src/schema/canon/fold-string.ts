/**
 * Folds what is asked of a string. Whether patterns and lengths leave any text is asked of the
 * automaton, when a text is first wanted.
 */
import { atomsOf, type Atom } from './atom.ts';
import { formatLengths } from '../text/format-patterns.ts';
import { clashOf, exceptionsIn, foldCounts, type Folded } from './fold.ts';

/** @returns the texts that satisfy every atom. */
export function foldString(atoms: readonly Atom[]): Folded {
  const counts = foldCounts(atoms);
  if ('clash' in counts) return { kind: 'clash', clash: counts.clash };
  const patterns = atomsOf(atoms, 'pattern');
  const formats = atomsOf(atoms, 'format');
  for (const { format, holds, from } of formats) {
    const [shortest, longest] = formatLengths(format);
    const { min, max } = counts;
    if (!holds || (shortest <= max.value && longest >= min.value)) continue;
    const other = shortest > max.value ? max.from : min.from;
    return { kind: 'clash', clash: clashOf(from, other, `No ${format} is of such a length.`) };
  }
  return {
    kind: 'shape',
    shape: {
      kind: 'string',
      min: counts.min.value,
      max: counts.max.value,
      patterns: patterns.filter((atom) => atom.holds).map((atom) => atom.pattern),
      withoutPatterns: patterns.filter((atom) => !atom.holds).map((atom) => atom.pattern),
      formats: formats.filter((atom) => atom.holds).map((atom) => atom.format),
      withoutFormats: formats.filter((atom) => !atom.holds).map((atom) => atom.format),
      except: exceptionsIn(atoms),
      from: atoms.map(({ from }) => from),
    },
  };
}
