/** One operation's cases, phase after phase, each drawn only when it is asked for. */
import type { Phase } from '../cases/case.ts';
import type { DrawnCase } from '../cases/fuzz.ts';
import type { NotReached } from '../checks/verdict.ts';
import type { Operation } from '../spec/api.ts';
import type { PhaseFinished } from './events.ts';
import { phasesOf, type OpenPhase } from './phase-cases.ts';
import type { RunState, SettledTemplate } from './run-state.ts';

export interface PhaseQueue {
  readonly operation: Operation;
  /** @returns undefined where it is spent, or plans what comes next */
  next(): DrawnCase | undefined;
  /** Announces the phases that came to their end in the round. */
  endRound(): void;
  isSpent(): boolean;
}

/**
 * The boundaries of a large body take time to plan: while the requests of the phases that need none
 * are sent, they are planned piece by piece, so that the target never waits long for the next.
 */
const ORDER = ['examples', 'probes', 'boundaries', 'fuzz'] as const satisfies readonly Phase[];

/** Planned in one go where there is nothing else left to send of the operation. */
const PIECES_A_TURN = 2;

/** @returns the queue of an operation whose plain request was accepted. */
export function createPhaseQueue(
  run: RunState,
  operation: Operation,
  settled: SettledTemplate,
): PhaseQueue {
  const phases = ORDER.filter((phase) => run.options.phases.includes(phase));
  const open = phasesOf(run, settled);
  const boundaries = open('boundaries');
  let current: { readonly cases: Iterator<DrawnCase>; readonly why: OpenPhase['why'] } | undefined;
  let sent = 0;
  let ended: Ended[] = [];
  const next = (): DrawnCase | undefined => {
    let isPlanned = !phases.includes('boundaries') || boundaries.plan();
    for (let phase = phases[0]; phase !== undefined; phase = phases[0]) {
      if (phase === 'boundaries' && !isPlanned) {
        isPlanned = boundaries.plan(PIECES_A_TURN);
        // Others are asked meanwhile.
        if (!isPlanned) return undefined;
      }
      current ??= begun(open(phase));
      const drawn = current.cases.next();
      if (drawn.done !== true) {
        sent += 1;
        return drawn.value;
      }
      ended.push({ phase, sent, why: current.why });
      phases.shift();
      current = undefined;
      sent = 0;
    }
    return undefined;
  };
  return {
    operation,
    next,
    endRound: () => {
      for (const one of ended) run.emit(finishedBy(operation, one));
      ended = [];
    },
    isSpent: () => phases.length === 0,
  };
}

interface Ended {
  readonly phase: Phase;
  readonly sent: number;
  readonly why: NotReached | undefined;
}

function finishedBy({ id }: Operation, { phase, sent, why }: Ended): PhaseFinished {
  const about = why === undefined ? {} : { notReached: why };
  return { kind: 'phase-finished', operation: id, phase, sent, ...about };
}

function begun({ cases, why }: OpenPhase): {
  readonly cases: Iterator<DrawnCase>;
  readonly why: OpenPhase['why'];
} {
  return { cases: cases[Symbol.iterator](), why };
}
