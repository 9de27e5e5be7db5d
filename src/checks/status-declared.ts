/**
 * The description lists what an operation answers; a client is built for no other status. What
 * refuses a probe, hostile data, or a request before it reaches the operation is HTTP's own answer,
 * and need not be declared.
 */
import type { Intent } from '../cases/intent.ts';
import type { Exchange } from '../transport/exchange.ts';
import { judgeAnswerOf } from './answer-check.ts';
import { isOfReading } from './not-a-server-error.ts';
import type { Check, JudgeContext } from './check.ts';
import { declaredStatuses, findResponse } from './find-response.ts';
import { isOfHttpLayer } from './judged-response.ts';
import { answersOperation } from './answers-operation.ts';
import { refusesProbe } from './refusal-statuses.ts';
import { fail, PASS, skipped } from './verdict.ts';

const NOT_FOUND = 404;
const FORBIDDEN = 403;

export const statusDeclared: Check = {
  code: 'A103',
  name: 'status-declared',
  summary: 'The status is one the operation declares: exactly, by range (4XX) or by default.',
  source: 'OAS 3.1.0, section 4.8.16 (Responses Object)',
  defaultSeverity: 'medium',
  appliesTo: answersOperation,
  judge: judgeAnswerOf(({ status }, exchange, context) => {
    const { operation } = exchange.case;
    if (operation.responses.length === 0) return skipped('the operation declares no responses');
    if (findResponse(operation, status) !== undefined) return PASS;
    const because = openQuestion(status, exchange, context) ?? silence(status, exchange, context);
    if (because !== undefined) return skipped(because);
    const expected = declaredStatuses(operation);
    const isWay = isWayOfRefusing(status, exchange, context);
    return fail({
      title: `Status ${String(status)} is not declared`,
      detail: `${operation.id} declares ${expected.join(', ')}.`,
      at: '',
      place: operation.place,
      keyword: String(status),
      scope: isWay ? 'target' : 'place',
      expected,
      actual: status,
    });
  }),
};

/**
 * Where a description leaves out how bad requests are refused, it does so for every operation; and
 * what refuses plain requests before anything was accepted is most often one thing: a path, a
 * credential, a record that is missing. A status that no operation declares at all was left out once.
 */
function isWayOfRefusing(
  status: number,
  { case: { intent, phase } }: Exchange,
  { api }: JudgeContext,
): boolean {
  if (status < 400 || status >= 500) return false;
  if (intent.kind !== 'valid' || phase === 'template') return true;
  return !api.operations.some((operation) => findResponse(operation, status) !== undefined);
}

/** A failure over a body that cannot be read is blamed on it only beside a plain request that does not fail. */
function openQuestion(
  status: number,
  { case: { intent } }: Exchange,
  { control }: JudgeContext,
): string | undefined {
  const isOpen = status >= 500 && isOfReading(intent) && control === undefined;
  return isOpen ? 'the plain request beside it was not accepted' : undefined;
}

function silence(
  status: number,
  { case: { intent, operation } }: Exchange,
  { refusals }: JudgeContext,
): string | undefined {
  // Where it says how it refuses who lacks the right, it does not hide instead.
  const hides = intent.kind === 'other-identity' && status === NOT_FOUND;
  if (hides && findResponse(operation, FORBIDDEN) !== undefined) return undefined;
  if (refusesProbe(intent, { status, operation, refusals })) return 'it refuses a probe';
  if (namesNothing(intent) && status === NOT_FOUND) return 'nothing has that identifier';
  if (isOfHttpLayer(status)) return 'the HTTP layer refuses before the operation is reached';
  const isHostile = intent.kind === 'valid' && intent.tier === 'hostile';
  return isHostile && status >= 400 && status < 500 ? 'it refuses hostile data' : undefined;
}

/** Of a path that is wrong in itself a router may know no more than of one that leads nowhere. */
function namesNothing(intent: Intent): boolean {
  return (
    intent.kind === 'unknown-id' || (intent.kind === 'invalid' && intent.violation.in === 'path')
  );
}
