/**
 * Sends prepared requests to one target. Nothing is followed, normalised or judged here: checks
 * must see each answer as it came.
 */
import type { PreparedRequest } from '../wire/request.ts';
import type { Outcome } from './exchange.ts';

export interface Transport {
  /** Sends, waits out 429 and 503, and never rejects for what the target does. @throws {Interrupted} the signal was aborted, or the transport closed @throws {UnsendableRequest} it is no HTTP/1.1 */
  send(request: PreparedRequest, options?: SendOptions): Promise<Sent>;
  close(): Promise<void>;
}

export interface SendOptions {
  readonly signal?: AbortSignal | undefined;
  /** Instead of the transport's own, in milliseconds. */
  readonly timeoutMs?: number | undefined;
}

export interface Sent {
  readonly outcome: Outcome;
  readonly attempts: number;
  readonly startedAt: number;
  readonly elapsedMs: number;
}
