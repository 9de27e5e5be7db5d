/**
 * One edge of one keyword: values that stand on it, of which the first valid one is taken.
 */
import type { Place } from '../../spec/place.ts';
import type { Literal } from '../canon/literal.ts';
import type { Languages } from '../text/languages.ts';
import type { AttemptContext } from '../violations/attempt.ts';
import type { Boundary } from './boundary.ts';

export interface Edge {
  readonly keyword: string;
  readonly place: Place;
  readonly tier: Boundary['tier'];
  /** New values of the spot; made as they are asked for, since some are long. */
  readonly values: () => Iterable<unknown>;
  /** What a value on the edge must satisfy beside all else, if none of those given is valid. */
  readonly literals?: readonly Literal[];
  /** The member that is told of, where it is not the spot itself. */
  readonly about?: string;
  readonly tell: (value: unknown) => string;
}

/** Where the edges are looked for. */
export interface EdgeContext extends AttemptContext {
  readonly languages: Languages;
}
