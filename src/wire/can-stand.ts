/**
 * What a path segment or a header field can't carry, however it is written: a case built on such a
 * value would reach another operation, or would never leave (RFC 3986, section 5.2.4; RFC 9110,
 * section 5.5).
 */
import { isRecord, isSent, textOf } from './value-text.ts';

/**
 * @returns whether a path segment can carry the value: not when it is empty (the segment vanishes),
 * a dot segment (removed even when written `%2E`) or holds a slash (`%2F` is decoded before routing
 * by many servers) or a lone surrogate.
 */
export function canStandInPath(value: unknown): boolean {
  if (!isSent(value)) return false;
  const texts = textsIn(value);
  if (texts.some((text) => text.includes('/') || /\p{Surrogate}/u.test(text))) return false;
  return texts.length !== 1 || !/^\.{0,2}$/.test(texts[0] ?? '');
}

/**
 * @returns whether a header field can carry the value: no CR, LF, NUL or other control character
 * but the tab, nothing beyond latin1, no white space at its ends (it is not part of a field's value).
 */
export function canStandInHeader(value: unknown): boolean {
  return textsIn(value).every((text) => FIELD_VALUE.test(text) && text.trim() === text);
}

const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Every text that the styles would write for the value: items, names and members. */
function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(textOf);
  if (isRecord(value))
    return Object.entries(value).flatMap(([key, member]) => [key, textOf(member)]);
  return [textOf(value)];
}
