/**
 * Evaluates a JSON pointer (RFC 6901, section 4). It also leads through references on the way, which
 * the RFC does not know but descriptions in many files rely on.
 */
import type { Resolved } from '../documents.ts';
import { type Place, placeBelow, pointerTokens } from '../place.ts';
import type { ReadFile } from './spec-file.ts';

export type FollowReference = (reference: string, from: Place) => Resolved | undefined;

/** @returns what the pointer leads to, at its own place, or undefined where there is nothing. */
export function walkPointer(
  file: ReadFile,
  pointer: string,
  follow: FollowReference,
): Extract<Resolved, { kind: 'found' }> | undefined {
  let value = file.value;
  let place = `${file.name}#`;
  for (const token of pointerTokens(pointer)) {
    const holder = holderOf(value, place, token, follow);
    if (holder === undefined) return undefined;
    value = memberOf(holder.value, token);
    place = placeBelow(holder.place, token);
  }
  return { kind: 'found', value, place };
}

/** What has the member: the value itself, or what it refers to, through as many references as it takes. */
function holderOf(
  start: unknown,
  startPlace: Place,
  token: string,
  follow: FollowReference,
): { readonly value: unknown; readonly place: Place } | undefined {
  const seen = new Set<Place>();
  let value = start;
  let place = startPlace;
  while (memberOf(value, token) === undefined) {
    const reference = memberOf(value, '$ref');
    if (typeof reference !== 'string' || seen.has(place)) return undefined;
    seen.add(place);
    const through = follow(reference, place);
    if (through?.kind !== 'found') return undefined;
    ({ value, place } = through);
  }
  return { value, place };
}

/** @returns an own member of an object, or an item of an array by its index. */
export function memberOf(value: unknown, token: string): unknown {
  if (Array.isArray(value))
    return /^(0|[1-9]\d*)$/.test(token) ? (value[Number(token)] as unknown) : undefined;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[token];
}
