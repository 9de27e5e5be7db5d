/**
 * A method that the path does not declare is refused as such. 401 and 403 come before routing where
 * the path is secured; 404 says the same of a method that no operation of the API has.
 */
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { isRefusal, refusalsOf } from './refusal-statuses.ts';
import { fail, PASS, skipped } from './verdict.ts';

export const undeclaredMethod: Check = {
  code: 'A302',
  name: 'undeclared-method',
  summary: 'A method that the path does not declare is refused with 405.',
  source: 'RFC 9110, section 15.5.6',
  defaultSeverity: 'medium',
  appliesTo: ({ kind }) => kind === 'undeclared-method',
  judge: judgeAnswerOf(({ status }, { case: { operation, intent } }, context) => {
    if (intent.kind !== 'undeclared-method') return skipped('the method is declared');
    if (isRefusal('undeclared-method', status, operation.id, context.refusals)) return PASS;
    const { method } = intent;
    const isSecured = operation.security.length > 0;
    if (isSecured && (status === 401 || status === 403)) return PASS;
    const isKnown = context.api.operations.some((other) => other.method === method);
    if (status === 404 && !isKnown) return PASS;
    return fail({
      title: `${method} ${operation.path} is not declared, and was answered with ${String(status)}`,
      detail: '',
      at: '',
      place: operation.place,
      keyword: method,
      expected: refusalsOf('undeclared-method', operation.id, context.refusals),
      actual: status,
    });
  }),
};
