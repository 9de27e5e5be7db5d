/**
 * The rounds after the first: every accepted operation gets a slice of its next cases, breadth
 * first, until all are spent. The pool takes what a round found only when the round is over.
 */
import type { Case, Phase } from '../cases/case.ts';
import { boundaryCases } from '../cases/boundaries.ts';
import { exampleCases } from '../cases/examples.ts';
import { fuzzSource, type DrawnCase } from '../cases/fuzz.ts';
import { probeCases } from '../cases/probes.ts';
import { ownCheckOf } from '../checks/own-check.ts';
import type { NotReached } from '../checks/verdict.ts';
import type { Operation } from '../spec/api.ts';
import { accuse } from './accuse.ts';
import { attempt } from './attempt.ts';
import { mayDeviate, mayProbe } from './manners.ts';
import type { RunState, SettledTemplate } from './run-state.ts';
import { reduceRefusal } from './reduce-refusal.ts';
import { inParallel } from './workers.ts';

/** Cases of one operation a round, where there are many operations. */
const SLICE = 8;

/** Cases a round for each request in flight, so that few operations still keep all of them busy. */
const CASES_PER_LANE = 24;

/** Runs every phase of every settled operation to its end, or until the run is interrupted. */
export async function laterRounds(run: RunState): Promise<void> {
  let queues = run.operations.flatMap((operation) => {
    const settled = run.settled.get(operation.id);
    return settled === undefined ? [] : [createQueue(run, operation, settled)];
  });
  while (queues.length > 0 && !run.signal.aborted && !run.counts.gone && !isSpent(run)) {
    const slice = Math.max(
      SLICE,
      Math.ceil((run.options.concurrency * CASES_PER_LANE) / queues.length),
    );
    await inParallel(run.options.concurrency, sliceOf(queues, slice), async (drawn) => {
      if (isSpent(run)) return;
      const tried = await attempt(run, drawn.case, { once: true });
      if (tried.kind !== 'sent') return;
      await accuse(run, tried, drawn);
      await reduceRefusal(run, tried);
    });
    run.pool.publish();
    run.twins.clear();
    for (const queue of queues) queue.endRound();
    queues = queues.filter((queue) => !queue.isSpent());
  }
}

/** Notes that cases were left when the budget ran out. */
function isSpent(run: RunState): boolean {
  const { maxRequests, maxTimeMs } = run.options;
  const spent = run.lessons.all.sent >= maxRequests || Date.now() - run.startedAt >= maxTimeMs;
  if (spent) run.counts.outOfBudget = true;
  return spent;
}

function* sliceOf(queues: readonly Queue[], slice: number): Iterable<DrawnCase> {
  for (const queue of queues) {
    for (let taken = 0; taken < slice; taken += 1) {
      const next = queue.next();
      if (next === undefined) break;
      yield next;
    }
  }
}

/** One operation's cases, phase after phase, drawn only when asked for. */
interface Queue {
  next(): DrawnCase | undefined;
  /** Announces the phases that came to their end in the round. */
  endRound(): void;
  isSpent(): boolean;
}

function createQueue(run: RunState, operation: Operation, settled: SettledTemplate): Queue {
  const phases = [...run.options.phases];
  let current: Opened | undefined;
  let sent = 0;
  let ended: {
    readonly phase: Phase;
    readonly sent: number;
    readonly why: NotReached | undefined;
  }[] = [];
  const next = (): DrawnCase | undefined => {
    for (let phase = phases[0]; phase !== undefined; phase = phases[0]) {
      current ??= open(run, settled, phase);
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
    next,
    endRound: () => {
      for (const { phase, sent: count, why } of ended) {
        const about = why === undefined ? {} : { notReached: why };
        run.emit({
          kind: 'phase-finished',
          operation: operation.id,
          phase,
          sent: count,
          ...about,
        });
      }
      ended = [];
    },
    isSpent: () => phases.length === 0,
  };
}

interface Opened {
  readonly cases: Iterator<DrawnCase>;
  /** Why there are none. */
  readonly why: NotReached | undefined;
}

function opened(cases: Iterable<DrawnCase>, why?: NotReached): Opened {
  return { cases: cases[Symbol.iterator](), why };
}

function open(run: RunState, settled: SettledTemplate, phase: Phase): Opened {
  const { case: template } = settled;
  switch (phase) {
    case 'examples':
      return opened(exampleCases(template, run.schemas).map(fixed));
    case 'fuzz':
      return openFuzz(run, settled);
    case 'probes':
      return opened(probesOf(run, template).map(fixed));
    case 'boundaries':
      return opened(boundariesOf(run, settled).map(fixed));
    case 'template':
      return opened([]);
    default:
      return phase satisfies never;
  }
}

/** As many as the budget of an operation allows, spread over all of them. */
function boundariesOf(run: RunState, settled: SettledTemplate): readonly Case[] {
  const all = [...boundaryCases(settled, run.schemas)].filter((one) =>
    mayDeviate(one, settled.case, run.options),
  );
  const most = run.options.maxCases;
  if (all.length <= most) return all;
  const step = all.length / most;
  return Array.from({ length: most }, (_, index) => all[Math.floor(index * step)]).filter(
    (one) => one !== undefined,
  );
}

/** Probes whose own check is off would be sent for nothing. */
function probesOf(run: RunState, template: Case): readonly Case[] {
  const probes = probeCases(template, {
    api: run.api,
    unsafeMethods: run.isLoopback,
    credentialChanges: run.voice.credentialChanges(template.operation),
  });
  const names = new Set(run.checks.map(({ name }) => name));
  return probes.filter((probe) => {
    const own = ownCheckOf(probe.intent);
    return (own === undefined || names.has(own)) && mayProbe(probe, run.options);
  });
}

function openFuzz(run: RunState, settled: SettledTemplate): Opened {
  try {
    const source = fuzzSource(settled, run.schemas, run.options.seed);
    const count = source.varies ? run.options.maxCases : 0;
    const draw = (index: number): DrawnCase | undefined => {
      const drawn = source.draw(index);
      const isMadeUp =
        drawn?.case.intent.kind === 'invalid' && !mayDeviate(drawn.case, settled.case, run.options);
      return isMadeUp ? undefined : drawn;
    };
    return opened(drawAll(draw, count));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return opened([], { reason: 'cannot be generated', detail: error.message });
  }
}

function* drawAll(
  draw: (index: number) => DrawnCase | undefined,
  count: number,
): Iterable<DrawnCase> {
  for (let index = 0; index < count; index += 1) {
    const drawn = draw(index);
    if (drawn !== undefined) yield drawn;
  }
}

/** A case that was not drawn has nothing smaller of its kind. */
function fixed(testCase: DrawnCase['case']): DrawnCase {
  return { case: testCase, shrink: () => [] };
}
