/**
 * A value of another type than it should be is none of the values listed, either: a server that does
 * not look at its list takes both, and it is the list that says so best.
 */
import type { Violation } from '../schema/schemas.ts';
import type { RequestViolation } from './intent.ts';

/** @returns the enum or const of the same schema as the type that is broken; empty where there is none */
export function listBesideType({
  keyword,
  place,
  alsoBroken,
}: Pick<Violation, 'keyword' | 'place' | 'alsoBroken'>): Pick<RequestViolation, 'list'> {
  if (keyword !== 'type') return {};
  const list = alsoBroken.find(
    (also) =>
      (also.keyword === 'enum' || also.keyword === 'const') &&
      schemaOf(also.place) === schemaOf(place),
  );
  return list === undefined ? {} : { list };
}

/** Where the schema stands that the keyword is of. */
function schemaOf(place: string): string {
  return place.slice(0, place.lastIndexOf('/'));
}
