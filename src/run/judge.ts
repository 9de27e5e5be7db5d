/** What the checks say of one exchange, less what config tolerates; noted in the ledger and emitted. */
import { judgeExchange, type Judgement } from '../checks/judge-exchange.ts';
import { NOT_ENFORCED, OPAQUE } from '../checks/verdict.ts';
import type { Baseline, Dispatched } from './attempted.ts';
import { noted, type ActiveCheck, type RunState } from './run-state.ts';
import { tolerate } from './tolerate.ts';

export const NO_BASELINE: Baseline = { twin: undefined, control: undefined, excuse: undefined };

/** @param checks those to ask, in order of blame */
export function judge(
  run: RunState,
  sent: Dispatched,
  baseline: Baseline,
  checks: readonly ActiveCheck[] = run.checks,
): readonly Judgement[] {
  const { api, schemas, evidence, options } = run;
  const { exchange, body } = sent;
  const { refusals, maxResponseMs } = options;
  const { twin, control, excuse } = baseline;
  const context = {
    api,
    schemas,
    body,
    twin,
    control,
    excuse,
    refusals,
    evidence,
    maxResponseMs,
  };
  const said = judgeExchange(exchange, context, checks);
  const judgements =
    options.tolerate.length === 0
      ? said
      : said.map((judgement) => tolerate(run, exchange, judgement));
  const { operation, phase, id } = exchange.case;
  noted(run.ledgers, operation).judged(judgements);
  for (const { verdict } of judgements) {
    if (verdict === NOT_ENFORCED) run.counts.unenforced += 1;
    if (verdict === OPAQUE) run.counts.opaque += 1;
  }
  const summed = run.said(judgements);
  run.emit({ kind: 'verdict', operation: operation.id, phase, case: id, checks: summed });
  return judgements;
}
