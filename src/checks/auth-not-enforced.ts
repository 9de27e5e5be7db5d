/**
 * An operation that asks for credentials serves nobody without the right ones. A refusal, a
 * redirect (to a login) or a 404 (what is hidden from strangers) all enforce it, and so does a web
 * page that comes in place of the operation's own kind of answer.
 */
import type { Operation } from '../spec/api.ts';
import { matchMediaType } from '../wire/media-type.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { headerLines } from './header-lines.ts';
import { isRefusal, refusalsOf } from './refusal-statuses.ts';
import { fail, PASS, skipped } from './verdict.ts';

export const authNotEnforced: Check = {
  code: 'A301',
  name: 'auth-not-enforced',
  summary: 'An operation that asks for credentials refuses requests without the right ones.',
  source: 'OAS 3.1.0, section 4.8.30 (Security Requirement Object); RFC 9110, section 11.4',
  defaultSeverity: 'critical',
  appliesTo: ({ kind }) => kind === 'unauthenticated',
  judge: judgeAnswerOf((answer, { case: { operation, intent, deviation } }, { refusals }) => {
    const { status } = answer;
    if (intent.kind !== 'unauthenticated') return skipped('the request is authenticated');
    // Browsers ask before they may send a credential (CORS).
    if (operation.method === 'OPTIONS') return skipped('OPTIONS is asked without a credential');
    if (isRefusal('auth-not-enforced', status, operation.id, refusals)) return PASS;
    if (status < 200 || status >= 300) return PASS;
    if (isPageInstead(operation, headerLines(answer, 'content-type'))) {
      return skipped('a web page came instead of an answer of the operation');
    }
    return fail({
      title: `A request ${deviation} was served`,
      detail: `${operation.id} declares ${schemesOf(operation.security)}.`,
      at: '',
      place: operation.place,
      // One cause, however many wrong credentials show it.
      keyword: 'security',
      expected: refusalsOf('auth-not-enforced', operation.id, refusals),
      actual: status,
    });
  }),
};

function isPageInstead({ responses }: Operation, contentTypes: readonly string[]): boolean {
  const isPage = contentTypes.some((line) => matchMediaType('text/html', line));
  const declared = responses.flatMap(({ content }) => content.map(({ type }) => type));
  return (
    isPage && declared.length > 0 && !declared.some((type) => matchMediaType(type, 'text/html'))
  );
}

function schemesOf(security: Operation['security']): string {
  return security.map((needed) => Object.keys(needed).join(' and ')).join(', or ');
}
