/** What was sent and what it deserved, in one sentence: the first thing that a reader asks of a failure. */
import type { Case } from '../cases/case.ts';
import type { Intent } from '../cases/intent.ts';
import {
  refusalsOf,
  type RefusalOverrides,
  type RefusingCheck,
} from '../checks/refusal-statuses.ts';

/** @returns such as `An invalid GET /books (limit is above its maximum) deserves a refusal: 4XX.` */
export function failureSentence(sent: Case, refusals: RefusalOverrides): string {
  const { operation, intent, deviation } = sent;
  const what = `${operation.method} ${operation.path}`;
  if (intent.kind === 'other-identity') {
    return `A ${what} ${deviation} deserves what is declared, or a refusal as it is declared.`;
  }
  return withIntent(sent, intent, refusals);
}

function withIntent(
  sent: Case,
  intent: Exclude<Intent, { kind: 'other-identity' }>,
  refusals: RefusalOverrides,
): string {
  const { operation, deviation } = sent;
  const what = `${operation.method} ${operation.path}`;
  const refusal = (check: RefusingCheck): string =>
    `deserves a refusal: ${refusalsOf(check, operation.id, refusals).join(' or ')}.`;
  switch (intent.kind) {
    case 'valid':
      return validSentence(sent, what);
    case 'invalid':
      return `An invalid ${what} (${intent.violation.sentence}) ${refusal('accepts-invalid')}`;
    case 'missing-required':
      return `A ${what} ${deviation} ${refusal('missing-required-accepted')}`;
    case 'unauthenticated':
      return `A ${what} ${deviation} ${refusal('auth-not-enforced')}`;
    case 'undeclared-method':
      return `${intent.method} ${operation.path}, which is not declared, ${refusal('undeclared-method')}`;
    case 'undeclared-media-type':
    case 'malformed-media-type':
      return `A ${what} with ${deviation} ${refusal('undeclared-media-type')}`;
    case 'malformed-body':
      return `A ${what} with ${deviation} ${refusal('malformed-body')}`;
    case 'not-acceptable':
      return `A ${what} ${deviation} ${refusal('not-acceptable')}`;
    case 'unknown-id':
      return `A ${what} ${deviation} deserves a 404.`;
    case 'follow-location':
      return `A GET of ${intent.location}, which a 201 of ${what} named, deserves what was created.`;
    default:
      return intent satisfies never;
  }
}

function validSentence({ intent, deviation, phase }: Case, what: string): string {
  const isHostile = intent.kind === 'valid' && intent.tier === 'hostile';
  const deserved = isHostile
    ? 'may be refused, and deserves no server error, no hang and no broken answer.'
    : 'deserves an answer as the description has it.';
  if (phase === 'template' && deviation === '') return `The plain ${what} ${deserved}`;
  const kind = isHostile ? 'valid, if hostile,' : 'valid';
  return `A ${kind} ${what}${deviation === '' ? '' : ` (${deviation})`} ${deserved}`;
}
