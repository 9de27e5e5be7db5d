/**
 * The body is what the response's schema says. One answer is one accusation: the most telling
 * error is the finding, and the others are counted in its detail.
 */
import type { SchemaError } from '../schema/schemas.ts';
import type { MediaType } from '../spec/api.ts';
import type { AnswerBody } from './answer-body.ts';
import { remembered } from '../wire/remembered.ts';
import { answersOperation } from './answers-operation.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { judgedBody } from './judged-body.ts';
import { likelyRename } from './likely-rename.ts';
import { mostTelling } from './most-telling.ts';
import { fail, PASS, skipped, type Verdict } from './verdict.ts';

export const responseSchema: Check = {
  code: 'A106',
  name: 'response-schema',
  summary: "The body parses as its media type and is valid against the response's schema.",
  source: 'OAS 3.1.0, section 4.8.14 (Media Type Object); JSON Schema 2020-12',
  defaultSeverity: 'high',
  appliesTo: answersOperation,
  judge: judgeAnswerOf((answer, exchange, context) => {
    const judged = judgedBody(answer, exchange, context);
    if (judged.kind === 'not-judged') return skipped(judged.why);
    if (judged.kind === 'no-codec') return withoutCodec(judged.mediaType);
    if (judged.kind === 'unparsable') {
      return unparsable(judged.mediaType, judged.why, context.body);
    }
    const first = mostTelling(judged, context);
    if (first === undefined) return PASS;
    return failing(first, judged.errors.length, likelyRename(first, judged));
  }),
};

const withoutCodec: (mediaType: string) => Verdict = remembered((mediaType) => ({
  kind: 'not-reached',
  why: { reason: 'no codec', detail: mediaType },
}));

function unparsable(mediaType: MediaType, why: string, body: AnswerBody): Verdict {
  return fail({
    title: `The body is not valid ${mediaType.type}`,
    detail: `It does not parse: ${why}.`,
    at: '',
    place: mediaType.place,
    keyword: 'parse',
    expected: mediaType.type,
    actual: body.kind === 'unparsable' ? body.text.slice(0, 200) : '',
  });
}

function failing(error: SchemaError, count: number, hint: string | undefined): Verdict {
  const others = count - 1;
  const more = `${String(others)} more ${others === 1 ? 'error' : 'errors'} in this answer.`;
  return fail({
    title: `${error.at === '' ? 'The body' : error.at} ${error.message}`,
    detail: [...(hint === undefined ? [] : [hint]), ...(others === 0 ? [] : [more])].join(' '),
    at: error.at,
    place: error.place,
    keyword: error.keyword,
    scope: 'value',
    expected: error.expected,
    actual: error.actual,
  });
}
