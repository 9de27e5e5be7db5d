/** The description lists what an operation answers; a client is built for no other status. */
import { isProbe } from '../cases/intent.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { declaredStatuses, findResponse } from './find-response.ts';
import { fail, PASS, skipped } from './verdict.ts';

export const statusDeclared: Check = {
  code: 'A103',
  name: 'status-declared',
  summary: 'The status is one the operation declares: exactly, by range (4XX) or by default.',
  source: 'OAS 3.1.0, section 4.8.16 (Responses Object)',
  defaultSeverity: 'medium',
  appliesTo: ({ kind }) => kind !== 'undeclared-method',
  judge: judgeAnswerOf(({ status }, { case: { operation, intent } }) => {
    // What refuses a probe is HTTP's own answer to it, and need not be declared.
    if (isProbe(intent) && status >= 300 && status < 500) return skipped('it refuses a probe');
    if (operation.responses.length === 0) return skipped('the operation declares no responses');
    if (findResponse(operation, status) !== undefined) return PASS;
    const expected = declaredStatuses(operation);
    return fail({
      title: `Status ${String(status)} is not declared`,
      detail: `${operation.id} declares ${expected.join(', ')}.`,
      at: '',
      place: operation.place,
      keyword: String(status),
      expected,
      actual: status,
    });
  }),
};
