/**
 * A report format: a thin shell around a pure fold over run events. A reporter that throws is
 * reported and the run goes on.
 */
import type { RunEvent } from '../run/events.ts';

export interface Reporter {
  readonly name: string;
  on(event: RunEvent): void;
  /** Writes what is left; called once, also after an interruption. */
  close(): Promise<void>;
}
