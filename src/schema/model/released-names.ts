/**
 * The members that `required` does not ask for in one direction: those marked `readOnly` in a
 * request and `writeOnly` in a response (OAS 3.1.0, section 4.8.24; 3.0.3, Fixed Fields of the
 * Schema Object). The mark may stand behind a reference or in an `allOf`.
 */
import { placeBelow } from '../../spec/place.ts';
import { isList, isRecord, type JsonRecord } from '../json-value.ts';
import type { Location, Resolver, Target } from './resolver.ts';
import type { Direction } from './world.ts';

const DEEPEST = 6;

/** @returns the names whose own schema carries the direction's mark. */
export function releasedNames(
  { raw, location }: Target,
  direction: Direction,
  resolver: Resolver,
  depth = 0,
): readonly string[] {
  if (!isRecord(raw) || depth > DEEPEST) return [];
  const names: string[] = [];
  const properties = raw['properties'];
  if (isRecord(properties)) {
    for (const [name, property] of Object.entries(properties)) {
      const at = { ...location, place: placeBelow(location.place, 'properties', name) };
      if (isMarked({ raw: property, location: at }, direction, resolver, depth)) names.push(name);
    }
  }
  for (const part of partsOf(raw, location, resolver))
    names.push(...releasedNames(part, direction, resolver, depth + 1));
  return names;
}

function isMarked(
  { raw, location }: Target,
  direction: Direction,
  resolver: Resolver,
  depth: number,
): boolean {
  if (!isRecord(raw) || depth > DEEPEST) return false;
  if (raw[direction === 'request' ? 'readOnly' : 'writeOnly'] === true) return true;
  return partsOf(raw, location, resolver).some((part) =>
    isMarked(part, direction, resolver, depth + 1),
  );
}

function partsOf(raw: JsonRecord, location: Location, resolver: Resolver): readonly Target[] {
  const parts: Target[] = [];
  const reference = raw['$ref'];
  const target = typeof reference === 'string' ? resolver.follow(reference, location) : undefined;
  if (target !== undefined) parts.push(target);
  const all = raw['allOf'];
  if (isList(all))
    all.forEach((part, index) => {
      const place = placeBelow(location.place, 'allOf', index);
      parts.push({ raw: part, location: { ...location, place } });
    });
  return parts;
}
