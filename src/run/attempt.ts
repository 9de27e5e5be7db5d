/**
 * One case, all the way to its verdicts. A refusal accuses or acquits only by comparison: the plain
 * template, bound to the same ids, must be accepted beside it.
 */
import type { Case } from '../cases/case.ts';
import { judgeExchange, type Judgement } from '../checks/judge-exchange.ts';
import type { Verdict } from '../checks/verdict.ts';
import type { Attempt, Dispatched } from './attempted.ts';
import { settleBaseline, type Baseline } from './baseline.ts';
import { dispatch } from './dispatch.ts';
import type { VerdictEvent } from './events.ts';
import { noted, type RunState } from './run-state.ts';
import { tolerate } from './tolerate.ts';

/** @param candidate which of the pool's entries a template takes, from 0 */
export async function attempt(run: RunState, testCase: Case, candidate = 0): Promise<Attempt> {
  const sent = await dispatch(run, testCase, candidate);
  if (sent.kind === 'not-reached') return sent;
  const baseline = await settleBaseline(run, sent);
  return { ...sent, judgements: judge(run, sent, baseline) };
}

function judge(run: RunState, sent: Dispatched, baseline: Baseline): readonly Judgement[] {
  const { api, schemas, checks } = run;
  const { exchange, body } = sent;
  const context = { api, schemas, body, ...baseline };
  const judgements = judgeExchange(exchange, context, checks).map((judgement) =>
    tolerate(run, exchange, judgement),
  );
  const { operation, phase, id } = exchange.case;
  noted(run.ledgers, operation).judged(judgements);
  const said: Record<string, VerdictEvent['checks'][string]> = {};
  for (const { check, verdict } of judgements) said[check.name] = shortened(verdict);
  run.emit({ kind: 'verdict', operation: operation.id, phase, case: id, checks: said });
  return judgements;
}

function shortened(verdict: Verdict): VerdictEvent['checks'][string] {
  return verdict.kind === 'pass' ? 'pass' : verdict;
}
