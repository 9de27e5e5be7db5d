/**
 * Follows references through the files of a description, by its {@link Documents}. Dynamic
 * references are followed as static ones: a description reaches its schemas by one way only.
 */
import type { Dialect } from '../../spec/api.ts';
import type { Documents } from '../../spec/documents.ts';
import type { Location, Resolver, Target } from './resolver.ts';

/** @returns a resolver over the description's files. */
export function describedBy(documents: Documents): Resolver {
  const follow = (reference: string, from: Location): Target | undefined => {
    const found = documents.resolve(reference, from.place);
    if (found.kind === 'dangling') return undefined;
    return { raw: found.value, location: { ...from, place: found.place } };
  };
  return { enter: (_raw, location) => location, follow, followDynamic: follow };
}

/** @returns the location of a schema of a description. */
export function locationIn(place: string, dialect: Dialect): Location {
  return { place, dialect, base: '', scope: { key: '', anchors: new Map() } };
}
