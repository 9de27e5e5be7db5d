/** What the terminal report remembers of a run: counts, distinct failures, and what was not tested. */
import type {
  FailureEvent,
  OperationFinished,
  RunEvent,
  RunFinished,
  RunStarted,
  SpecProblem,
} from '../../run/events.ts';
import { keptFailure } from '../kept-failure.ts';

export interface TerminalState {
  readonly started: RunStarted | undefined;
  readonly finished: RunFinished | undefined;
  readonly problemCount: number;
  /** The first few; `assay list` prints all. */
  readonly problems: readonly SpecProblem[];
  /** As they came. */
  readonly failures: readonly FailureEvent[];
  /** Operations never accepted. */
  readonly untested: readonly OperationFinished[];
  /** What is to know of the target, and is no failure. */
  readonly notes: readonly string[];
  readonly sent: number;
  readonly phasesFinished: number;
  /** What was sent last, such as `fuzz ShowTicket`. */
  readonly current: string;
  /** Milliseconds since the run started, by the events. */
  readonly clockMs: number;
}

export const SHOWN_PROBLEMS = 5;

export const INITIAL_STATE: TerminalState = {
  started: undefined,
  finished: undefined,
  problemCount: 0,
  problems: [],
  failures: [],
  untested: [],
  notes: [],
  sent: 0,
  phasesFinished: 0,
  current: '',
  clockMs: 0,
};

/** @returns the state after the event. */
export function fold(state: TerminalState, event: RunEvent): TerminalState {
  switch (event.kind) {
    case 'exchange':
      return {
        ...state,
        sent: state.sent + 1,
        current: `${event.phase} ${event.operation}`,
        clockMs: Math.max(state.clockMs, event.startedMs + event.elapsedMs),
      };
    case 'run-started':
      return { ...state, started: event };
    case 'spec-problem':
      return withProblem(state, event);
    case 'failure':
      return { ...state, failures: [...state.failures, keptFailure(event)] };
    case 'note':
      return { ...state, notes: [...state.notes, event.message] };
    case 'phase-finished':
      return { ...state, phasesFinished: state.phasesFinished + 1 };
    case 'operation-finished':
      return event.ledger.untested === null
        ? state
        : { ...state, untested: [...state.untested, event] };
    case 'run-finished':
      return { ...state, finished: event };
    default:
      // No section of the report is about it.
      return state;
  }
}

function withProblem(state: TerminalState, problem: SpecProblem): TerminalState {
  const problemCount = state.problemCount + 1;
  return state.problems.length < SHOWN_PROBLEMS
    ? { ...state, problemCount, problems: [...state.problems, problem] }
    : { ...state, problemCount };
}
