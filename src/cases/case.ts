/**
 * What to send and what it deserves. A case is a template: its slots stay open until the run binds
 * them to things that exist, so that the same seed makes the same cases on any target.
 */
import type { Operation, ParameterLocation } from '../spec/api.ts';
import type { Place } from '../spec/place.ts';
import type { HeaderField, RequestValues } from '../wire/request.ts';
import type { CredentialChange } from './credential-change.ts';
import type { Intent } from './intent.ts';

export interface Case {
  /** Stable: `operation:phase:index`, such as `ShowTicket:fuzz:12`. */
  readonly id: string;
  readonly operation: Operation;
  readonly phase: Phase;
  readonly index: number;
  readonly intent: Intent;
  readonly values: RequestValues;
  readonly slots: readonly Slot[];
  /** What it does differently from the plain template, in one phrase; empty for the template itself. */
  readonly deviation: string;
  /** What a probe changes beyond the values. */
  readonly changes?: Changes;
  /** Listened to until its connection ends, for what comes where no content may. */
  readonly heardOut?: true;
}

export const PHASES = ['examples', 'boundaries', 'probes', 'fuzz'] as const;

/** `template` is round 0: each operation's plain request. */
export type Phase = 'template' | (typeof PHASES)[number];

/** Parts of the message that no parameter or body value speaks of. */
export interface Changes {
  readonly method?: string;
  /** Path and query below the base URL, in place of what the values say. */
  readonly target?: string;
  /** More headers, over those of the same name. */
  readonly headers?: readonly HeaderField[];
  /** Null sends none. */
  readonly body?: Uint8Array | null;
  /** Null sends none. */
  readonly contentType?: string | null;
  readonly accept?: string;
  readonly credential?: CredentialChange;
  /** Name of the identity that it is sent as, in place of the operation's own. */
  readonly identity?: string;
}

/** A place in the values that names something which must exist; the pool fills it. */
export interface Slot {
  readonly in: ParameterLocation | 'body';
  /** JSON pointer from that location's values, such as `/ticket_id` or `/ticket/requester_id`. */
  readonly pointer: string;
  /** What it names, most telling first: `ticket.id`. */
  readonly keys: readonly string[];
  /** `list`: a comma-separated list of them in one string; `array`: a JSON array. */
  readonly shape: 'one' | 'list' | 'array';
  readonly required: boolean;
  /** What stands in for it when nothing is known, where guessing does no harm. */
  readonly fallback: { readonly value: unknown } | undefined;
  readonly place: Place;
}
