/**
 * A request that is proven invalid on its bytes is refused. Acceptance accuses by itself; a refusal
 * acquits only when the valid request beside it was accepted, since it may have been refused for
 * something else.
 */
import type { RequestViolation } from '../cases/intent.ts';
import type { Place } from '../spec/place.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { readStatus, refusalsOf } from './refusal-statuses.ts';
import { refusalVerdict } from './refusal-verdict.ts';
import { fail, NOT_ENFORCED, skipped } from './verdict.ts';

export const acceptsInvalid: Check = {
  code: 'A201',
  name: 'accepts-invalid',
  summary: 'A request that breaks the description in one proven place is refused.',
  source: 'OAS 3.1.0, sections 4.8.12 and 4.8.13; JSON Schema 2020-12',
  defaultSeverity: 'high',
  appliesTo: ({ kind }) => kind === 'invalid',
  judge: judgeAnswerOf(({ status }, { case: { operation, intent } }, context) => {
    if (intent.kind !== 'invalid') return skipped('the request is valid');
    const { violation } = intent;
    if (!violation.enforced) return NOT_ENFORCED;
    const { refusals } = context;
    const { place, keyword } = violation.list ?? violation;
    const said = readStatus('accepts-invalid', { status, operation, refusals });
    if (said !== 'accepted') return refusalVerdict(said, status, context);
    const way = wayOfReading(violation);
    return fail({
      title: `An invalid request was accepted: ${violation.sentence}`,
      detail: 'Every way to read the request was tried, and none of them is valid.',
      at: '',
      place,
      keyword,
      // By which status it is taken differs from operation to operation.
      ...(way === undefined ? { scope: 'place' } : { scope: 'target', about: [way] }),
      expected: refusalsOf('accepts-invalid', operation.id, refusals),
      actual: status,
    });
  }),
};

/**
 * A framework that converts what it reads, or drops what it does not know, does so for every member
 * of every body: that is told once.
 */
function wayOfReading({
  in: location,
  keyword,
  list,
  before,
  after,
}: RequestViolation): Place | undefined {
  if (location !== 'body' || list !== undefined) return undefined;
  if (/^(?:additional|unevaluated)Properties$/.test(keyword))
    return 'members that are not declared';
  if (keyword !== 'type') return undefined;
  if (Array.isArray(before)) return Array.isArray(after) ? undefined : 'one value for a list';
  if (typeof before === 'string') return isScalar(after) ? 'other values for texts' : undefined;
  if (typeof before !== 'number' && typeof before !== 'boolean') return undefined;
  if (typeof after === 'string')
    return after.trim() === '' ? undefined : `texts for ${typeof before}s`;
  return isScalar(after) && typeof after !== typeof before
    ? `${typeof after}s for ${typeof before}s`
    : undefined;
}

function isScalar(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}
