/**
 * One request and what came of it: an answer, a fault of the wire, or a refusal to be hurried
 * (429, 503) that outlasted its retries and is never judged.
 */
import type { Case } from '../cases/case.ts';
import type { HeaderField, PreparedRequest } from '../wire/request.ts';

export interface Exchange {
  readonly case: Case;
  /** As sent, credentials included. */
  readonly request: PreparedRequest;
  readonly outcome: Outcome;
  /** How often it went out, from 1. */
  readonly attempts: number;
  /** When it last went out, in milliseconds since the epoch. */
  readonly startedAt: number;
  /** Milliseconds from the last sending to the end of the answer. */
  readonly elapsedMs: number;
}

export type Outcome = Answer | TransportFault | HeldBack;

export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  /** In the order received, names as written. */
  readonly headers: readonly HeaderField[];
  /** After Content-Encoding is undone. */
  readonly body: Uint8Array;
}

export interface TransportFault {
  readonly kind: 'fault';
  readonly fault: FaultKind;
  /** One sentence without secrets or stack. */
  readonly message: string;
}

export type FaultKind =
  /** Connected, but no whole answer within the time allowed. */
  | 'timeout'
  /** The connection broke before the answer was whole. */
  | 'reset'
  /** Nothing listens there, the name does not resolve, or no connection came about in time. */
  | 'unreachable'
  | 'tls'
  /** What came is no HTTP, or breaks its framing. */
  | 'malformed'
  /** Larger than the bound on answers, before or after decoding. */
  | 'too-large'
  /** Its Content-Encoding can't be undone. */
  | 'undecodable';

export interface HeldBack {
  readonly kind: 'held-back';
  readonly why: 'rate limited' | 'unavailable';
  readonly status: 429 | 503;
}
