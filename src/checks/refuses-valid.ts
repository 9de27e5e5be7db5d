/**
 * Plain data that the description allows is accepted. It accuses by difference only: the plain
 * request with the same ids was accepted right after, this one differs from it in one member, and
 * that member is no reference to something that may not exist.
 */
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { isAccepted } from './find-response.ts';
import { isRefusal } from './refusal-statuses.ts';
import { fail, PASS, skipped } from './verdict.ts';

export const refusesValid: Check = {
  code: 'A202',
  name: 'refuses-valid',
  summary: 'Plain data that the description allows is accepted.',
  source: 'OAS 3.1.0, sections 4.8.12 and 4.8.14; JSON Schema 2020-12',
  defaultSeverity: 'medium',
  appliesTo: (intent) =>
    intent.kind === 'valid' && intent.tier === 'plain' && intent.member !== undefined,
  judge: judgeAnswerOf((answer, { case: testCase }, context) => {
    const { operation, intent, deviation } = testCase;
    if (intent.kind !== 'valid' || intent.member === undefined) return skipped('nothing differs');
    const { status } = answer;
    if (isAccepted(operation, status)) return PASS;
    if (!isRefusal('refuses-valid', status, operation.id, context.refusals)) {
      return skipped(`status ${String(status)} does not speak of the data`);
    }
    if (intent.member.opaque === true) return skipped('its valid values cannot be stated');
    if (context.control === undefined) {
      const detail = `status ${String(status)}`;
      return { kind: 'not-reached', why: { reason: 'control refused', detail } };
    }
    return fail({
      title: `A valid request was refused: ${deviation}`,
      detail: 'The same request without that difference was accepted right after it.',
      at: '',
      place: intent.member.place,
      keyword: 'valid',
      expected: 'acceptance',
      actual: status,
    });
  }),
};
