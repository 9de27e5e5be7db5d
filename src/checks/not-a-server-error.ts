/**
 * No request makes the server fail. A 5xx other than 500 that the operation declares by its exact
 * code is the API speaking, not failing; 500 never is (RFC 9110, section 15.6.1).
 */
import type { Intent } from '../cases/intent.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { fail, PASS } from './verdict.ts';

/** Probes whose body is not to blame when a good body fails as well, and what of it is then. */
const READING: Readonly<Partial<Record<Intent['kind'], string>>> = {
  'malformed-body': 'malformed-body',
  'malformed-media-type': 'media-type',
  'undeclared-media-type': 'media-type',
};

/** @returns whether it is a body that is to be read, and not what it says, that a failure would be of */
export function isOfReading({ kind }: Intent): boolean {
  return kind in READING;
}

export const notAServerError: Check = {
  code: 'A102',
  name: 'not-a-server-error',
  summary: 'No request is answered with a server error.',
  source: 'RFC 9110, section 15.6',
  defaultSeverity: 'critical',
  appliesTo: () => true,
  judge: judgeAnswerOf(({ status }, { case: { operation, intent } }, { control }) => {
    if (status < 500) return PASS;
    if (intent.kind === 'undeclared-method' && status === 501) return PASS;
    const declared = operation.responses.some((response) => response.status === String(status));
    if (declared && status !== 500) return PASS;
    const readsBody = isOfReading(intent);
    if (readsBody && control === undefined) {
      return { kind: 'not-reached', why: { reason: 'control refused', detail: String(status) } };
    }
    return fail({
      title: `Status ${String(status)} is a server error`,
      detail: 'Whatever the request holds, the server should answer for it without failing.',
      at: '',
      place: operation.place,
      keyword: readsBody ? `${String(status)} ${READING[intent.kind] ?? ''}` : String(status),
      // What reads bodies is one for all operations: what fails it does so in each of them.
      ...(readsBody ? { scope: 'target', unless: String(status) } : {}),
      expected: 'any status below 500',
      actual: status,
    });
  }),
};
