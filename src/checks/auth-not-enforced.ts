/**
 * An operation that asks for credentials serves nobody without the right ones. A refusal, a
 * redirect (to a login) or a 404 (what is hidden from strangers) all enforce it.
 */
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { refusalsOf } from './refusal-statuses.ts';
import { fail, PASS, skipped } from './verdict.ts';

export const authNotEnforced: Check = {
  code: 'A301',
  name: 'auth-not-enforced',
  summary: 'An operation that asks for credentials refuses requests without the right ones.',
  source: 'OAS 3.1.0, section 4.8.30 (Security Requirement Object); RFC 9110, section 11.4',
  defaultSeverity: 'critical',
  appliesTo: ({ kind }) => kind === 'unauthenticated',
  judge: judgeAnswerOf(({ status }, { case: { operation, intent, deviation } }, context) => {
    if (intent.kind !== 'unauthenticated') return skipped('the request is authenticated');
    if (status < 200 || status >= 300) return PASS;
    return fail({
      title: `A request ${deviation} was served`,
      detail: `${operation.id} declares ${schemesOf(operation.security)}.`,
      at: '',
      place: operation.place,
      // One cause, however many wrong credentials show it.
      keyword: 'security',
      expected: refusalsOf('auth-not-enforced', operation.id, context.refusals),
      actual: status,
    });
  }),
};

function schemesOf(security: readonly Readonly<Record<string, readonly string[]>>[]): string {
  return security.map((needed) => Object.keys(needed).join(' and ')).join(', or ');
}
