/**
 * The body's media type is one that the response declares. None is demanded of an answer without
 * content: 204, 304, an answer to HEAD, or an empty body (RFC 9110, section 8.3).
 */
import { matchMediaType, parseMediaType } from '../wire/media-type.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { headerLines } from './header-lines.ts';
import { judgedResponse } from './judged-response.ts';
import { mayHaveContent } from './may-have-content.ts';
import { answersOperation } from './answers-operation.ts';
import { fail, PASS, skipped, type Finding, type Verdict } from './verdict.ts';

export const contentTypeDeclared: Check = {
  code: 'A104',
  name: 'content-type-declared',
  summary: "A body's media type is one that the response declares.",
  source: 'OAS 3.1.0, section 4.8.17 (Response Object); RFC 9110, section 8.3',
  defaultSeverity: 'medium',
  appliesTo: answersOperation,
  judge: judgeAnswerOf((answer, exchange, context) => {
    const response = judgedResponse(answer, exchange, context);
    if (response === undefined) return skipped('the response is not declared');
    if (!mayHaveContent(exchange.request, answer.status) || answer.body.byteLength === 0) {
      return skipped('no body');
    }
    if (response.content.length === 0) return skipped('the response declares no content');
    const declared = response.content.map(({ type }) => type);
    return judgeLines(headerLines(answer, 'content-type'), declared, response.place);
  }),
};

function judgeLines(lines: readonly string[], declared: readonly string[], place: string): Verdict {
  const finding = (title: string, detail: string, keyword: string): Verdict =>
    fail({ ...base, title, detail, keyword });
  const base: Pick<Finding, 'at' | 'place' | 'expected' | 'actual'> = {
    at: 'header:Content-Type',
    place: `${place}/content`,
    expected: declared,
    actual: lines.length === 0 ? null : lines.join(', '),
  };
  const list = declared.join(', ');
  if (lines.length === 0) {
    return finding('A body came without a Content-Type', `Declared: ${list}.`, 'missing');
  }
  if (lines.every((line) => parseMediaType(line) === undefined)) {
    return finding('The Content-Type is not a media type', `Declared: ${list}.`, 'malformed');
  }
  const matches = lines.some((line) => declared.some((range) => matchMediaType(range, line)));
  if (matches) return PASS;
  const title = `Media type ${lines.join(', ')} is not declared`;
  return finding(title, `Declared: ${list}.`, 'undeclared');
}
