/**
 * The same few texts come with every request and answer: names, paths, media types. What is worked
 * out of one is kept, within bounds, so that no hostile answer fills the memory.
 */

/** Texts of each kind, and characters of one. */
const MOST_TEXTS = 10_000;
const LONGEST_TEXT = 200;

/** @returns the same function, which works a text out once; its results must not be changed. */
export function remembered<Result>(workOut: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before.result;
    const result = workOut(text);
    if (known.size < MOST_TEXTS && text.length <= LONGEST_TEXT) known.set(text, { result });
    return result;
  };
}
