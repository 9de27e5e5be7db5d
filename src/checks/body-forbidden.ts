/** A 204, a 304 and an answer to HEAD have no content, and 204 no length of one either. */
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { headerLines } from './header-lines.ts';
import { fail, PASS, skipped } from './verdict.ts';

export const bodyForbidden: Check = {
  code: 'A107',
  name: 'body-forbidden',
  summary: 'An answer that may have no content has none.',
  source: 'RFC 9110, sections 6.4.1, 8.6, 15.3.5 and 15.4.5',
  defaultSeverity: 'medium',
  appliesTo: () => true,
  judge: judgeAnswerOf((answer, { case: { operation }, request }) => {
    const { status, body } = answer;
    const isHead = request.method === 'HEAD';
    if (!isHead && status !== 204 && status !== 304) return skipped('content is allowed');
    const length = headerLines(answer, 'content-length')[0];
    const framed = headerLines(answer, 'transfer-encoding').length > 0;
    const announces = status === 204 && ((length !== undefined && length !== '0') || framed);
    if (body.byteLength === 0 && !announces) return PASS;
    return fail({
      title: `Status ${String(status)} came with content`,
      detail: announces ? 'Its header announces a body.' : '',
      at: announces ? 'header:Content-Length' : '',
      place: operation.place,
      keyword: String(status),
      expected: 'no content',
      actual: length ?? body.byteLength,
    });
  }),
};
