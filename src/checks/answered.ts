/**
 * The target answers with HTTP, whole, within the time allowed. A fault counts only after the run
 * has sent the same request again by itself: one dropped connection accuses nobody.
 */
import type { FaultKind } from '../transport/exchange.ts';
import type { Check } from './check.ts';
import { fail, PASS, skipped } from './verdict.ts';

const TITLES = {
  timeout: 'No whole answer came in time',
  reset: 'The connection broke before the answer was whole',
  unreachable: 'The target stopped listening',
  tls: 'TLS broke',
  malformed: 'What came back is not well-formed HTTP',
  'too-large': 'The answer is larger than the bound on answers',
  undecodable: 'The answer cannot be decoded as its Content-Encoding says',
} as const satisfies Record<FaultKind, string>;

export const answered: Check = {
  code: 'A101',
  name: 'answered',
  summary: 'Every request gets a whole, well-formed HTTP answer within the time allowed.',
  source: 'RFC 9112, sections 2.2, 6 and 8',
  defaultSeverity: 'critical',
  appliesTo: () => true,
  judge: ({ case: { operation }, outcome }) => {
    if (outcome.kind === 'answer') return PASS;
    if (outcome.kind === 'held-back') return skipped(outcome.why);
    return fail({
      title: TITLES[outcome.fault],
      detail: outcome.message,
      at: '',
      place: operation.place,
      keyword: outcome.fault,
      expected: 'a whole HTTP answer',
      actual: outcome.message,
    });
  },
};
