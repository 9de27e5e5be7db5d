/** What the process ends with, decided in this one place. */
import type { RunFinished } from '../run/events.ts';
import type { Replayed } from '../run/replay.ts';

/** 0: conforms; 1: failures, or fewer accepted than asked for; 2: the run could not be made; 130: interrupted. */
export type ExitCode = RunFinished['exitCode'];

export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'ran'; readonly finished: RunFinished; readonly hasReporterFailed: boolean }
  | { readonly kind: 'replayed'; readonly replayed: Replayed }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'interrupted' };

/** @returns the code; a report that could not be written is never success. */
export function exitCodeOf(outcome: Outcome): ExitCode {
  switch (outcome.kind) {
    case 'done':
      return 0;
    case 'ran': {
      const { finished, hasReporterFailed } = outcome;
      return finished.exitCode === 0 && hasReporterFailed ? 2 : finished.exitCode;
    }
    case 'replayed':
      return REPLAYED[outcome.replayed];
    case 'stopped':
      return 2;
    case 'interrupted':
      return 130;
  }
}

const REPLAYED = {
  fixed: 0,
  'still failing': 1,
  'failing otherwise': 1,
  flaky: 1,
  'not judged': 2,
} as const satisfies Record<Replayed, ExitCode>;
