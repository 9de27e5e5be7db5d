// Tags as the service keeps them: lower-case, without blanks and most special characters, each once, in alphabetical order.

/** Characters of one tag that are kept. */
export const MAX_TAG_CHARACTERS = 255;

/** What is kept of the tags that a request writes; blanks and commas part one text into several tags. */
export function normaliseTags(written: readonly string[]): readonly string[] {
  const tags = written
    .flatMap((text) => text.toLowerCase().split(/[\s,]+/))
    .map((text) => text.replace(/[^\p{L}\p{N}_\-/:.]/gu, '').slice(0, MAX_TAG_CHARACTERS))
    .filter((tag) => tag !== '');
  return [...new Set(tags)].sort();
}

/** The tags with more of them. */
export function withTags(tags: readonly string[], added: readonly string[]): readonly string[] {
  return added.length === 0 ? tags : [...new Set([...tags, ...added])].sort();
}

/** The tags without some of them. */
export function withoutTags(
  tags: readonly string[],
  removed: readonly string[],
): readonly string[] {
  return removed.length === 0 ? tags : tags.filter((tag) => !removed.includes(tag));
}

/** True when both hold the same tags in the same order. */
export function sameList<T>(left: readonly T[], right: readonly T[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index]);
}
