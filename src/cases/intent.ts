/** What a case deserves of its answer. Checks look at nothing else to know what to ask. */
import type { ParameterLocation } from '../spec/api.ts';
import type { Place } from '../spec/place.ts';
import type { Tier } from '../schema/schemas.ts';
import type { CredentialChange } from './credential-change.ts';

export type Intent =
  /** Valid by the description. Where it differs from the template in one member, that is named. */
  | {
      readonly kind: 'valid';
      readonly tier: Tier;
      readonly member?: Member;
      /** A second one, where each of the two alone is known to be accepted. */
      readonly partner?: Member;
      /** Where the keyword stands on whose edge its value is, where it is on one. */
      readonly edge?: Place;
    }
  /** Proven invalid on its bytes: no reading of them is valid. */
  | { readonly kind: 'invalid'; readonly violation: RequestViolation; readonly proof: Proof }
  /** Lacks a parameter or a body that is required. */
  | { readonly kind: 'missing-required'; readonly member: Member; readonly enforced: boolean }
  | { readonly kind: 'unauthenticated'; readonly how: CredentialChange }
  /** Sent as another identity of the configuration, which may have other rights. */
  | { readonly kind: 'other-identity'; readonly identity: string }
  | { readonly kind: 'undeclared-method'; readonly method: string }
  | { readonly kind: 'undeclared-media-type'; readonly mediaType: string }
  | { readonly kind: 'malformed-media-type'; readonly contentType: string }
  | { readonly kind: 'malformed-body'; readonly how: string }
  | { readonly kind: 'not-acceptable'; readonly accept: string }
  /** Names something that, by all that is known, nothing has. */
  | { readonly kind: 'unknown-id'; readonly member: Member }
  /** A GET of where a creator's answer said that its record is. */
  | { readonly kind: 'follow-location'; readonly location: string };

/** A parameter, or a member of the body. */
export interface Member {
  readonly in: ParameterLocation | 'body';
  /** JSON pointer from that location's values; empty for the whole body. */
  readonly pointer: string;
  readonly place: Place;
  /** Where its own schema begins, whatever keyword of it `place` is. */
  readonly schema?: Place;
  /** True where no schema can state its valid values (`x-opaque: true`). */
  readonly opaque?: boolean;
}

/** The one keyword that an invalid request breaks. */
export interface RequestViolation extends Member {
  readonly keyword: string;
  /** The list of values that it is none of, where it breaks its type: who does not look at the list takes any type. */
  readonly list?: { readonly keyword: string; readonly place: Place };
  readonly before: unknown;
  readonly after: unknown;
  /** What was done, such as `"priority" is not one of its enum's values`. */
  readonly sentence: string;
  /** False where the description says that the service does not refuse it (`x-enforced: false`). */
  readonly enforced: boolean;
}

export interface Proof {
  /** How many readings of the bytes were tried; none was valid. */
  readonly readings: number;
}
