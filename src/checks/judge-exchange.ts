/**
 * Runs the checks over one exchange in order of blame: a lower check is skipped when a higher one
 * failed, so that one fault is one accusation.
 */
import type { Exchange } from '../transport/exchange.ts';
import type { Check, JudgeContext } from './check.ts';
import { HIDES_NOTHING } from './index.ts';
import { skipped, type Verdict } from './verdict.ts';

/** A check and what it said. */
export interface Judgement {
  readonly check: Check;
  readonly verdict: Verdict;
}

/** @returns one judgement for each of `checks` that applies to the exchange's intent, in their order. */
export function judgeExchange(
  exchange: Exchange,
  context: JudgeContext,
  checks: readonly Check[],
): readonly Judgement[] {
  const judgements: Judgement[] = [];
  let because: string | undefined;
  for (const check of checks) {
    if (!check.appliesTo(exchange.case.intent)) continue;
    const verdict: Verdict =
      because === undefined
        ? check.judge(exchange, context)
        : skipped(`${because} failed for this answer`);
    judgements.push({ check, verdict });
    if (verdict.kind === 'fail' && !HIDES_NOTHING.has(check.name)) because ??= check.name;
  }
  return judgements;
}
