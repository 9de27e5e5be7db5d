/**
 * Makes a failing case small: walks the shrink tree of the values it was drawn from, and keeps each
 * smaller case that still shows the same failure, within a budget of resends.
 */
import type { DrawnCase } from '../cases/fuzz.ts';
import { attempt } from './attempt.ts';
import type { SentAttempt } from './attempted.ts';
import type { RunState } from './run-state.ts';

/** @returns the smallest attempt found that `shows` the failure; `sent` itself at worst. */
export async function minimise(
  run: RunState,
  sent: SentAttempt,
  drawn: DrawnCase,
  shows: (other: SentAttempt) => boolean,
): Promise<SentAttempt> {
  let smallest = sent;
  let current: DrawnCase | undefined = drawn;
  let resends = 0;
  while (current !== undefined) {
    let next: DrawnCase | undefined;
    for (const candidate of current.shrink()) {
      if (resends >= run.options.maxResends) return smallest;
      resends += 1;
      const id = `${sent.exchange.case.id}~${String(resends)}`;
      const tried = await attempt(run, { ...candidate.case, id });
      if (tried.kind !== 'sent' || !shows(tried)) continue;
      smallest = tried;
      next = candidate;
      break;
    }
    current = next;
  }
  return smallest;
}
