/**
 * Which of the known words a word was probably meant to be: the same but for case, separators or
 * plural, or a slip of a letter or two. What comes of it is a hint, never an accusation.
 */

/** @returns the nearest of the known words, and how the word differs; undefined for none near. */
export function nearMiss(
  word: string,
  knownWords: readonly string[],
): { readonly word: string; readonly how: string } | undefined {
  const others = knownWords.filter((one) => one !== word);
  for (const [how, shape] of SHAPES) {
    const found = others.find((one) => shape(one) === shape(word) && shape(word) !== '');
    if (found !== undefined) return { word: found, how };
  }
  const slips = others
    .map((one) => ({ one, distance: editDistance(fold(one), fold(word)) }))
    .filter(({ one, distance }) => distance <= slipsAllowed(one))
    .sort((a, b) => a.distance - b.distance);
  const [nearest] = slips;
  return nearest === undefined ? undefined : { word: nearest.one, how: 'a letter or two' };
}

const fold = (word: string): string => word.toLowerCase();
const letters = (word: string): string => fold(word).replaceAll(/[^\p{L}\p{N}]/gu, '');
const singular = (word: string): string => letters(word).replace(/(?:es|s)$/, '');

/** From the slightest difference on. */
const SHAPES = [
  ['case', fold],
  ['separators', letters],
  ['plural', singular],
] as const;

/** Short words are near to each other without being meant. */
function slipsAllowed({ length }: string): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Number.POSITIVE_INFINITY;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    rows.push(line);
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      const isSwap =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      line.push(
        Math.min(
          cell(row - 1, column) + 1,
          cell(row, column - 1) + 1,
          cell(row - 1, column - 1) + same,
          isSwap ? cell(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return cell(a.length, b.length);
}
