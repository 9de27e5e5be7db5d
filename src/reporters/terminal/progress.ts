/** What is shown while a run goes on: its heading, one line of where it is, and failures as they come. */
import type { FailureEvent, RunStarted } from '../../run/events.ts';
import type { Colors } from '../screen.ts';
import { counted, cut, duration, number } from './layout.ts';
import { printable } from './printable.ts';
import type { TerminalState } from './state.ts';

/** @returns the heading: what is tested, where, and the seed. */
export function headingText(started: RunStarted, colors: Colors): string {
  const { assay, title, source, baseUrl, seed, operations } = started;
  const parts = [
    `${colors.bold('assay')} ${printable(assay)}`,
    `${printable(title === '' ? source : title)} (${counted(operations.length, 'operation')})`,
    printable(baseUrl),
    `seed ${String(seed)}`,
  ];
  return parts.join(colors.dim(' · '));
}

/** @returns how far the run is, such as `37 % · fuzz ShowTicket · 1,234 requests · 2 failures · 12 s`. */
export function progressText(state: TerminalState, width: number): string {
  const { started, phasesFinished, sent, failures, clockMs, current } = state;
  const phases = (started?.operations.length ?? 0) * (1 + (started?.phases.length ?? 0));
  const share = phases === 0 ? 0 : Math.min(100, Math.floor((100 * phasesFinished) / phases));
  const known = `${number(share)} % · ${counted(sent, 'request')} · ${counted(failures.length, 'failure')} · ${duration(clockMs)}`;
  return cut(current === '' ? known : `${known} · ${printable(current)}`, width);
}

/** @returns one line for a failure as it is found. */
export function foundText(failure: FailureEvent, width: number): string {
  const { code, check, operation, title } = failure;
  return cut(`FAIL ${code} ${check} ${printable(operation)}: ${printable(title)}`, width);
}
