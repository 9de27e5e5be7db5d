/**
 * A redirect is one of the answers an operation declares, and says where to go. The redirect itself
 * is judged, never what stands behind it. A 304 leads to what the client has already, so it answers
 * a condition and nothing else (RFC 9110, section 15.4.5).
 */
import type { Operation } from '../spec/api.ts';
import type { PreparedRequest } from '../wire/request.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { declaredStatuses, findResponse } from './find-response.ts';
import { headerLines } from './header-lines.ts';
import { answersOperation } from './answers-operation.ts';
import { fail, PASS, skipped, type Verdict } from './verdict.ts';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

const NOT_MODIFIED = 304;

export const redirectDeclared: Check = {
  code: 'A108',
  name: 'redirect-declared',
  summary: 'A redirect is declared, and carries Location.',
  source: 'RFC 9110, section 15.4; OAS 3.1.0, section 4.8.16',
  defaultSeverity: 'medium',
  // Without the right credentials a redirect leads to a login.
  appliesTo: (intent) => intent.kind !== 'unauthenticated' && answersOperation(intent),
  judge: judgeAnswerOf((answer, { case: { operation }, request }) => {
    const { status } = answer;
    if (status === NOT_MODIFIED && !isConditional(request)) return unasked(operation);
    if (!REDIRECTS.has(status)) return skipped('no redirect');
    if (operation.responses.length === 0) return skipped('the operation declares no responses');
    const location = headerLines(answer, 'location')[0];
    const about = { place: operation.place, actual: location ?? null };
    if (findResponse(operation, status) === undefined) {
      return fail({
        ...about,
        title: `Status ${String(status)} redirects, and is not declared`,
        detail: location === undefined ? '' : `It leads to ${location}.`,
        at: '',
        keyword: String(status),
        expected: declaredStatuses(operation),
      });
    }
    if (location !== undefined) return PASS;
    return fail({
      ...about,
      title: `Status ${String(status)} redirects without a Location`,
      detail: '',
      at: 'header:Location',
      keyword: 'location',
      expected: 'a header Location',
    });
  }),
};

function isConditional({ headers }: PreparedRequest): boolean {
  return headers.some(([name]) => /^if-/i.test(name));
}

function unasked({ place }: Operation): Verdict {
  return fail({
    title: 'A 304 came to a request without a condition',
    detail: '',
    at: '',
    place,
    keyword: '304',
    expected: 'the answer itself',
    actual: 304,
  });
}
