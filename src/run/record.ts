/**
 * An exchange as the log keeps it: redacted, long bodies cut. The kept example of a failure keeps
 * its bodies whole.
 */
import type { Answer, Exchange, Outcome } from '../transport/exchange.ts';
import type { Redactor } from '../transport/redaction.ts';
import type { HeaderField } from '../wire/request.ts';
import type { ExchangeEvent, OutcomeRecord } from './events.ts';
import { recordBody } from './record-body.ts';

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
  const answers = createAnswerRecorder(redactor);
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
        attempts: exchange.attempts,
        startedMs: Math.round(exchange.startedAt - startedAt),
        elapsedMs: Math.round(exchange.elapsedMs * 1000) / 1000,
        outcome: recordOutcome(outcome, redactor, (answer) => answers(answer, whole)),
      };
    },
  };
}

type AnswerRecord = Extract<OutcomeRecord, { kind: 'answer' }>;

interface Known {
  readonly status: number;
  readonly headers: readonly HeaderField[];
  readonly record: AnswerRecord;
}

/** Answers that say the same, to the last header, share a record: it is made, and later written out, once. */
function createAnswerRecorder(
  redactor: Redactor,
): (answer: Answer, whole: boolean) => AnswerRecord {
  const known = new WeakMap<Uint8Array, Known>();
  return (answer, whole) => {
    const { status, headers, body } = answer;
    const before = whole ? undefined : known.get(body);
    if (before?.status === status && isSame(before.headers, headers)) return before.record;
    const record: AnswerRecord = {
      kind: 'answer',
      status,
      headers: redactor.headers(headers),
      body: before === undefined ? recordBody(body, redactor, whole) : before.record.body,
    };
    if (!whole) known.set(body, { status, headers, record });
    return record;
  };
}

function isSame(some: readonly HeaderField[], others: readonly HeaderField[]): boolean {
  return (
    some.length === others.length &&
    some.every(([name, value], index) => {
      const other = others[index];
      return name === other?.[0] && value === other[1];
    })
  );
}

function recordOutcome(
  outcome: Outcome,
  redactor: Redactor,
  record: (answer: Answer) => AnswerRecord,
): OutcomeRecord {
  switch (outcome.kind) {
    case 'answer':
      return record(outcome);
    case 'fault':
      return { kind: 'fault', fault: outcome.fault, message: redactor.text(outcome.message) };
    case 'held-back':
      return { kind: 'held-back', why: outcome.why, status: outcome.status };
    default:
      return outcome satisfies never;
  }
}
