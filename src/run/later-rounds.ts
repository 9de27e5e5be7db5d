/**
 * The rounds after the first: every accepted operation gets a slice of its next cases, breadth
 * first, until all are spent. What was never accepted and may be now goes before, and what answered
 * something new in the round before gets more. The pool takes what a round found only when the
 * round is over.
 */
import type { Case } from '../cases/case.ts';
import type { DrawnCase } from '../cases/fuzz.ts';
import type { NotReached, NotReachedReason } from '../checks/verdict.ts';
import { accuse } from './accuse.ts';
import { attempt } from './attempt.ts';
import { isSpent } from './budget.ts';
import { followUp } from './follow-up.ts';
import { createPhaseQueue, type PhaseQueue } from './phase-queue.ts';
import { readAhead } from './read-ahead.ts';
import { reduceRefusal } from './reduce-refusal.ts';
import type { RunState } from './run-state.ts';
import { createLatecomers } from './settle-late.ts';
import type { Template } from './find-accepted.ts';
import { inParallel } from './workers.ts';
import { writeCase, type Unsent, type Written } from './write-case.ts';

/** Cases of one operation a round, where there are many operations. */
const SLICE = 8;

/** Cases a round for each request in flight, so that few operations still keep all of them busy. */
const CASES_PER_LANE = 24;

/** An operation that answered something new gets so many times the slice of the others. */
const TEACHING = 2;

/** Runs every phase of every settled operation to its end, or until the run is interrupted. */
export async function laterRounds(run: RunState, templates: readonly Template[]): Promise<void> {
  const latecomers = createLatecomers(run, templates);
  let queues = queuesOf(run, new Set());
  const known = new Set(queues.map(({ operation }) => operation.id));
  while (queues.length > 0 && !run.signal.aborted && !run.counts.gone && !isSpent(run)) {
    const taught = run.lessons.endRound();
    const cases = readAhead(writtenOf(run, sliceOf(run, queues, taught)));
    await inParallel(run.options.concurrency, cases, async ({ drawn, written }) => {
      if (isSpent(run)) return;
      const tried = await attempt(run, drawn.case, { once: true, written });
      if (tried.kind !== 'sent') return tellUnsent(run, drawn.case, tried.why);
      await accuse(run, tried, drawn);
      await followUp(run, tried);
      await reduceRefusal(run, tried);
    });
    run.pool.publish();
    run.twins.clear();
    for (const queue of queues) queue.endRound();
    if (!isSpent(run)) await latecomers.settle();
    const fresh = queuesOf(run, known);
    for (const { operation } of fresh) known.add(operation.id);
    queues = [...fresh, ...queues.filter((queue) => !queue.isSpent())];
  }
}

interface Next {
  readonly drawn: DrawnCase;
  readonly written: Written | Unsent | undefined;
}

/** What depends on nothing that exists is written when it is drawn. */
function* writtenOf(run: RunState, cases: Iterable<DrawnCase>): Iterable<Next> {
  for (const drawn of cases) {
    const hasSlots = drawn.case.slots.length > 0;
    yield { drawn, written: hasSlots ? undefined : writeCase(run, drawn.case, true) };
  }
}

/** Those that are only counted are counted where they are left out. */
const COUNTED: ReadonlySet<NotReachedReason> = new Set(['sent before', 'cannot be proven']);

function tellUnsent(run: RunState, testCase: Case, why: NotReached): void {
  if (COUNTED.has(why.reason)) return;
  const { operation, phase, id, deviation } = testCase;
  run.emit({ kind: 'unsent', operation: operation.id, phase, case: id, deviation, why });
}

/** Those of the settled operations that have no queue yet. */
function queuesOf(run: RunState, known: ReadonlySet<string>): readonly PhaseQueue[] {
  return run.operations.flatMap((operation) => {
    const settled = run.settled.get(operation.id);
    if (settled === undefined || known.has(operation.id)) return [];
    return [createPhaseQueue(run, operation, settled)];
  });
}

/** What taught something last goes first, and gets more. */
function* sliceOf(
  { options }: RunState,
  queues: readonly PhaseQueue[],
  taught: ReadonlySet<string>,
): Iterable<DrawnCase> {
  const slice = Math.max(SLICE, Math.ceil((options.concurrency * CASES_PER_LANE) / queues.length));
  const isTeaching = ({ operation }: PhaseQueue): boolean => taught.has(operation.id);
  const ordered = [...queues.filter(isTeaching), ...queues.filter((one) => !isTeaching(one))];
  for (const queue of ordered) {
    const most = isTeaching(queue) ? slice * TEACHING : slice;
    for (let taken = 0; taken < most; taken += 1) {
      const next = queue.next();
      if (next === undefined) break;
      yield next;
    }
  }
}
