/** A request without a parameter or body that the description requires is refused. */
import { refused } from './accepts-invalid.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { isAccepted } from './find-response.ts';
import { refusalsOf } from './refusal-statuses.ts';
import { fail, skipped } from './verdict.ts';

export const missingRequiredAccepted: Check = {
  code: 'A203',
  name: 'missing-required-accepted',
  summary: 'A request without a required parameter or body is refused.',
  source: 'OAS 3.1.0, sections 4.8.12 and 4.8.13 (required)',
  defaultSeverity: 'medium',
  appliesTo: ({ kind }) => kind === 'missing-required',
  judge: judgeAnswerOf(({ status }, { case: { operation, intent, deviation } }, context) => {
    if (intent.kind !== 'missing-required') return skipped('nothing is missing');
    if (!intent.enforced) return skipped('x-enforced: false');
    if (!isAccepted(operation, status)) return refused(status, context);
    return fail({
      title: `A request ${deviation} was accepted`,
      detail: '',
      at: '',
      place: intent.member.place,
      keyword: 'required',
      expected: refusalsOf('missing-required-accepted', operation.id, context.refusals),
      actual: status,
    });
  }),
};
