/**
 * One request going out once and what came of it. Works on undici's dispatch level, below
 * `request()`: no stream is built for an answer that is kept whole anyway, and the headers come as
 * they were written.
 */
import { performance } from 'node:perf_hooks';
import type { Dispatcher } from 'undici';
import type { HeaderField, PreparedRequest } from '../wire/request.ts';
import { atEndOfTurn } from './end-of-turn.ts';
import type { Answer, TransportFault } from './exchange.ts';
import { fault, faultOf } from './fault.ts';
import { headerFields } from './header-fields.ts';
import { Interrupted } from './interrupted.ts';
import type { Line } from './line.ts';
import { UnsendableRequest } from './unsendable-request.ts';

interface SendingPlan {
  readonly line: Line;
  readonly request: PreparedRequest;
  readonly pathPrefix: string;
  readonly timeoutMs: number;
  readonly maxAnswerBytes: number;
  /** On the clock of `performance.now()`. */
  readonly startedMs: number;
  /** Calls back when the run is interrupted. @returns what takes the callback away again */
  readonly watch: (callback: () => void) => (() => void) | undefined;
}

export interface Delivery {
  /** The body as it came, Content-Encoding not undone. */
  readonly outcome: Answer | TransportFault;
  /** When the answer was whole or the fault was known, on the clock of `performance.now()`. */
  readonly endedMs: number;
  /** False when it failed before an answer began, on a connection kept from before (or on none). */
  readonly isConclusive: boolean;
}

/** Sends when made. */
export class Sending implements Dispatcher.DispatchHandler {
  /** Settles when the answer is whole or nothing more will come. @throws {UnsendableRequest} {@link Interrupted} */
  readonly delivery: Promise<Delivery>;
  readonly #plan: SendingPlan;
  #timer: NodeJS.Timeout;
  readonly #unwatch: (() => void) | undefined;
  #hasMoreTime = false;
  #resolve: (delivery: Delivery) => void = () => undefined;
  #reject: (reason: Error) => void = () => undefined;
  #isSettled = false;
  #controller: Dispatcher.DispatchController | undefined;
  #isOnNewConnection = false;
  #status = 0;
  #headers: readonly HeaderField[] = [];
  readonly #chunks: Uint8Array[] = [];
  #bytes = 0;

  constructor(plan: SendingPlan) {
    this.#plan = plan;
    this.delivery = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#timer = setTimeout(callTime, plan.timeoutMs, this);
    this.#unwatch = plan.watch(() => {
      this.#abandon(new Interrupted());
    });
    const { request, line, pathPrefix } = plan;
    line.dispatch(
      {
        path: pathPrefix + request.target,
        method: request.method,
        headers: request.headers.flat(),
        body: request.body ?? null,
      },
      this,
    );
  }

  /** Gives up waiting: what is under way is broken off, and `delivery` rejects with the reason. */
  #abandon(reason: Error): void {
    if (this.#isSettled) return;
    this.#settle();
    this.#reject(reason);
    this.#controller?.abort(reason);
  }

  /**
   * The time is over. Unless we were too busy to look: then the target, which may run in this very
   * process, gets once as long again as the event loop stood still.
   */
  expire(): void {
    const { startedMs, timeoutMs } = this.#plan;
    const lateMs = performance.now() - startedMs - timeoutMs;
    if (lateMs > STANDSTILL_MS && !this.#hasMoreTime) {
      this.#hasMoreTime = true;
      this.#timer = setTimeout(callTime, Math.min(lateMs, timeoutMs), this);
      return;
    }
    const ms = String(timeoutMs);
    this.#fail(
      this.#controller === undefined
        ? fault('unreachable', `No connection to ${this.#plan.line.origin} within ${ms} ms.`)
        : fault('timeout', `No whole answer within ${ms} ms.`),
    );
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#isOnNewConnection = this.#plan.line.takesNewConnection();
    if (this.#isSettled) controller.abort(new Error('given up before it was sent'));
    else this.#controller = controller;
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number): void {
    if (status < 200) return;
    this.#status = status;
    this.#headers = headerFields(controller.rawHeaders);
    // Neither has a body, whatever length it gives (RFC 9112, 6.3): undici waits for those bytes, or misses them.
    if (status === 304 || status === 204) this.onResponseEnd();
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    this.#bytes += chunk.byteLength;
    if (this.#bytes <= this.#plan.maxAnswerBytes) this.#chunks.push(chunk);
    else {
      const limit = String(this.#plan.maxAnswerBytes);
      this.#fail(fault('too-large', `The body of the answer passes ${limit} bytes.`));
    }
  }

  onResponseEnd(): void {
    if (this.#isSettled) return;
    this.#settle();
    const [first] = this.#chunks;
    const body =
      first !== undefined && this.#chunks.length === 1 ? first : Buffer.concat(this.#chunks);
    const delivery: Delivery = {
      outcome: { kind: 'answer', status: this.#status, headers: this.#headers, body },
      endedMs: performance.now(),
      isConclusive: true,
    };
    atEndOfTurn(() => {
      this.#resolve(delivery);
    });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (hasCode(error, REFUSALS))
      this.#abandon(new UnsendableRequest(this.#plan.request, error.message));
    else if (hasCode(error, CLOSED)) this.#abandon(new Interrupted());
    else this.#fail(faultOf(error, this.#plan.line.origin));
  }

  #fail(outcome: TransportFault): void {
    if (this.#isSettled) return;
    this.#settle();
    const hasBegun = this.#isOnNewConnection || this.#status > 0;
    const mayBeStale = outcome.fault === 'reset' || outcome.fault === 'malformed';
    const isConclusive = hasBegun || !mayBeStale;
    this.#resolve({ outcome, endedMs: performance.now(), isConclusive });
    this.#controller?.abort(new Error(outcome.message));
  }

  #settle(): void {
    this.#isSettled = true;
    this.#unwatch?.();
    clearTimeout(this.#timer);
  }
}

/** Timers are seldom later than this by themselves. */
const STANDSTILL_MS = 25;

function callTime(sending: Sending): void {
  sending.expire();
}

const REFUSALS: ReadonlySet<unknown> = new Set([
  'UND_ERR_INVALID_ARG',
  'UND_ERR_NOT_SUPPORTED',
  'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH',
]);

/** We closed the line ourselves. */
const CLOSED: ReadonlySet<unknown> = new Set(['UND_ERR_DESTROYED', 'UND_ERR_CLOSED']);

function hasCode(error: Error, codes: ReadonlySet<unknown>): boolean {
  return 'code' in error && codes.has(error.code);
}
