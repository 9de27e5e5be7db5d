/**
 * Comes back to operations that were never accepted, when answers of the later rounds have shown
 * ids that were not known before.
 */
import { noted, type RunState } from './run-state.ts';
import type { Template } from './find-accepted.ts';
import { settle } from './settle-template.ts';

/** Times that an operation is come back to: one that refuses whatever it is given would go on for ever. */
const MAX_RETURNS = 3;

export interface Latecomers {
  /** Tries again those for which something new is known. */
  settle(): Promise<void>;
}

/** @param templates of all operations that may be sent, after round 0 */
export function createLatecomers(run: RunState, templates: readonly Template[]): Latecomers {
  let waiting = templates
    .filter((template) => isUntested(run, template))
    .map((template) => ({ template, known: knownFor(run, template), returns: 0 }));
  return {
    settle: async () => {
      for (const one of waiting) {
        const known = knownFor(run, one.template);
        if (known <= one.known) continue;
        one.known = known;
        one.returns += 1;
        await settle(run, one.template);
      }
      waiting = waiting.filter(
        ({ template, returns }) => isUntested(run, template) && returns < MAX_RETURNS,
      );
    },
  };
}

function isUntested(run: RunState, { first: { operation } }: Template): boolean {
  const { isAccepted, isWithheld } = noted(run.ledgers, operation);
  return !isAccepted && !isWithheld;
}

/** How many of the things that its slots name have been seen. */
function knownFor(run: RunState, { first: { slots } }: Template): number {
  return slots.reduce((count, { keys }) => count + run.pool.candidates(keys, () => true).length, 0);
}
