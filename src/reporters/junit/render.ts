/**
 * The JUnit report of a run: a suite per operation, a case per check and phase. Names depend on
 * the description and the checks alone, so that a CI service can follow a case from run to run.
 */
import type { Phase } from '../../cases/case.ts';
import { formatLocation } from '../../spec/assay-error.ts';
import { countedFailures, type CountedFailure } from '../kept-failure.ts';
import { failurePointer, failureText } from './failure-text.ts';
import {
  findingKey,
  notReachedText,
  type JunitState,
  type OperationTally,
  type PhaseTally,
} from './state.ts';
import { buildXml, xmlAttribute, xmlText } from './xml.ts';

/** @returns the XML document. */
export function render(state: JunitState): string {
  const failures = countedFailures(state.failures, state.finished);
  const suites = state.operations.map((tally) => suiteOf(tally, state, failures));
  const total = (count: (suite: Suite) => number): number =>
    suites.reduce((sum, suite) => sum + count(suite), 0);
  return buildXml({
    testsuites: {
      '@name': xmlAttribute(`assay: ${state.started?.title ?? ''}`),
      '@tests': total(({ cases }) => cases.length),
      '@failures': total(failed),
      '@errors': 0,
      '@skipped': total(skipped),
      '@time': seconds(state.finished?.elapsedMs ?? 0),
      '@timestamp': state.started?.startedAt ?? '',
      testsuite: [...descriptionSuite(state), ...suites.map(suiteXml)],
    },
  });
}

interface Suite {
  readonly id: string;
  readonly startedAt: string;
  readonly cases: readonly Case[];
}

interface Case {
  readonly name: string;
  readonly milliseconds: number;
  readonly result: Result;
}

type Result =
  | { readonly kind: 'passed' }
  | { readonly kind: 'skipped'; readonly message: string }
  | {
      readonly kind: 'failed';
      readonly type: string;
      readonly message: string;
      readonly text: string;
    };

function suiteOf(
  tally: OperationTally,
  state: JunitState,
  failures: readonly CountedFailure[],
): Suite {
  const here = failures.filter(({ operations }) => operations.includes(tally.id));
  const phases: readonly Phase[] = ['template', ...(state.started?.phases ?? [])];
  const checks = state.started?.checks ?? [];
  const cases = phases.flatMap((phase) => phaseCases({ tally, phase, checks, failures: here }));
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
    const found = failures.filter(({ failure }) => failure.check === check);
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
    ({ failure }) => failure.operation === operation && failure.phase === phase,
  );
  const elsewhere = found.filter(
    (counted) => !own.includes(counted) && tally?.found.includes(findingKey(counted.failure)),
  );
  if (own.length > 0 || tally?.hasFailed === true) return failedResult(check, own, elsewhere);
  if (tally === undefined) return unsentResult(phaseTally);
  return tally.hasPassed ? { kind: 'passed' } : { kind: 'skipped', message: tally.why };
}

function unsentResult({ notReached }: PhaseTally): Result | undefined {
  return notReached === undefined
    ? undefined
    : { kind: 'skipped', message: notReachedText(notReached) };
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

function suiteXml(suite: Suite): object {
  const { id, cases, startedAt } = suite;
  return {
    '@name': xmlAttribute(id),
    '@tests': cases.length,
    '@failures': failed(suite),
    '@errors': 0,
    '@skipped': skipped(suite),
    '@time': seconds(cases.reduce((sum, { milliseconds }) => sum + milliseconds, 0)),
    '@timestamp': startedAt,
    testcase: cases.map(({ name, milliseconds, result }) => ({
      '@classname': xmlAttribute(id),
      '@name': xmlAttribute(name),
      '@time': seconds(milliseconds),
      ...resultXml(result),
    })),
  };
}

function resultXml(result: Result): object {
  switch (result.kind) {
    case 'passed':
      return {};
    case 'skipped':
      return { skipped: { '@message': xmlAttribute(result.message) } };
    case 'failed':
      return {
        failure: {
          '@type': xmlAttribute(result.type),
          '@message': xmlAttribute(result.message),
          '#text': xmlText(result.text),
        },
      };
  }
}

/** What is wrong with the description is no test of the target: it stands in a suite without cases. */
function descriptionSuite({ problems }: JunitState): readonly object[] {
  if (problems.length === 0) return [];
  const lines = problems.map(({ location, message }) => `${formatLocation(location)} ${message}`);
  return [
    {
      '@name': 'description',
      '@tests': 0,
      '@failures': 0,
      '@errors': 0,
      '@skipped': 0,
      '@time': seconds(0),
      'system-out': xmlText(lines.join('\n')),
    },
  ];
}

function failed({ cases }: Suite): number {
  return cases.filter(({ result }) => result.kind === 'failed').length;
}

function skipped({ cases }: Suite): number {
  return cases.filter(({ result }) => result.kind === 'skipped').length;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
