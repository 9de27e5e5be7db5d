/**
 * Sends prepared requests to one target. Nothing is followed, normalised or judged here: checks
 * must see each answer as it came.
 */
import type { PreparedRequest } from '../wire/request.ts';
import type { Outcome } from './exchange.ts';

export interface Transport {
  /** Sends, waits out 429 and 503, and never rejects for what the target does. @throws {Interrupted} the signal was aborted, or the transport closed @throws {UnsendableRequest} it is no HTTP/1.1 */
  send(request: PreparedRequest, options?: SendOptions): Promise<Sent>;
  /** Breaks off what is under way; a second call does nothing. */
  close(): Promise<void>;
}

export interface SendOptions {
  readonly signal?: AbortSignal | undefined;
  /** For each sending, instead of the transport's own, in milliseconds. */
  readonly timeoutMs?: number | undefined;
  /** Listens until the connection ends: the body is then all that came behind the head, as it came. */
  readonly hearOut?: boolean | undefined;
}

export interface Sent {
  readonly outcome: Outcome;
  /** How often it went out, from 1: after a 429 or 503, or on a new connection after a kept one broke. */
  readonly attempts: number;
  /** When it last went out, in milliseconds since the epoch. */
  readonly startedAt: number;
  /** From then to the end of the answer. */
  readonly elapsedMs: number;
}
