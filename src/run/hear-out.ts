/**
 * Asks once more where an answer may have no content, and listens until the connection ends: what a
 * server sends there all the same is nowhere else to be seen.
 */
import type { Case } from '../cases/case.ts';
import { bodyForbidden } from '../checks/body-forbidden.ts';
import { mayHaveContent } from '../checks/may-have-content.ts';
import { accuse } from './accuse.ts';
import type { SentAttempt } from './attempted.ts';
import { dispatch, AGAIN } from './dispatch.ts';
import { judge, NO_BASELINE } from './judge.ts';
import { isRemover } from './manners.ts';
import type { RunState } from './run-state.ts';

/** @param afresh the request with open slots, for what was removed is gone; `sent` is how it was answered */
export async function hearOut(run: RunState, sent: SentAttempt, afresh: Case): Promise<void> {
  const own = run.checks.filter(({ name }) => name === bodyForbidden.name);
  if (own.length === 0 || !isWorthIt(run, sent)) return;
  const heard = await dispatch(
    run,
    {
      ...afresh,
      id: `${afresh.id}:heard-out`,
      deviation: 'listened to until the connection ends',
      heardOut: true,
    },
    { ...AGAIN, candidate: run.settled.get(afresh.operation.id)?.attempt ?? 0 },
  );
  if (heard.kind !== 'sent') return;
  const judgements = judge(run, heard, NO_BASELINE, own);
  await accuse(run, { ...heard, judgements, isPlainRefused: false, requests: 1 });
}

/** Nobody else's machine loses another record for this; and what was seen already is not looked for. */
function isWorthIt(run: RunState, { exchange, judgements }: SentAttempt): boolean {
  const { outcome, request, case: asked } = exchange;
  if (outcome.kind !== 'answer' || mayHaveContent(request, outcome.status)) return false;
  if (!run.isLoopback && isRemover(asked.operation, run.options)) return false;
  return !judgements.some(
    ({ check, verdict }) => check.name === bodyForbidden.name && verdict.kind === 'fail',
  );
}
