/** What the checks of an answer share: they have nothing to say where none came. */
import type { Answer, Exchange } from '../transport/exchange.ts';
import type { Check, JudgeContext } from './check.ts';
import { skipped, type Verdict } from './verdict.ts';

/** @returns a `judge` that skips exchanges without an answer. */
export function judgeAnswerOf(
  judge: (answer: Answer, exchange: Exchange, context: JudgeContext) => Verdict,
): Check['judge'] {
  return (exchange, context) =>
    exchange.outcome.kind === 'answer'
      ? judge(exchange.outcome, exchange, context)
      : skipped('no answer');
}
