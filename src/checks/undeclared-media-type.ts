/** A body of a media type that the operation does not declare is refused, best with 415. */
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { isAccepted } from './find-response.ts';
import { refusalsOf } from './refusal-statuses.ts';
import { fail, PASS, skipped } from './verdict.ts';

export const undeclaredMediaType: Check = {
  code: 'A304',
  name: 'undeclared-media-type',
  summary: 'A body of an undeclared or malformed media type is refused.',
  source: 'OAS 3.1.0, section 4.8.13 (Request Body Object); RFC 9110, section 15.5.16',
  defaultSeverity: 'low',
  appliesTo: ({ kind }) => kind === 'undeclared-media-type' || kind === 'malformed-media-type',
  judge: judgeAnswerOf(({ status }, { case: { operation, intent, deviation } }, context) => {
    if (operation.requestBody === undefined) return skipped('the operation takes no body');
    if (!isAccepted(operation, status)) return PASS;
    return fail({
      title: `A request with ${deviation} was accepted`,
      detail: `Declared: ${operation.requestBody.content.map(({ type }) => type).join(', ')}.`,
      at: '',
      place: operation.requestBody.place,
      keyword: intent.kind,
      expected: refusalsOf('undeclared-media-type', operation.id, context.refusals),
      actual: status,
    });
  }),
};
