/** Ctrl-C: the first gives up what is under way and lets reports be written, the second ends at once. */
import { complain } from './process-streams.ts';

const INTERRUPTED = 130;

/** @returns a signal that is aborted by the first SIGINT or SIGTERM. */
export function interruptionSignal(): AbortSignal {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    complain('\ninterrupted: writing reports; once more ends at once\n');
    controller.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return controller.signal;
}
