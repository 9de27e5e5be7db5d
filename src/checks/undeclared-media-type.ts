/** A body of a media type that the operation does not declare is refused, best with 415. */
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { readStatus, refusalsOf } from './refusal-statuses.ts';
import { fail, PASS, skipped } from './verdict.ts';

export const undeclaredMediaType: Check = {
  code: 'A304',
  name: 'undeclared-media-type',
  summary: 'A body of an undeclared or malformed media type is refused.',
  source: 'OAS 3.1.0, section 4.8.13 (Request Body Object); RFC 9110, section 15.5.16',
  defaultSeverity: 'low',
  appliesTo: ({ kind }) => kind === 'undeclared-media-type' || kind === 'malformed-media-type',
  judge: judgeAnswerOf(({ status }, { case: { operation, deviation } }, { refusals }) => {
    if (operation.requestBody === undefined) return skipped('the operation takes no body');
    const said = readStatus('undeclared-media-type', { status, operation, refusals });
    if (said === 'neither') return skipped(`status ${String(status)} neither accepts nor refuses`);
    if (said === 'refused') return PASS;
    return fail({
      title: `A request with ${deviation} was accepted`,
      detail: `Declared: ${operation.requestBody.content.map(({ type }) => type).join(', ')}.`,
      at: '',
      place: operation.requestBody.place,
      // One cause, whichever wrong type shows that nobody looks at it.
      keyword: 'media-type',
      // A parser that looks at no type is one for all operations.
      scope: 'target',
      expected: refusalsOf('undeclared-media-type', operation.id, refusals),
      actual: status,
    });
  }),
};
