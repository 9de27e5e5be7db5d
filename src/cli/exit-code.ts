/** What the process ends with, decided in this one place. */
import type { RunFinished } from '../run/events.ts';

/** 0: conforms; 1: failures, or fewer accepted than asked for; 2: the run could not be made; 130: interrupted. */
export type ExitCode = RunFinished['exitCode'];

export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'ran'; readonly finished: RunFinished; readonly hasReporterFailed: boolean }
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
    case 'stopped':
      return 2;
    case 'interrupted':
      return 130;
  }
}
