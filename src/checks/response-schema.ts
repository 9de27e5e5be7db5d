/**
 * The body is what the response's schema says. One answer is one accusation: the most telling
 * error is the finding, and the others are counted in its detail.
 */
import type { MediaType } from '../spec/api.ts';
import type { SchemaError } from '../schema/schemas.ts';
import type { Answer } from '../transport/exchange.ts';
import { isJson, mostSpecificMatch, parseMediaType } from '../wire/media-type.ts';
import type { AnswerBody } from './answer-body.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check, JudgeContext } from './check.ts';
import { findResponse } from './find-response.ts';
import { headerLines } from './header-lines.ts';
import { mostTelling } from './most-telling.ts';
import { fail, PASS, skipped, type Verdict } from './verdict.ts';

export const responseSchema: Check = {
  code: 'A106',
  name: 'response-schema',
  summary: "The body parses as its media type and is valid against the response's schema.",
  source: 'OAS 3.1.0, section 4.8.14 (Media Type Object); JSON Schema 2020-12',
  defaultSeverity: 'high',
  appliesTo: ({ kind }) => kind !== 'undeclared-method',
  judge: judgeAnswerOf((answer, { case: { operation } }, context) => {
    const response = findResponse(operation, answer.status);
    if (response === undefined || !response.known) return skipped('the response is not declared');
    if (operation.method === 'HEAD' || answer.status === 204 || answer.status === 304) {
      return skipped('no body');
    }
    const mediaType = declaredMediaType(response.content, answer);
    if (mediaType === undefined) return skipped('no declared media type matches');
    return judgeBody(mediaType, context);
  }),
};

/** An empty body carries no Content-Type to go by: the only declared one speaks for it. */
function declaredMediaType(content: readonly MediaType[], answer: Answer): MediaType | undefined {
  const line = headerLines(answer, 'content-type')[0];
  if (line !== undefined) return mostSpecificMatch(content, line);
  return answer.body.byteLength === 0 && content.length === 1 ? content[0] : undefined;
}

function judgeBody(mediaType: MediaType, { schemas, body }: JudgeContext): Verdict {
  const { schema } = mediaType;
  if (body.kind === 'unparsable') return unparsable(mediaType, body.why, body.text.slice(0, 200));
  if (schema === undefined) return skipped('the media type declares no schema');
  const value = judgedValue(mediaType, body);
  if (value === undefined) return emptyOrOpaque(mediaType, body, schemas.isValid.bind(schemas));
  const errors = schemas.validator(schema, 'response')(value.value);
  const first = mostTelling(errors);
  return first === undefined ? PASS : failing(first, errors.length);
}

function judgedValue(
  mediaType: MediaType,
  body: AnswerBody,
): { readonly value: unknown } | undefined {
  if (body.kind === 'json') return { value: body.value };
  const declared = parseMediaType(mediaType.type);
  if (body.kind === 'text' && declared?.type === 'text' && declared.subtype === 'plain') {
    return { value: body.text };
  }
  return undefined;
}

function emptyOrOpaque(
  mediaType: MediaType,
  body: AnswerBody,
  isValid: JudgeContext['schemas']['isValid'],
): Verdict {
  if (body.kind !== 'none') return skipped('the media type is not one whose values are read');
  // A schema that an empty text satisfies does not ask for a body.
  if (mediaType.schema === undefined || isValid(mediaType.schema, 'response', '')) return PASS;
  if (!isJson(mediaType.type)) return skipped('no body');
  return unparsable(mediaType, 'the body is empty', '');
}

function unparsable(mediaType: MediaType, why: string, actual: string): Verdict {
  return fail({
    title: `The body is not valid ${mediaType.type}`,
    detail: `It does not parse: ${why}.`,
    at: '',
    place: mediaType.place,
    keyword: 'parse',
    expected: mediaType.type,
    actual,
  });
}

function failing(error: SchemaError, count: number): Verdict {
  const others = count - 1;
  const more = `${String(others)} more ${others === 1 ? 'error' : 'errors'} in this answer.`;
  return fail({
    title: `${error.at === '' ? 'The body' : error.at} ${error.message}`,
    detail: others === 0 ? '' : more,
    at: error.at,
    place: error.place,
    keyword: error.keyword,
    expected: error.expected,
    actual: error.actual,
  });
}
