/**
 * An exchange as the log keeps it: redacted, bodies as text where they are UTF-8, long ones cut
 * with their length and hash. The kept example of a failure keeps its bodies whole.
 */
import { createHash } from 'node:crypto';
import type { Exchange, Outcome } from '../transport/exchange.ts';
import type { Redactor } from '../transport/redaction.ts';
import { strictUtf8 } from '../wire/body-text.ts';
import type { BodyRecord, ExchangeEvent, OutcomeRecord } from './events.ts';

/** Bytes of a body beyond which the log keeps the beginning only. */
const MAX_LOGGED_BYTES = 16 * 1024;

export interface Recorder {
  /** @param whole keeps bodies of any size */
  record(exchange: Exchange, whole: boolean): ExchangeEvent;
}

/** @param startedAt milliseconds since the epoch at which the run began */
export function createRecorder(options: {
  readonly redactor: Redactor;
  readonly baseUrl: string;
  readonly startedAt: number;
}): Recorder {
  const { redactor, startedAt } = options;
  const base = options.baseUrl.replace(/\/+$/, '');
  return {
    record: (exchange, whole) => {
      const { case: testCase, request, outcome } = exchange;
      return {
        kind: 'exchange',
        operation: testCase.operation.id,
        phase: testCase.phase,
        case: testCase.id,
        intent: testCase.intent,
        deviation: testCase.deviation,
        request: {
          method: request.method,
          url: redactor.text(base + request.target),
          headers: redactor.headers(request.headers),
          body: recordBody(request.body, redactor, whole),
        },
        outcome: recordOutcome(outcome, redactor, whole),
        attempts: exchange.attempts,
        startedMs: Math.round(exchange.startedAt - startedAt),
        elapsedMs: Math.round(exchange.elapsedMs * 1000) / 1000,
      };
    },
  };
}

function recordOutcome(outcome: Outcome, redactor: Redactor, whole: boolean): OutcomeRecord {
  switch (outcome.kind) {
    case 'answer':
      return {
        kind: 'answer',
        status: outcome.status,
        headers: redactor.headers(outcome.headers),
        body: recordBody(outcome.body, redactor, whole),
      };
    case 'fault':
      return { kind: 'fault', fault: outcome.fault, message: redactor.text(outcome.message) };
    case 'held-back':
      return { kind: 'held-back', why: outcome.why, status: outcome.status };
    default:
      return outcome satisfies never;
  }
}

function recordBody(
  body: Uint8Array | undefined,
  redactor: Redactor,
  whole: boolean,
): BodyRecord | null {
  if (body === undefined || body.byteLength === 0) return null;
  const bytes = body.byteLength;
  const isCut = !whole && bytes > MAX_LOGGED_BYTES;
  const shared = isCut ? { bytes, sha256: sha256(body) } : { bytes };
  const text = strictUtf8(body);
  if (text === undefined) {
    const kept = isCut ? body.subarray(0, MAX_LOGGED_BYTES) : body;
    // Bytes that are no text may still hold a secret: they are searched as latin1.
    const latin1 = Buffer.from(kept).toString('latin1');
    const safe = isCut ? redactor.excerpt(latin1) : redactor.text(latin1);
    return {
      encoding: 'base64',
      content: Buffer.from(safe, 'latin1').toString('base64'),
      ...shared,
    };
  }
  // Redacted before it is cut, so that no half of a secret is left at the edge.
  const safe = redactor.text(text);
  return { encoding: 'text', content: isCut ? safe.slice(0, MAX_LOGGED_BYTES) : safe, ...shared };
}

function sha256(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}
