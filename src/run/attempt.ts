/**
 * One case, all the way to its verdicts. A refusal accuses or acquits only by comparison: the plain
 * template, bound to the same ids, must be accepted beside it. What a single answer cannot decide is
 * put off to the end of the run.
 */
import type { Case } from '../cases/case.ts';
import { authNotEnforced } from '../checks/auth-not-enforced.ts';
import { errorBodyConsistency } from '../checks/error-body-consistency.ts';
import { isOfReading } from '../checks/not-a-server-error.ts';
import type { Attempt, Dispatched, SentAttempt } from './attempted.ts';
import { neededBy, settleBaseline, UNCOMPARED, type Settled } from './baseline.ts';
import { AGAIN, dispatch, type Manner } from './dispatch.ts';
import { judge } from './judge.ts';
import type { ActiveCheck, RunState } from './run-state.ts';

/** @param manner how it is sent; as often as it is asked for, with the pool's first entries, by default */
export async function attempt(
  run: RunState,
  testCase: Case,
  manner: Partial<Manner> = {},
): Promise<Attempt> {
  const sent = await dispatch(run, testCase, { ...AGAIN, ...manner });
  if (sent.kind === 'not-reached') return sent;
  const need = neededBy(sent.exchange);
  const settled = need === undefined ? UNCOMPARED : await settleBaseline(run, sent, need);
  const { baseline } = settled;
  if (isCrashOfReading(run, sent)) {
    run.undecided.crashes.push({ ...sent, baseline });
    return judged(sent, settled, []);
  }
  return judged(sent, settled, judge(run, sent, baseline, putOff(run, sent)));
}

function judged(
  { exchange, body, accepted, taken }: Dispatched,
  { isPlainRefused, besides }: Settled,
  judgements: SentAttempt['judgements'],
): SentAttempt {
  const requests = 1 + besides;
  return { kind: 'sent', exchange, body, accepted, taken, judgements, isPlainRefused, requests };
}

function isCrashOfReading({ undecided }: RunState, { exchange }: Dispatched): boolean {
  const { case: testCase, outcome } = exchange;
  const hasFailed = outcome.kind === 'answer' && outcome.status >= 500;
  return hasFailed && isOfReading(testCase.intent) && !undecided.isClosed;
}

/** Notes what the answer says of the target as a whole. @returns the checks that can decide now */
function putOff(run: RunState, sent: Dispatched): readonly ActiveCheck[] {
  const { case: testCase, outcome } = sent.exchange;
  if (outcome.kind !== 'answer' || run.undecided.isClosed) return run.checks;
  if (testCase.intent.kind === 'not-acceptable') {
    if (outcome.status === 406) run.evidence.honoursAccept = true;
    else if (sent.accepted && !run.evidence.honoursAccept) run.undecided.served.push(sent);
  }
  const later: string[] = [];
  if (testCase.intent.kind === 'unauthenticated') {
    run.undecided.unauthenticated.push(sent);
    later.push(authNotEnforced.name);
  }
  if (outcome.status >= 400 && comparesErrors(run) && run.undecided.errors.see(sent))
    later.push(errorBodyConsistency.name);
  return later.length === 0 ? run.checks : run.checks.filter(({ name }) => !later.includes(name));
}

function comparesErrors({ checks }: RunState): boolean {
  return checks.some(({ name }) => name === errorBodyConsistency.name);
}
