/**
 * Names and values as they stand in a query, a form body, a cookie or a matrix segment: still
 * encoded, in order, repeats included (RFC 3986, section 3.4; RFC 6265, section 5.4).
 */
import { decodeFormText, decodeText } from './percent-encoding.ts';

export interface RawPair {
  /** Decoded, as names are compared. */
  readonly name: string;
  /** As it stands. */
  readonly raw: string;
}

/** @returns the pairs of a query or a form body; a name without `=` has an empty value. */
export function queryPairs(query: string): readonly RawPair[] {
  return pairsIn(query, '&', decodeFormText);
}

/** @returns the pairs of Cookie field lines. */
export function cookiePairs(lines: readonly string[]): readonly RawPair[] {
  return pairsIn(lines.join(';'), ';', (name) => decodeText(name.trim()));
}

/** @returns the pairs of a matrix segment such as `;a=1;b`. */
export function matrixPairs(segment: string): readonly RawPair[] {
  return pairsIn(segment, ';', decodeText);
}

/** @returns the names that pairs may be claimed by, but for one. */
export function claimedBeside(name: string, names: readonly string[]): ReadonlySet<string> {
  return new Set(names.filter((other) => other !== name));
}

function pairsIn(
  text: string,
  delimiter: string,
  decodeName: (raw: string) => string,
): readonly RawPair[] {
  return text
    .split(delimiter)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const at = part.indexOf('=');
      return at < 0
        ? { name: decodeName(part), raw: '' }
        : { name: decodeName(part.slice(0, at)), raw: part.slice(at + 1) };
    });
}
