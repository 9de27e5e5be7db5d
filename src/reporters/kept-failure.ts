/**
 * What a report remembers of a failure until the run ends: everything but bodies at full length,
 * so that memory stays flat whatever a target answers.
 */
import type { BodyRecord, FailureEvent, FailureCount, RunFinished } from '../run/events.ts';

const KEPT_BODY_LENGTH = 8 * 1024;
const KEPT_CURL_LENGTH = 64 * 1024;

/** @returns the failure with the bodies of its example, and its command, cut. */
export function keptFailure(failure: FailureEvent): FailureEvent {
  const { example } = failure;
  const { outcome } = example;
  return {
    ...failure,
    curl:
      failure.curl.length > KEPT_CURL_LENGTH
        ? '(too long to show: replay it from run.ndjson)'
        : failure.curl,
    example: {
      ...example,
      request: { ...example.request, body: keptBody(example.request.body) },
      outcome: outcome.kind === 'answer' ? { ...outcome, body: keptBody(outcome.body) } : outcome,
    },
  };
}

/** A failure with how often and where it was seen. */
export interface CountedFailure extends FailureCount {
  readonly failure: FailureEvent;
}

/** @returns the failures ranked as the run ranks them; as they came where it did not finish. */
export function countedFailures(
  failures: readonly FailureEvent[],
  finished: RunFinished | undefined,
): readonly CountedFailure[] {
  const byId = new Map(failures.map((failure) => [failure.id, failure]));
  if (finished === undefined) return failures.map(countedOnce);
  return finished.failures.flatMap((count) => {
    const failure = byId.get(count.id);
    return failure === undefined ? [] : [{ ...count, failure }];
  });
}

/** @returns the failure as seen where it is told, and nowhere else. */
export function countedOnce(failure: FailureEvent): CountedFailure {
  const { id, operation, phase, check } = failure;
  const sightings = [{ operation, phase, check }];
  return { id, count: 1, operations: [operation], sightings, failure };
}

function keptBody(body: BodyRecord | null): BodyRecord | null {
  if (body === null || body.content.length <= KEPT_BODY_LENGTH) return body;
  return { ...body, content: body.content.slice(0, KEPT_BODY_LENGTH), sha256: body.sha256 ?? '' };
}
