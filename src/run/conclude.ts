/** What the run comes to: its exit code and, in a sentence each, why it is not 0. */
import type { RunFinished } from './events.ts';
import { noted, type RunState } from './run-state.ts';

/** @param elapsedMs since the run started */
export function conclude(run: RunState, elapsedMs: number): RunFinished {
  const ledgers = run.operations.map((operation) => noted(run.ledgers, operation));
  const accepted = ledgers.filter(({ isAccepted }) => isAccepted).length;
  const withheld = ledgers.filter((ledger) => ledger.isWithheld && !ledger.isAccepted).length;
  const failures = run.failures.ranked();
  const tally = {
    accepted,
    withheld,
    operations: run.operations.length,
    failures: failures.length,
  };
  const { exitCode, reasons } = verdictOf(run, tally);
  return {
    kind: 'run-finished',
    exitCode,
    reasons,
    interrupted: run.signal.aborted,
    operations: run.operations.length,
    accepted,
    withheld,
    sent: run.lessons.all.sent,
    failures,
    elapsedMs,
    unproven: run.counts.unproven,
    repeated: run.counts.repeated,
    unenforced: run.counts.unenforced,
    opaque: run.counts.opaque,
    tolerated: run.counts.tolerated,
    lastLesson: run.lessons.all.last,
    drawn: { ...run.lessons.drawn },
    outOfBudget: run.counts.outOfBudget,
  };
}

interface Tally {
  readonly operations: number;
  readonly accepted: number;
  readonly withheld: number;
  readonly failures: number;
}

function verdictOf(run: RunState, tally: Tally): Pick<RunFinished, 'exitCode' | 'reasons'> {
  const { accepted, failures } = tally;
  const reasons: string[] = [];
  if (failures > 0) reasons.push(`${plural(failures, 'failure')} found.`);
  const unmet = unmetGate(run, tally);
  if (unmet !== undefined) reasons.push(unmet);
  if (run.signal.aborted) return { exitCode: 130, reasons: [...reasons, 'Interrupted.'] };
  if (failures > 0) return { exitCode: 1, reasons };
  if (accepted === 0) {
    return { exitCode: 2, reasons: ['No operation was accepted: nothing was tested.'] };
  }
  return { exitCode: unmet === undefined ? 0 : 1, reasons };
}

/** What manners forbid to send does not count. */
function unmetGate(run: RunState, tally: Tally): string | undefined {
  const { accepted: wanted } = run.options.gate;
  const countable = tally.operations - tally.withheld;
  const needed = wanted === 'all' ? countable : Math.ceil(countable * wanted);
  if (tally.accepted >= needed) return undefined;
  return `${String(tally.accepted)} of ${String(countable)} operations were accepted; the gate asks for ${String(needed)}.`;
}

function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
