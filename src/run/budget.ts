/** What a run may spend: so many requests, so much time. No new case begins after that, in any round. */
import type { RunState } from './run-state.ts';

/** Notes that cases were left when the budget ran out. */
export function isSpent(run: RunState): boolean {
  const { maxRequests, maxTimeMs } = run.options;
  const spent = run.lessons.all.sent >= maxRequests || Date.now() - run.startedAt >= maxTimeMs;
  if (spent) run.counts.outOfBudget = true;
  return spent;
}
