/** Findings that config accepts, with a reason of its own: said as skipped, and counted. */
import type { Judgement } from '../checks/judge-exchange.ts';
import { skipped, type Finding } from '../checks/verdict.ts';
import type { Exchange } from '../transport/exchange.ts';
import type { Tolerated } from './options.ts';
import type { RunState } from './run-state.ts';

/** @returns the judgement without the findings that config tolerates. */
export function tolerate(run: RunState, exchange: Exchange, judgement: Judgement): Judgement {
  const { check, verdict } = judgement;
  if (verdict.kind !== 'fail') return judgement;
  const matching = (finding: Finding): Tolerated | undefined =>
    run.options.tolerate.find((one) => covers(one, check.name, exchange, finding));
  const [first, ...rest] = verdict.findings.filter((finding) => matching(finding) === undefined);
  const tolerated = verdict.findings.map(matching).find((one) => one !== undefined);
  if (tolerated === undefined) return judgement;
  run.counts.tolerated += 1;
  return first === undefined
    ? { check, verdict: skipped(`tolerated: ${tolerated.why}`) }
    : { check, verdict: { kind: 'fail', findings: [first, ...rest] } };
}

function covers(
  { check, operation, pointer, keyword }: Tolerated,
  name: string,
  { case: { operation: sent, intent } }: Exchange,
  finding: Finding,
): boolean {
  const member =
    intent.kind === 'invalid'
      ? intent.violation.pointer
      : intent.kind === 'valid' || intent.kind === 'missing-required'
        ? intent.member?.pointer
        : undefined;
  return (
    check === name &&
    (operation === undefined || operation === sent.id) &&
    (pointer === undefined || pointer === member || pointer === finding.at) &&
    (keyword === undefined || keyword === finding.keyword)
  );
}
