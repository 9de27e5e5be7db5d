/**
 * The suites of a JUnit report before they are XML: one per operation, with a case for each phase
 * and each check that could judge something of it, or that says why it could not.
 */
import type { Phase } from '../../cases/case.ts';
import type { CountedFailure } from '../kept-failure.ts';
import { failurePointer, failureText } from './failure-text.ts';
import { notReachedText, type JunitState, type OperationTally, type PhaseTally } from './state.ts';

export interface Suite {
  readonly id: string;
  readonly startedAt: string;
  readonly cases: readonly Case[];
}

interface Case {
  readonly name: string;
  readonly milliseconds: number;
  readonly result: Result;
}

export type Result =
  | { readonly kind: 'passed' }
  | { readonly kind: 'skipped'; readonly message: string }
  | {
      readonly kind: 'failed';
      readonly type: string;
      readonly message: string;
      readonly text: string;
    };

/** @returns the operation's suite; the failures are the run's. */
export function suiteOf(
  tally: OperationTally,
  state: JunitState,
  failures: readonly CountedFailure[],
): Suite {
  const here = failures.filter(({ operations }) => operations.includes(tally.id));
  const phases = new Set<Phase>(['template', ...(state.started?.phases ?? [])]);
  const checks = state.started?.checks ?? [];
  const cases = [...phases].flatMap((phase) =>
    phaseCases({ tally, phase, checks, failures: here }),
  );
  return {
    id: tally.id,
    startedAt: state.started?.startedAt ?? '',
    cases: cases.length > 0 ? cases : [silentCase(tally)],
  };
}

/** Every operation has a case, so that none is missing without a word. */
function silentCase({ ledger }: OperationTally): Case {
  const why = ledger?.untested ?? undefined;
  return {
    name: 'answered (template)',
    milliseconds: 0,
    result: {
      kind: 'skipped',
      message: why === undefined ? 'the run ended before it was tested' : notReachedText(why),
    },
  };
}

interface PhaseOf {
  readonly tally: OperationTally;
  readonly phase: Phase;
  readonly checks: readonly string[];
  readonly failures: readonly CountedFailure[];
}

/** A phase's time is shared evenly by its checks: each request was judged by all of them. */
function phaseCases({ tally, phase, checks, failures }: PhaseOf): readonly Case[] {
  const phaseTally = tally.phases[phase];
  if (phaseTally === undefined) return [];
  const results = checks.flatMap((check) => {
    const found = failures.filter(({ sightings }) =>
      sightings.some(
        (one) => one.phase === phase && one.check === check && one.operation === tally.id,
      ),
    );
    const result = resultOf({ check, phase, phaseTally, found, operation: tally.id });
    return result === undefined ? [] : [{ check, result }];
  });
  return results.map(({ check, result }) => ({
    name: `${check} (${phase})`,
    milliseconds: phaseTally.elapsedMs / results.length,
    result,
  }));
}

interface CellOf {
  readonly check: string;
  readonly phase: Phase;
  readonly operation: string;
  readonly phaseTally: PhaseTally;
  readonly found: readonly CountedFailure[];
}

function resultOf(cell: CellOf): Result | undefined {
  const { check, phase, operation, phaseTally, found } = cell;
  const tally = phaseTally.checks[check];
  const own = found.filter(
    ({ failure }) =>
      failure.operation === operation && failure.phase === phase && failure.check === check,
  );
  const elsewhere = found.filter((counted) => !own.includes(counted));
  if (own.length > 0 || tally?.hasFailed === true) return failedResult(check, own, elsewhere);
  if (tally === undefined) return unsentResult(phaseTally);
  return tally.hasPassed ? { kind: 'passed' } : { kind: 'skipped', message: tally.why };
}

/** Where something of the phase was sent, a check without a word had nothing to say. */
function unsentResult({ notReached, unsent, checks }: PhaseTally): Result | undefined {
  const why = notReached ?? (Object.keys(checks).length === 0 ? unsent : undefined);
  return why === undefined ? undefined : { kind: 'skipped', message: notReachedText(why) };
}

function failedResult(
  check: string,
  own: readonly CountedFailure[],
  elsewhere: readonly CountedFailure[],
): Result {
  const told = [...own.map(failureText), ...elsewhere.map(failurePointer)];
  const titles = [...own, ...elsewhere].map(({ failure }) => failure.title);
  const more = titles.length > 1 ? ` (and ${String(titles.length - 1)} more)` : '';
  return {
    kind: 'failed',
    type: [...own, ...elsewhere][0]?.failure.code ?? check,
    message: `${titles[0] ?? 'Failed, and the failure was not kept'}${more}`,
    text: told.join('\n\n'),
  };
}
