/**
 * The way to one target: a pool of connections, a clock on every sending, patience with 429 and
 * 503, and a bound on what is taken in. Everything the target does comes back as an outcome; only
 * the caller's own mistakes and interruptions are thrown.
 */
import { performance } from 'node:perf_hooks';
import type { PreparedRequest } from '../wire/request.ts';
import { AbortWatch } from './abort-watch.ts';
import { parseBaseUrl, type Base } from './base-url.ts';
import { decoded } from './content-encoding.ts';
import type { Answer, HeldBack, Outcome, TransportFault } from './exchange.ts';
import { hearOut } from './hear-out.ts';
import { Interrupted } from './interrupted.ts';
import { Line } from './line.ts';
import { waitBeforeRetry } from './retry-after.ts';
import { Sending, type Delivery } from './sending.ts';
import { unsendableBecause } from './sendable.ts';
import { sleep, type Sleep } from './sleep.ts';
import type { SendOptions, Sent, Transport } from './transport.ts';
import { Turns } from './turns.ts';
import { UnsendableRequest } from './unsendable-request.ts';

export interface TransportOptions {
  /** An absolute http(s) URL; its path goes before every target. */
  readonly baseUrl: string;
  /** Most connections, and so requests under way, at a time. @defaultValue 10 */
  readonly connections?: number | undefined;
  /** For each sending, from connecting to the last byte of the answer. @defaultValue 10_000 */
  readonly timeoutMs?: number | undefined;
  /** For the body as it comes, and again once decoded. @defaultValue 10_000_000 */
  readonly maxAnswerBytes?: number | undefined;
  /** How often a 429 or 503 is sent again. @defaultValue 3 */
  readonly retries?: number | undefined;
  /** All waits for one request together; a wait that would pass it isn't begun. @defaultValue 60_000 */
  readonly maxWaitMs?: number | undefined;
  /** For tests. @defaultValue a timer */
  readonly sleep?: Sleep | undefined;
  /** Milliseconds since the epoch, for tests. @defaultValue Date.now */
  readonly now?: (() => number) | undefined;
}

/** @throws {BadBaseUrl} `baseUrl` can't be a target */
export function createTransport(options: TransportOptions): Transport {
  return new PooledTransport(options);
}

/** Far above what clients accept, as a bound against headers without end. */
const MAX_HEADER_BYTES = 256 * 1024;

class PooledTransport implements Transport {
  readonly #options: Required<{ [K in keyof TransportOptions]: NonNullable<TransportOptions[K]> }>;
  readonly #base: Base;
  readonly #kept: Line;
  readonly #turns: Turns;
  readonly #aborts = new AbortWatch();
  /** Made when first needed: most runs never resend on a connection of its own. */
  #single: Line | undefined;

  constructor(options: TransportOptions) {
    this.#options = {
      baseUrl: options.baseUrl,
      connections: options.connections ?? 10,
      timeoutMs: options.timeoutMs ?? 10_000,
      maxAnswerBytes: options.maxAnswerBytes ?? 10_000_000,
      retries: options.retries ?? 3,
      maxWaitMs: options.maxWaitMs ?? 60_000,
      sleep: options.sleep ?? sleep,
      now: options.now ?? Date.now,
    };
    this.#base = parseBaseUrl(options.baseUrl);
    this.#kept = this.#line(true);
    this.#turns = new Turns(this.#options.connections);
  }

  async send(request: PreparedRequest, options: SendOptions = {}): Promise<Sent> {
    const why = unsendableBecause(request);
    if (why !== undefined) throw new UnsendableRequest(request, why);
    const { maxWaitMs, retries: maxRetries, now } = this.#options;
    const effort: Effort = { attempts: 0, startedAt: 0, startedMs: 0 };
    let waitedMs = 0;
    for (let retries = 0; ; retries += 1) {
      const { outcome, endedMs } = await this.#sendInTurn(request, options, effort);
      const elapsedMs = endedMs - effort.startedMs;
      const sent = (of: Outcome): Sent => ({
        attempts: effort.attempts,
        startedAt: effort.startedAt,
        elapsedMs,
        outcome: of,
      });
      if (outcome.kind === 'fault') return sent(outcome);
      if (!isRefusalToHurry(outcome)) return sent(this.#whole(outcome, options));
      const waitMs = waitBeforeRetry({ answer: outcome, retries, now: now() });
      if (retries === maxRetries || waitedMs + waitMs > maxWaitMs)
        return sent(heldBack(outcome.status));
      waitedMs += waitMs;
      await this.#options.sleep(waitMs, options.signal);
    }
  }

  /** What was heard to the end is kept as it came. */
  #whole(answer: Answer, options: SendOptions): Answer | TransportFault {
    return options.hearOut === true ? answer : decoded(answer, this.#options.maxAnswerBytes);
  }

  async close(): Promise<void> {
    await Promise.all([this.#kept.close(), this.#single?.close()]);
  }

  async #sendInTurn(
    request: PreparedRequest,
    options: SendOptions,
    effort: Effort,
  ): Promise<Delivery> {
    const turn = this.#turns.take();
    if (turn !== undefined) await turn;
    try {
      const first = await this.#sendOnce({ line: this.#kept, request, options, effort });
      if (first.isConclusive) return first;
      // The failure may be the end of an older exchange's connection: only a new one can tell.
      this.#single ??= this.#line(false);
      return await this.#sendOnce({ line: this.#single, request, options, effort });
    } finally {
      this.#turns.leave();
    }
  }

  #sendOnce({ line, request, options, effort }: OneSending): Promise<Delivery> {
    const { signal } = options;
    if (signal?.aborted === true) return Promise.reject(new Interrupted());
    effort.attempts += 1;
    effort.startedAt = this.#options.now();
    effort.startedMs = performance.now();
    const { origin, pathPrefix } = this.#base;
    const { maxAnswerBytes } = this.#options;
    const timeoutMs = options.timeoutMs ?? this.#options.timeoutMs;
    if (options.hearOut === true)
      return hearOut({ request, pathPrefix, timeoutMs, maxAnswerBytes, origin, signal });
    const watch = (callback: () => void): (() => void) | undefined =>
      signal && this.#aborts.watch(signal, callback);
    const { startedMs } = effort;
    const plan = { line, request, pathPrefix, timeoutMs, maxAnswerBytes, startedMs, watch };
    return new Sending(plan).delivery;
  }

  #line(keepAlive: boolean): Line {
    return new Line({
      origin: this.#base.origin,
      connections: this.#options.connections,
      connectTimeoutMs: this.#options.timeoutMs,
      maxHeaderBytes: MAX_HEADER_BYTES,
      keepAlive,
    });
  }
}

/** What all sendings of one request came to so far; the times are the last one's. */
interface Effort {
  attempts: number;
  startedAt: number;
  startedMs: number;
}

interface OneSending {
  readonly line: Line;
  readonly request: PreparedRequest;
  readonly options: SendOptions;
  readonly effort: Effort;
}

type RefusalToHurry = Answer & { readonly status: HeldBack['status'] };

function isRefusalToHurry(answer: Answer): answer is RefusalToHurry {
  return answer.status === 429 || answer.status === 503;
}

function heldBack(status: HeldBack['status']): HeldBack {
  return { kind: 'held-back', why: status === 429 ? 'rate limited' : 'unavailable', status };
}
