/**
 * The two refusals of the engine: nothing satisfies the schema, or what it asks can't be drawn. Both
 * come instead of a hang, and both say where.
 */
import type { Place } from '../spec/place.ts';
import type { Clash } from './canon/atom.ts';

/** No value satisfies the schema: two of its keywords clash. */
export class UnsatisfiableSchemaError extends Error {
  readonly code = 'SCHEMA_UNSATISFIABLE';
  readonly place: Place;
  /** The two keywords and where they stand; undefined where no two alone are to blame. */
  readonly clash: Clash | undefined;

  constructor(place: Place, clash: Clash | undefined) {
    super(`Nothing satisfies the schema at ${place}${clash === undefined ? '' : tell(clash)}`);
    this.name = 'UnsatisfiableSchemaError';
    this.place = place;
    this.clash = clash;
  }
}

/** The schema can't be drawn from, though something may satisfy it. */
export class UnsupportedSchemaError extends Error {
  readonly code = 'SCHEMA_UNSUPPORTED';
  readonly place: Place;
  readonly reason: string;

  constructor(place: Place, reason: string) {
    super(`No value can be drawn for the schema at ${place}: ${reason}`);
    this.name = 'UnsupportedSchemaError';
    this.place = place;
    this.reason = reason;
  }
}

function tell({ first, second, reason }: Clash): string {
  if (first.place === second.place) return `: ${first.place}: ${reason}`;
  return `: ${first.place} clashes with ${second.place}: ${reason}`;
}
