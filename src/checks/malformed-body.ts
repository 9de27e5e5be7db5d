/**
 * A body that is not what its media type says is refused with a 4xx (RFC 9110, section 15.5.1).
 * Bytes that are no UTF-8 are the exception: most parsers replace them, as RFC 8259, section 9
 * lets them, so that only a server error in answer to them is a failure.
 */
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { readStatus, refusalsOf } from './refusal-statuses.ts';
import { fail, PASS, skipped } from './verdict.ts';

/** Who takes what is no body at its media type takes no body at all as well. */
export const TAKES_ANYTHING = 'takes anything for a body';

export const malformedBody: Check = {
  code: 'A305',
  name: 'malformed-body',
  summary: 'A body that does not parse as its media type is refused with a 4xx.',
  source: 'RFC 8259; RFC 9110, section 15.5.1',
  defaultSeverity: 'medium',
  appliesTo: ({ kind }) => kind === 'malformed-body',
  judge: judgeAnswerOf(({ status }, { case: { operation, deviation, intent } }, { refusals }) => {
    if (operation.requestBody === undefined) return skipped('the operation takes no body');
    const said = readStatus('malformed-body', { status, operation, refusals });
    if (said === 'neither') return skipped(`status ${String(status)} neither accepts nor refuses`);
    if (said === 'refused') return PASS;
    if (intent.kind === 'malformed-body' && intent.how === 'not UTF-8') {
      return skipped('parsers may replace what is not UTF-8');
    }
    return fail({
      title: `A request with ${deviation} was accepted`,
      detail: '',
      at: '',
      place: operation.requestBody.place,
      keyword: 'malformed',
      cause: TAKES_ANYTHING,
      expected: refusalsOf('malformed-body', operation.id, refusals),
      actual: status,
    });
  }),
};
