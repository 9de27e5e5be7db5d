/**
 * What a server could take from bytes. Text on the wire has no types, so a lenient server may read
 * `5` as a number, `on` as a boolean, `a,b` as an array or nothing at all from an empty string: an
 * invalid request is proven invalid only when none of these readings is valid.
 */
import type { Parameter } from '../spec/api.ts';

/** One way to read a parameter or a body. */
export type Reading =
  | { readonly kind: 'absent'; readonly how: string }
  | { readonly kind: 'value'; readonly value: unknown; readonly how: string };

/** Every reading of each part of one request; the product over the parts is what a server may see. */
export interface RequestReadings {
  readonly parameters: ReadonlyMap<Parameter, readonly Reading[]>;
  readonly body: readonly Reading[];
  /** False when there were more readings than are worth trying: nothing can be proven then. */
  readonly complete: boolean;
}
