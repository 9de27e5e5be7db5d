/**
 * Which known name a mistyped one most likely stands for: the nearest by edits, where near enough
 * that it helps rather than guesses.
 */

/** @returns `Did you mean a, b or c?`, or undefined where nothing is near. */
export function didYouMean(typed: string, known: Iterable<string>): string | undefined {
  const names = nearestNames(typed, known);
  if (names.length === 0) return undefined;
  const last = names.at(-1) ?? '';
  const before = names.slice(0, -1);
  return `Did you mean ${before.length === 0 ? last : `${before.join(', ')} or ${last}`}?`;
}

/** Up to three names, nearest first; none where nothing is near. */
function nearestNames(typed: string, known: Iterable<string>): readonly string[] {
  const wanted = typed.toLowerCase();
  return [...new Set(known)]
    .map((name) => ({ name, edits: editsTo(name.toLowerCase(), wanted) }))
    .filter(({ edits }) => edits <= Math.max(2, Math.floor(typed.length / 3)))
    .sort((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** A name that merely goes on counts as one edit away: `Tickets` for `TicketsShowMany`. */
function editsTo(name: string, wanted: string): number {
  const isPart = wanted.length >= 4 && (name.startsWith(wanted) || name.endsWith(wanted));
  return isPart ? Math.min(1, name.length - wanted.length) : levenshtein(name, wanted);
}

function levenshtein(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
