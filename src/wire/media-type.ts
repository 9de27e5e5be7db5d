/**
 * Media types and ranges of them: taken apart, compared, and the one of a `content` map that stands
 * for a given Content-Type (RFC 9110, sections 8.3.1 and 12.5.1; RFC 6839 for suffixes; OAS 3.1.0,
 * section 4.8.14).
 */
import type { MediaType } from '../spec/api.ts';
import { remembered } from './remembered.ts';

interface MediaTypeName {
  /** Lower case; `*` in a range. */
  readonly type: string;
  /** Lower case, suffix included; `*` in a range, `*+json` in a range of a suffix. */
  readonly subtype: string;
  /** `json` of `application/problem+json`; empty without one. */
  readonly suffix: string;
  /** Names in lower case; values unquoted, as written. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** @returns the parts of a media type or range; undefined when it is malformed. */
export const parseMediaType: (text: string) => MediaTypeName | undefined = remembered(partsOf);

function partsOf(text: string): MediaTypeName | undefined {
  const match = /^[ \t]*([^/;\s]+)\/([^/;\s]+)[ \t]*(?:;(.*))?$/.exec(text);
  const [, type = '', subtype = '', rest = ''] = match ?? [];
  if (!TOKEN.test(type) || !TOKEN.test(subtype) || (type === '*' && subtype !== '*'))
    return undefined;
  const parameters = parseParameters(rest);
  if (parameters === undefined) return undefined;
  const lower = subtype.toLowerCase();
  const plus = lower.lastIndexOf('+');
  const suffix = plus < 0 ? '' : lower.slice(plus + 1);
  return { type: type.toLowerCase(), subtype: lower, suffix, parameters };
}

/** @returns whether a concrete media type falls in a range (or is the same type); false when either is malformed. */
export function matchMediaType(range: string, concrete: string): boolean {
  const wanted = parseMediaType(range);
  const given = parseMediaType(concrete);
  return wanted !== undefined && given !== undefined && specificity(wanted, given) > 0;
}

/** @returns whether a body of this media type is JSON: `application/json`, `text/json` or the suffix `+json`. */
export function isJson(mediaType: string): boolean {
  const name = parseMediaType(mediaType);
  if (name === undefined) return false;
  if (name.suffix === 'json') return true;
  return name.subtype === 'json' && (name.type === 'application' || name.type === 'text');
}

/** @returns whether a body of this media type is XML: the subtype `xml`, or the suffix `+xml` (RFC 7303, section 8). */
export function isXml(mediaType: string): boolean {
  const name = parseMediaType(mediaType);
  return name !== undefined && (name.suffix === 'xml' || name.subtype === 'xml');
}

/** @returns the member of a `content` map that says most about a Content-Type; undefined when none matches or it is malformed. */
export function mostSpecificMatch(
  content: readonly MediaType[],
  contentTypeHeader: string,
): MediaType | undefined {
  const given = parseMediaType(contentTypeHeader);
  if (given === undefined) return undefined;
  let best: MediaType | undefined;
  let bestRank = 0;
  for (const candidate of content) {
    const wanted = parseMediaType(candidate.type);
    const rank = wanted === undefined ? 0 : specificity(wanted, given);
    if (rank > bestRank) [best, bestRank] = [candidate, rank];
  }
  return best;
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Zero for no match; else the higher, the more the range says about the media type. */
function specificity(range: MediaTypeName, given: MediaTypeName): number {
  const rank = typeRank(range, given);
  if (rank === 0) return 0;
  let agreed = 0;
  for (const [name, value] of range.parameters) {
    if (name === 'q') continue;
    const other = given.parameters.get(name);
    // A charset left unsaid is no other media type: servers add and drop it freely.
    if (other === undefined && name === 'charset') continue;
    if (other === undefined || !sameParameter(name, value, other)) return 0;
    agreed += 1;
  }
  return rank * 100 + agreed;
}

function typeRank(range: MediaTypeName, given: MediaTypeName): number {
  if (range.type === '*') return 1;
  if (range.type !== given.type) return 0;
  if (range.subtype === given.subtype) return 4;
  if (range.subtype === '*') return 2;
  return range.subtype === `*+${given.suffix}` ? 3 : 0;
}

function sameParameter(name: string, one: string, other: string): boolean {
  return name === 'charset' ? one.toLowerCase() === other.toLowerCase() : one === other;
}

/** `;`-separated `name=token` or `name="quoted"`; empty ones are allowed. */
function parseParameters(text: string): ReadonlyMap<string, string> | undefined {
  const parameters = new Map<string, string>();
  const one = /[ \t]*(?:([^=;\s"]+)=(?:"((?:[^"\\]|\\.)*)"|([^;\s"]+)))?[ \t]*(?:;|$)/y;
  while (one.lastIndex < text.length) {
    const match = one.exec(text);
    if (match === null) return undefined;
    const [, name, quoted, token = ''] = match;
    if (name === undefined) continue;
    if (!TOKEN.test(name) || (quoted === undefined && !TOKEN.test(token))) return undefined;
    const value = quoted === undefined ? token : quoted.replace(/\\(.)/g, '$1');
    if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), value);
  }
  return parameters;
}
