/**
 * When a run last learnt something: a status that an operation had not answered before, or a new
 * failure. Requests drawn at random are counted apart, since only of them could there be more.
 */
import type { Phase } from '../cases/case.ts';

/** Of so many requests, which was the last that showed something new; 0 for none. */
export interface Lessons {
  readonly sent: number;
  readonly last: number;
}

export interface LessonBook {
  /** A request of that phase went out. */
  sent(phase: Phase): void;
  /** The request of that phase that was sent last showed something new. */
  learnt(phase: Phase, operation: string): void;
  /** @returns the ids of the operations that showed something new since it was last asked */
  endRound(): ReadonlySet<string>;
  readonly all: Lessons;
  /** Of the phase `fuzz` alone. */
  readonly drawn: Lessons;
}

/** @returns an empty book. */
export function createLessonBook(): LessonBook {
  const all = { sent: 0, last: 0 };
  const drawn = { sent: 0, last: 0 };
  let taught = new Set<string>();
  const about = (phase: Phase): readonly { sent: number; last: number }[] =>
    phase === 'fuzz' ? [all, drawn] : [all];
  return {
    sent: (phase) => {
      for (const one of about(phase)) one.sent += 1;
    },
    learnt: (phase, operation) => {
      for (const one of about(phase)) one.last = one.sent;
      taught.add(operation);
    },
    endRound: () => {
      const ended = taught;
      taught = new Set();
      return ended;
    },
    all,
    drawn,
  };
}
