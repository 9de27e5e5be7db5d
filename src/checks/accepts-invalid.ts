/**
 * A request that is proven invalid on its bytes is refused. Acceptance accuses by itself; a refusal
 * acquits only when the valid request beside it was accepted, since it may have been refused for
 * something else.
 */
import type { RequestViolation } from '../cases/intent.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check, JudgeContext } from './check.ts';
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
    if (context.excuse !== undefined) return skipped(context.excuse);
    const way = wayOfReading(violation, context);
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
function wayOfReading(
  { in: location, keyword, list, place, after }: RequestViolation,
  { api }: JudgeContext,
): string | undefined {
  if (location !== 'body' || list !== undefined) return undefined;
  if (/^(?:additional|unevaluated)Properties$/.test(keyword)) {
    return 'members that are not declared';
  }
  if (keyword !== 'type' || !isScalar(after)) return undefined;
  const [type, ...others] = [api.documents.at(place)].flat().filter((one) => one !== 'null');
  return others.length === 0 ? conversionOf(type, typeof after) : undefined;
}

/** How values of the one type are taken for the other, where frameworks do so. */
function conversionOf(described: unknown, sent: string): string | undefined {
  switch (described) {
    case 'array':
      return 'one value for a list';
    case 'string':
      return 'other values for texts';
    case 'boolean':
      return `${sent}s for booleans`;
    case 'number':
    case 'integer':
      return sent === 'number' ? undefined : `${sent}s for numbers`;
    default:
      return undefined;
  }
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value) && value !== '';
}
