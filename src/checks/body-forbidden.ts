/** A 204, a 205, a 304 and an answer to HEAD have no content, and 204 no length of one either. */
import type { Answer } from '../transport/exchange.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { mayHaveContent } from './may-have-content.ts';
import { headerLines } from './header-lines.ts';
import { fail, PASS, skipped } from './verdict.ts';

export const bodyForbidden: Check = {
  code: 'A107',
  name: 'body-forbidden',
  summary: 'An answer that may have no content has none.',
  source: 'RFC 9110, sections 6.4.1, 8.6, 15.3.5, 15.3.6 and 15.4.5',
  defaultSeverity: 'medium',
  appliesTo: () => true,
  judge: judgeAnswerOf((answer, { case: { operation }, request }) => {
    const { status, body } = answer;
    if (mayHaveContent(request, status)) return skipped('content is allowed');
    const announcement = status === 204 ? announced(answer) : undefined;
    if (body.byteLength === 0 && announcement === undefined) return PASS;
    const what = request.method === 'HEAD' ? 'An answer to HEAD' : `Status ${String(status)}`;
    return fail({
      title: `${what} came with content`,
      detail: announcement === undefined ? '' : 'Its header announces a body.',
      at: announcement === undefined ? '' : `header:${announcement.name}`,
      place: operation.place,
      keyword: String(status),
      expected: 'no content',
      actual: announcement?.value ?? `${String(body.byteLength)} bytes`,
    });
  }),
};

/** A length of 0 is forbidden as well (RFC 9110, 8.6), and is what half of all servers send. */
function announced(answer: Answer): { readonly name: string; readonly value: string } | undefined {
  const length = headerLines(answer, 'content-length').find((line) => line.trim() !== '0');
  if (length !== undefined) return { name: 'Content-Length', value: length };
  const coding = headerLines(answer, 'transfer-encoding')[0];
  return coding === undefined ? undefined : { name: 'Transfer-Encoding', value: coding };
}
