/**
 * A value that is invalid for a known reason: one keyword of the schema, broken at one place of an
 * otherwise valid value, with what breaks along with it.
 */
import type { Place } from '../../spec/place.ts';

/** A keyword where it stands. */
export interface BrokenKeyword {
  readonly keyword: string;
  readonly place: Place;
}

export interface Violation extends BrokenKeyword {
  /** JSON pointer of the member that breaks it; for a missing member its object's. */
  readonly pointer: string;
  /** Name of the missing member. */
  readonly member?: string;
  /** What stood at the pointer (as the missing member); undefined where nothing did. */
  readonly before: unknown;
  /** What stands there now; undefined for a missing member. */
  readonly after: unknown;
  /** The whole value with the deviation. */
  readonly value: unknown;
  /** `"priority" is "x", which is none of its enum's values`. */
  readonly sentence: string;
  /** False where the description says that it is not refused (`x-enforced`). */
  readonly enforced: boolean;
  /** What is valid here can't be stated (`x-opaque`). */
  readonly opaque: boolean;
  /** What else breaks along with it; empty as a rule. */
  readonly alsoBroken: readonly BrokenKeyword[];
}

/** A keyword for which no violation could be proven. */
export interface Unviolated extends BrokenKeyword {
  readonly pointer: string;
  readonly reason: string;
}
