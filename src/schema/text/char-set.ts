/**
 * Sets of characters as sorted ranges of code points. The universe is Unicode without surrogates.
 */

/** Lower and upper bounds by turns, both included, in ascending order. */
export type CharSet = readonly number[];

const LAST = 0x10ffff;

export const UNIVERSE: CharSet = [0, 0xd7ff, 0xe000, LAST];
/** The part of it that Unicode properties are asked about: the rest would cost a million tests. */
const PROBED: CharSet = [0, 0xd7ff, 0xe000, 0xffff, 0x1f300, 0x1f64f];
export const DIGIT: CharSet = [0x30, 0x39];
export const WORD: CharSet = [0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a];
export const SPACE: CharSet = [
  0x9, 0xd, 0x20, 0x20, 0xa0, 0xa0, 0x1680, 0x1680, 0x2000, 0x200a, 0x2028, 0x2029, 0x202f, 0x202f,
  0x205f, 0x205f, 0x3000, 0x3000, 0xfeff, 0xfeff,
];
const LINE_END: CharSet = [0xa, 0xa, 0xd, 0xd, 0x2028, 0x2029];

/** What `.` takes. */
export const DOT: CharSet = complement(LINE_END);

/** @returns what any of the sets holds, within the universe. */
export function union(...sets: readonly CharSet[]): CharSet {
  const ranges: [number, number][] = [];
  for (const set of sets)
    for (let at = 0; at < set.length; at += 2) ranges.push([set[at] ?? 0, set[at + 1] ?? 0]);
  ranges.sort((left, right) => left[0] - right[0]);
  const merged: number[] = [];
  for (const [low, high] of ranges) {
    const last = merged.at(-1);
    if (last !== undefined && low <= last + 1) merged[merged.length - 1] = Math.max(last, high);
    else merged.push(low, high);
  }
  return merged;
}

/** @returns what both sets hold. */
export function intersection(left: CharSet, right: CharSet): CharSet {
  const common: number[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    const low = Math.max(left[i] ?? 0, right[j] ?? 0);
    const high = Math.min(left[i + 1] ?? 0, right[j + 1] ?? 0);
    if (low <= high) common.push(low, high);
    if ((left[i + 1] ?? 0) < (right[j + 1] ?? 0)) i += 2;
    else j += 2;
  }
  return common;
}

/** @returns what of the universe the set does not hold. */
export function complement(set: CharSet): CharSet {
  const gaps: number[] = [];
  let next = 0;
  for (let at = 0; at < set.length; at += 2) {
    const low = set[at] ?? 0;
    if (low > next) gaps.push(next, low - 1);
    next = Math.max(next, (set[at + 1] ?? 0) + 1);
  }
  if (next <= LAST) gaps.push(next, LAST);
  return intersection(gaps, UNIVERSE);
}

/** @returns whether the set holds the code point. */
export function includes(set: CharSet, point: number): boolean {
  for (let at = 0; at < set.length; at += 2)
    if (point >= (set[at] ?? 0) && point <= (set[at + 1] ?? 0)) return true;
  return false;
}

/** @returns how many code points the set holds. */
export function sizeOf(set: CharSet): number {
  let size = 0;
  for (let at = 0; at < set.length; at += 2) size += (set[at + 1] ?? 0) - (set[at] ?? 0) + 1;
  return size;
}

/** @returns the code point at an index, counted from the lowest. */
export function pointAt(set: CharSet, index: number): number {
  let rest = index;
  for (let at = 0; at < set.length; at += 2) {
    const size = (set[at + 1] ?? 0) - (set[at] ?? 0) + 1;
    if (rest < size) return (set[at] ?? 0) + rest;
    rest -= size;
  }
  return set[0] ?? 0;
}

/** @returns what a one-character test takes, of the part of Unicode in common use. */
export function matching(test: (character: string) => boolean): CharSet {
  const ranges: number[] = [];
  for (let at = 0; at < PROBED.length; at += 2)
    for (let point = PROBED[at] ?? 0; point <= (PROBED[at + 1] ?? 0); point += 1) {
      if (!test(String.fromCodePoint(point))) continue;
      if (ranges.at(-1) === point - 1) ranges[ranges.length - 1] = point;
      else ranges.push(point, point);
    }
  return ranges;
}
