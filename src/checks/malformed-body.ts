/** A body that is not what its media type says is refused with a 4xx (RFC 9110, section 15.5.1). */
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { isAccepted } from './find-response.ts';
import { refusalsOf } from './refusal-statuses.ts';
import { fail, PASS, skipped } from './verdict.ts';

export const malformedBody: Check = {
  code: 'A305',
  name: 'malformed-body',
  summary: 'A body that does not parse as its media type is refused with a 4xx.',
  source: 'RFC 8259; RFC 9110, section 15.5.1',
  defaultSeverity: 'medium',
  appliesTo: ({ kind }) => kind === 'malformed-body',
  judge: judgeAnswerOf(({ status }, { case: { operation, deviation } }, context) => {
    if (operation.requestBody === undefined) return skipped('the operation takes no body');
    if (!isAccepted(operation, status)) return PASS;
    return fail({
      title: `A request with ${deviation} was accepted`,
      detail: '',
      at: '',
      place: operation.requestBody.place,
      keyword: 'malformed',
      expected: refusalsOf('malformed-body', operation.id, context.refusals),
      actual: status,
    });
  }),
};
