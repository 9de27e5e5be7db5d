/**
 * What a check says of an exchange. `not-reached` and `skipped` always say why, so that silence can
 * be explained.
 */
import type { Place } from '../spec/place.ts';
import { remembered } from '../wire/remembered.ts';

export type Verdict =
  | { readonly kind: 'pass' }
  | { readonly kind: 'fail'; readonly findings: readonly [Finding, ...Finding[]] }
  | { readonly kind: 'not-reached'; readonly why: NotReached }
  | { readonly kind: 'skipped'; readonly why: string };

/** Why a case could not be judged, or an operation not be tested. */
export const NOT_REACHED = {
  'template refused': 'its plain request was refused',
  'twin refused': 'the valid request beside it was refused',
  'control refused': 'the plain request with the same ids was refused as well',
  'no id known': 'nothing that answers showed could fill its parameters',
  'rate limited': 'the target kept answering 429',
  unavailable: 'the target kept answering 503',
  gone: 'the record was gone',
  'not allowed to write': 'the target is not this machine and writes are not allowed',
  'nothing of ours to remove': 'it removes, and this run created nothing that it may remove',
  'only when named': 'it looks like a shutdown, reset, logout or purge and was not named',
  'no answer': 'no whole answer came',
  'cannot be written': 'its request cannot be put into bytes',
  'no codec': 'nothing writes or reads bodies of its media type',
  'cannot be proven': 'some reading of its bytes is valid',
  'sent before': 'the same bytes had been sent already',
  'cannot be generated': 'no valid value is known for its parameters or body',
  interrupted: 'the run was interrupted',
  'out of budget': 'the budget of the run was spent before',
} as const satisfies Record<string, string>;

export type NotReachedReason = keyof typeof NOT_REACHED;

export interface NotReached {
  readonly reason: NotReachedReason;
  /** What exactly, such as the status of the refusal or the missing parameter; may be empty. */
  readonly detail: string;
}

export interface Finding {
  /** One line, such as `Status 500 is a server error`. */
  readonly title: string;
  /** One or two sentences more; may be empty. */
  readonly detail: string;
  /** JSON pointer in the answer's body, `header:Name`, or empty for the answer as a whole. */
  readonly at: string;
  /** The part of the description that was broken. */
  readonly place: Place;
  /** The schema keyword or kind of mutation; empty where there is none. Part of the fingerprint. */
  readonly keyword: string;
  /**
   * How far the same keyword is the same cause: at this place for a value of this kind, whatever
   * stands beside it (as for any value below the root), at this place whatever the answer looks like,
   * or anywhere, since it is a way of the whole target; or where the answer says the same in words.
   * Else place and answer tell causes apart.
   */
  readonly scope?: 'value' | 'place' | 'target' | 'words';
  /** The parts of the description that tell causes apart, where those are wider than `place`; of a way of the target, which. */
  readonly about?: readonly string[];
  /** What is one cause at its place by whichever check it is told; that then has no part in it. */
  readonly cause?: string;
  /** The keyword under which the same answer would be told of any other request: where it was, this is that failure. */
  readonly unless?: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

export const PASS: Verdict = { kind: 'pass' };

/** @returns a skipped verdict with its reason; the same object for the same. */
export const skipped: (why: string) => Verdict = remembered((why) => ({ kind: 'skipped', why }));

/** What the description itself says is not refused. */
export const NOT_ENFORCED: Verdict = skipped('x-enforced: false');

/** What the description itself says that no schema can state. */
export const OPAQUE: Verdict = skipped('its valid values cannot be stated');

/** @returns a failing verdict of at least one finding. */
export function fail(first: Finding, ...rest: readonly Finding[]): Verdict {
  return { kind: 'fail', findings: [first, ...rest] };
}
