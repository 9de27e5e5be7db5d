/**
 * A redirect is one of the answers an operation declares, and says where to go. The redirect itself
 * is judged, never what stands behind it. 304 is no redirect but an answer to a condition.
 */
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { declaredStatuses, findResponse } from './find-response.ts';
import { headerLines } from './header-lines.ts';
import { answersOperation } from './answers-operation.ts';
import { fail, PASS, skipped } from './verdict.ts';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export const redirectDeclared: Check = {
  code: 'A108',
  name: 'redirect-declared',
  summary: 'A redirect is declared, and carries Location.',
  source: 'RFC 9110, section 15.4; OAS 3.1.0, section 4.8.16',
  defaultSeverity: 'medium',
  // Without the right credentials a redirect leads to a login.
  appliesTo: (intent) => intent.kind !== 'unauthenticated' && answersOperation(intent),
  judge: judgeAnswerOf((answer, { case: { operation } }) => {
    const { status } = answer;
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
