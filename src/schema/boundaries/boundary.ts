/**
 * A valid value that differs from a plain one in a single member, which stands where a keyword's
 * range ends or a choice is made.
 */
import type { Place } from '../../spec/place.ts';

export interface Boundary {
  /** JSON pointer of the member that differs; empty for the whole value. */
  readonly pointer: string;
  /**
   * The keyword on whose edge it stands; `optional-absent`, `optional-alone`, `optional-none` and
   * `optional-all` for members that need not be there.
   */
  readonly keyword: string;
  readonly place: Place;
  /** The whole value. */
  readonly value: unknown;
  /** `"limit" is 1, its minimum`. */
  readonly sentence: string;
  /** What is valid here can't be stated (`x-opaque`). */
  readonly opaque: boolean;
  /** A text of which a `format` speaks as well: few readers take an address as long as it may be. */
  readonly isFormatted: boolean;
  /** `plain` is what any client would send, `edge` what stands on a bound, `hostile` what is legal and nasty. */
  readonly tier: 'plain' | 'edge' | 'hostile';
}
