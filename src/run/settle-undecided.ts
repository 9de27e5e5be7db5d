/**
 * What only the whole run can decide: whether the target honours Accept, whether it fails over more than bodies it cannot
 * read, and whether it authenticates at all. A target that serves any credential everywhere is set up so: one note, not
 * one failure an operation.
 */
import { authNotEnforced } from '../checks/auth-not-enforced.ts';
import { errorBodyConsistency } from '../checks/error-body-consistency.ts';
import { notAcceptable } from '../checks/not-acceptable.ts';
import { accuse } from './accuse.ts';
import type { Dispatched } from './attempted.ts';
import { judge, NO_BASELINE } from './judge.ts';
import { createErrorLooks } from './error-looks.ts';
import type { RunState, Undecided } from './run-state.ts';

/** Fewer secured operations than this say nothing of the target as a whole. */
const ENOUGH_TO_GENERALISE = 3;

/** @returns a book of what is put off, with nothing in it. */
export function openUndecided(): Undecided {
  return {
    served: [],
    unauthenticated: [],
    crashes: [],
    errors: createErrorLooks(),
    isClosed: false,
  };
}

/** Judges what was put off, and files what it finds. */
export async function settleUndecided(run: RunState): Promise<void> {
  const { served, unauthenticated, crashes, errors } = run.undecided;
  run.undecided.isClosed = true;
  for (const { baseline, ...sent } of crashes)
    await accuse(run, {
      ...sent,
      judgements: judge(run, sent, baseline),
      isPlainRefused: baseline.control === undefined,
      requests: 1,
    });
  run.evidence.errorShape = errors.usual();
  await judgeAll(run, errors.examples(), errorBodyConsistency.name);
  if (run.evidence.honoursAccept) await judgeAll(run, served, notAcceptable.name);
  const probed = operationsOf(unauthenticated);
  const open = operationsOf(unauthenticated.filter(isServed));
  if (open.size >= ENOUGH_TO_GENERALISE && open.size === probed.size) {
    const count = `${String(open.size)} secured operations`;
    run.emit({
      kind: 'note',
      message: `This target served all ${count} without the right credentials: it does not seem to authenticate, so auth-not-enforced says nothing of them.`,
    });
    return;
  }
  await judgeAll(run, unauthenticated.filter(isServed), authNotEnforced.name);
}

async function judgeAll(
  run: RunState,
  exchanges: readonly Dispatched[],
  name: string,
): Promise<void> {
  const only = run.checks.filter((check) => check.name === name);
  for (const sent of exchanges) {
    await accuse(run, {
      ...sent,
      judgements: judge(run, sent, NO_BASELINE, only),
      isPlainRefused: false,
      requests: 1,
    });
  }
}

function isServed({ exchange: { outcome } }: Dispatched): boolean {
  return outcome.kind === 'answer' && outcome.status >= 200 && outcome.status < 300;
}

function operationsOf(exchanges: readonly Dispatched[]): ReadonlySet<string> {
  return new Set(exchanges.map(({ exchange }) => exchange.case.operation.id));
}
