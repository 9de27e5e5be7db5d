/**
 * A report for whoever waits while a run goes on: what became of one phase of one operation, as soon
 * as that is over. A cause is one failure, told where it was seen first; a phase where it was seen
 * again must not look as if it had passed.
 */
import type { Phase } from '../cases/case.ts';
import type { Finding } from '../checks/verdict.ts';
import type { FailureEvent, RunEvent, VerdictEvent } from '../run/events.ts';
import type { Reporter } from './reporter.ts';

export interface PhaseOutcome {
  /** Those that were first seen in it. */
  readonly failures: readonly FailureEvent[];
  /** A line for each cause that was seen in it too, and is told elsewhere. */
  readonly seenAgain: readonly string[];
  /** Why nothing was sent. */
  readonly untested: string | undefined;
}

export interface PhaseWatch {
  readonly reporter: Reporter;
  /** Ends all waiting: the run was stopped by this error. */
  readonly fail: (error: unknown) => void;
  /** Resolves when the phase is over for that operation, or the whole run is. */
  readonly phase: (operation: string, phase: Phase) => Promise<PhaseOutcome>;
  /** Failures that no phase has told: what only the whole run could say. */
  readonly untold: () => readonly FailureEvent[];
}

/** @returns a watch over one run. */
export function createPhaseWatch(): PhaseWatch {
  const failures: FailureEvent[] = [];
  const told = new Set<FailureEvent>();
  const reasons = new Map<string, string>();
  const seen = new Map<string, Map<string, Seen>>();
  const phases = new Map<string, Signal>();
  const whole = createSignal();
  const phaseOver = (key: string): Signal => {
    const signal = phases.get(key) ?? createSignal();
    phases.set(key, signal);
    return signal;
  };
  const note = (event: RunEvent): void => {
    if (event.kind === 'failure') failures.push(event);
    if (event.kind === 'verdict') {
      const key = keyOf(event.operation, event.phase);
      const found = seen.get(key) ?? new Map<string, Seen>();
      for (const one of failedIn(event)) found.set(causeOf(one.check, one.finding), one);
      seen.set(key, found);
    }
    if (event.kind === 'phase-finished') {
      const key = keyOf(event.operation, event.phase);
      if (event.notReached !== undefined) reasons.set(key, reasonText(event.notReached));
      phaseOver(key).settle();
    }
    if (event.kind === 'operation-finished' && event.ledger.untested !== null)
      reasons.set(event.operation, reasonText(event.ledger.untested));
    if (event.kind === 'run-finished') whole.settle();
  };
  return {
    reporter: { name: 'watch', on: note, close: () => Promise.resolve() },
    fail: whole.fail,
    untold: () => failures.filter((failure) => !told.has(failure)),
    phase: async (operation, phase) => {
      const key = keyOf(operation, phase);
      await Promise.race([phaseOver(key).reached, whole.reached]);
      const own = failures.filter((one) => one.operation === operation && one.phase === phase);
      for (const failure of own) told.add(failure);
      return {
        failures: own,
        seenAgain: seenAgain(seen.get(key) ?? new Map(), own, failures),
        untested: reasons.get(key) ?? reasons.get(operation),
      };
    },
  };
}

interface Seen {
  readonly check: string;
  readonly finding: Finding;
}

function failedIn({ checks }: VerdictEvent): readonly Seen[] {
  return Object.entries(checks).flatMap(([check, said]) =>
    said === 'pass' || said.kind !== 'fail'
      ? []
      : said.findings.map((finding) => ({ check, finding })),
  );
}

function seenAgain(
  seen: ReadonlyMap<string, Seen>,
  own: readonly FailureEvent[],
  failures: readonly FailureEvent[],
): readonly string[] {
  const known = new Set(own.map((failure) => causeOf(failure.check, failure)));
  return [...seen]
    .filter(([cause]) => !known.has(cause))
    .map(([cause, { check, finding }]) => {
      const first = failures.find((failure) => causeOf(failure.check, failure) === cause);
      const where =
        first === undefined ? '' : `; told in full under ${first.operation} (${first.phase})`;
      return `${check}: ${finding.title}${where}`;
    });
}

function causeOf(check: string, { place, keyword }: Pick<Finding, 'place' | 'keyword'>): string {
  return `${check} ${place} ${keyword}`;
}

function keyOf(operation: string, phase: Phase): string {
  return `${operation} ${phase}`;
}

function reasonText({
  reason,
  detail,
}: {
  readonly reason: string;
  readonly detail: string;
}): string {
  return `${reason}: ${detail}`;
}

/** A promise that is settled from outside. */
interface Signal {
  readonly reached: Promise<void>;
  readonly settle: () => void;
  readonly fail: (error: unknown) => void;
}

function createSignal(): Signal {
  let settle: () => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const reached = new Promise<void>((resolve, reject) => {
    settle = resolve;
    fail = reject;
  });
  // Nobody may be waiting when it fails; whoever waits still learns of it.
  reached.catch(() => undefined);
  return { reached, settle, fail };
}
