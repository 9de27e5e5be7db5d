/**
 * An Accept that can't be met is answered with 406 where the target honours Accept at all: where
 * the operation declares 406, or where other operations of the same run answered it. A server may
 * disregard Accept (RFC 9110, section 12.5.1), and then nothing is wrong.
 */
import { matchMediaType } from '../wire/media-type.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { headerLines } from './header-lines.ts';
import { isRefusal, refusalsOf } from './refusal-statuses.ts';
import { fail, PASS, skipped } from './verdict.ts';

export const notAcceptable: Check = {
  code: 'A306',
  name: 'not-acceptable',
  summary: 'An Accept that cannot be met is answered with 406, where the API honours Accept.',
  source: 'RFC 9110, sections 12.5.1 and 15.5.7',
  defaultSeverity: 'low',
  appliesTo: ({ kind }) => kind === 'not-acceptable',
  judge: judgeAnswerOf((answer, { case: { operation, intent, deviation } }, context) => {
    const { status, body } = answer;
    const { evidence, refusals } = context;
    if (isRefusal('not-acceptable', status, operation.id, refusals)) return PASS;
    if (status < 200 || status >= 300) return PASS;
    if (body.byteLength === 0) return skipped('an answer without content has no media type');
    const isMet =
      intent.kind === 'not-acceptable' &&
      headerLines(answer, 'content-type').some((line) => matchMediaType(intent.accept, line));
    if (isMet) return PASS;
    const isDeclared = operation.responses.some((response) => response.status === '406');
    if (!isDeclared && !evidence.honoursAccept) {
      return skipped('the target has not been seen to honour Accept');
    }
    return fail({
      title: `A request ${deviation} was answered all the same`,
      detail: isDeclared
        ? `${operation.id} declares 406.`
        : 'Other operations of this API answer 406 to it.',
      at: '',
      place: operation.place,
      keyword: 'accept',
      expected: refusalsOf('not-acceptable', operation.id, refusals),
      actual: status,
    });
  }),
};
