/**
 * What the JUnit report remembers: for each operation, phase and check whether it passed, failed or
 * could not tell, and the distinct failures. Never an exchange, so a long run takes no more
 * memory than a short one.
 */
import type { Phase } from '../../cases/case.ts';
import type { NotReached, Verdict } from '../../checks/verdict.ts';
import type {
  ExchangeEvent,
  FailureEvent,
  OperationFinished,
  OperationLedger,
  PhaseFinished,
  RunEvent,
  RunFinished,
  RunStarted,
  SpecProblem,
  UnsentEvent,
  VerdictEvent,
} from '../../run/events.ts';
import { keptFailure } from '../kept-failure.ts';

export interface JunitState {
  readonly started: RunStarted | undefined;
  readonly finished: RunFinished | undefined;
  /** In the order of {@link RunStarted.operations}. */
  readonly operations: readonly OperationTally[];
  /** operationId to its index. */
  readonly indexOf: ReadonlyMap<string, number>;
  readonly failures: readonly FailureEvent[];
  readonly problems: readonly SpecProblem[];
}

export interface OperationTally {
  readonly id: string;
  readonly ledger: OperationLedger | undefined;
  readonly phases: Partial<Record<Phase, PhaseTally>>;
}

/** Added to in place, unlike all else: it is touched with every request. */
export interface PhaseTally {
  elapsedMs: number;
  /** Why nothing of it was sent. */
  notReached: NotReached | undefined;
  /** Why the first of its cases that was not sent was not. */
  unsent: NotReached | undefined;
  checks: Readonly<Record<string, CheckTally>>;
  /** What the verdict that came last said: the same again changes nothing. */
  last: VerdictEvent['checks'] | undefined;
}

/** What was ever said, not how often: once it is settled, a run's further verdicts change nothing. */
export interface CheckTally {
  readonly hasPassed: boolean;
  readonly hasFailed: boolean;
  /** Why it could not tell, the first time that it could not. */
  readonly why: string;
}

export const INITIAL_STATE: JunitState = {
  started: undefined,
  finished: undefined,
  operations: [],
  indexOf: new Map(),
  failures: [],
  problems: [],
};

const NO_CHECK: CheckTally = { hasPassed: false, hasFailed: false, why: '' };

/** @returns the state after the event. */
export function fold(state: JunitState, event: RunEvent): JunitState {
  switch (event.kind) {
    case 'run-started':
      return begun(state, event);
    case 'exchange':
    case 'verdict':
    case 'unsent':
    case 'phase-finished':
      note(phaseOf(state, event), event);
      return state;
    case 'operation-finished':
      return withLedger(state, event);
    case 'failure':
      return { ...state, failures: [...state.failures, keptFailure(event)] };
    case 'spec-problem':
      return { ...state, problems: [...state.problems, event] };
    case 'run-finished':
      return { ...state, finished: event };
    case 'operation-started':
    case 'note':
      return state;
  }
}

/** @returns such as `no id known: ticket_id`. */
export function notReachedText({ reason, detail }: NotReached): string {
  return detail === '' ? reason : `${reason}: ${detail}`;
}

function begun(state: JunitState, started: RunStarted): JunitState {
  return {
    ...state,
    started,
    operations: started.operations.map(({ id }) => ({ id, ledger: undefined, phases: {} })),
    indexOf: new Map(started.operations.map(({ id }, index) => [id, index])),
  };
}

function withLedger(state: JunitState, { operation, ledger }: OperationFinished): JunitState {
  const operations = state.operations.map((tally) =>
    tally.id === operation ? { ...tally, ledger } : tally,
  );
  return { ...state, operations };
}

type PhaseEvent = ExchangeEvent | VerdictEvent | UnsentEvent | PhaseFinished;

/** Of what nobody asked to be tested, nothing is kept. */
function phaseOf(
  { operations, indexOf }: JunitState,
  { operation, phase }: PhaseEvent,
): PhaseTally {
  const phases = operations[indexOf.get(operation) ?? -1]?.phases ?? {};
  return (phases[phase] ??= {
    elapsedMs: 0,
    notReached: undefined,
    unsent: undefined,
    checks: {},
    last: undefined,
  });
}

function note(phase: PhaseTally, event: PhaseEvent): void {
  switch (event.kind) {
    case 'exchange':
      phase.elapsedMs += event.elapsedMs;
      break;
    case 'verdict':
      judge(phase, event);
      break;
    case 'unsent':
      phase.unsent ??= event.why;
      break;
    case 'phase-finished':
      phase.notReached = event.notReached;
      break;
  }
}

function judge(phase: PhaseTally, { checks }: VerdictEvent): void {
  // Most answers of a run are told by one object.
  if (phase.last === checks) return;
  phase.last = checks;
  for (const [name, verdict] of Object.entries(checks)) {
    const before = phase.checks[name] ?? NO_CHECK;
    const after = tallied(before, verdict);
    if (after !== before) phase.checks = { ...phase.checks, [name]: after };
  }
}

function tallied(tally: CheckTally, verdict: VerdictEvent['checks'][string]): CheckTally {
  if (verdict === 'pass') return tally.hasPassed ? tally : { ...tally, hasPassed: true };
  if (verdict.kind === 'fail') return tally.hasFailed ? tally : { ...tally, hasFailed: true };
  return tally.why === '' ? { ...tally, why: silence(verdict) } : tally;
}

function silence(verdict: Exclude<Verdict, { kind: 'pass' | 'fail' }>): string {
  if (verdict.kind === 'not-reached') return notReachedText(verdict.why);
  return verdict.why === '' ? 'not judged' : verdict.why;
}
