/**
 * The files of one description: finds what stands at a place, follows references lazily, and tells
 * line and column. Every other room reads a description's raw parts through it alone.
 */
import type { Place, SourceLocation } from './place.ts';

export interface Documents {
  /** @returns the value standing at the place, or undefined where there is none. */
  at(place: Place): unknown;
  /** Resolves one `$ref` (no chain) by RFC 3986 against the file of `from`: JSON pointers, `$anchor`s and `$id`s. */
  resolve(reference: string, from: Place): Resolved;
  /** @returns the nearest existing part's line and column; reads positions when first asked. */
  locate(place: Place): SourceLocation;
  /** @returns the lines of the file around it, the one of the nearest existing part marked; none where there is none. */
  frame(place: Place): readonly string[];
}

export type Resolved =
  | { readonly kind: 'found'; readonly value: unknown; readonly place: Place }
  | {
      readonly kind: 'dangling';
      readonly target: Place;
      readonly cause: DanglingCause;
      /** Why, as the end of a sentence: "there is no such part". */
      readonly reason: string;
    };

export type DanglingCause = 'no-such-part' | 'unreadable-file' | 'invalid-reference';
