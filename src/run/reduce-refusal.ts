/**
 * A drawn request or an example that was refused though it is valid counts only when one member of
 * it is: that member alone, in the plain request beside it, is sent and judged by the rules of
 * refuses-valid.
 */
import type { Case } from '../cases/case.ts';
import { isValidRequest } from '../cases/is-valid-request.ts';
import { describedMember } from '../cases/described-member.ts';
import { refusesValid } from '../checks/refuses-valid.ts';
import { isRefusal } from '../checks/refusal-statuses.ts';
import { accuse } from './accuse.ts';
import { attempt } from './attempt.ts';
import type { SentAttempt } from './attempted.ts';
import { plainBeside } from './baseline.ts';
import { isRemover } from './manners.ts';
import { narrow } from './narrow.ts';
import type { RunState } from './run-state.ts';

/** Refusals of one operation that are looked into; more would teach the same. */
const MAX_REDUCTIONS = 3;
const MAX_TRIES = 8;

/** Narrows a refused example or plain fuzz case to one member, and files what that shows. */
export async function reduceRefusal(run: RunState, sent: SentAttempt): Promise<void> {
  const { case: testCase } = sent.exchange;
  if (!isWorthReducing(run, sent)) return;
  const plain = plainBeside(run, sent);
  if (plain === undefined) return;
  const count = run.reductions.get(testCase.operation.id) ?? 0;
  if (count >= MAX_REDUCTIONS) return;
  run.reductions.set(testCase.operation.id, count + 1);
  const show = async (smaller: Case): Promise<SentAttempt | undefined> => {
    // Some members are valid only together: half of them may be no valid request.
    if (!isValidRequest(smaller.operation, smaller.values, run.schemas)) return undefined;
    const tried = await attempt(run, smaller);
    return tried.kind === 'sent' && isRefused(run, tried) ? tried : undefined;
  };
  const { members, shown } = await narrow({
    case: testCase,
    base: plain.values,
    tries: MAX_TRIES,
    show,
  });
  const [only, ...others] = members;
  if (only === undefined || others.length > 0 || shown === undefined) return;
  const narrowest = shown.exchange.case;
  const member = describedMember(narrowest, only, run.api.documents);
  const judged = await attempt(run, {
    ...narrowest,
    id: `${testCase.id}:one`,
    intent: { kind: 'valid', tier: 'plain', member },
    deviation: `with another ${only.in} member ${only.pointer}`,
    slots: [],
  });
  if (judged.kind === 'sent') await accuse(run, judged);
}

function isWorthReducing(run: RunState, sent: SentAttempt): boolean {
  const { intent, phase, operation } = sent.exchange.case;
  return (
    (phase === 'fuzz' || phase === 'examples') &&
    intent.kind === 'valid' &&
    intent.tier === 'plain' &&
    run.checks.some(({ name }) => name === refusesValid.name) &&
    !isRemover(operation, run.options) &&
    isRefused(run, sent)
  );
}

function isRefused(run: RunState, { exchange }: SentAttempt): boolean {
  const { outcome, case: testCase } = exchange;
  return (
    outcome.kind === 'answer' &&
    isRefusal('refuses-valid', outcome.status, testCase.operation.id, run.options.refusals)
  );
}
