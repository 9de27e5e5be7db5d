/**
 * The JUnit report of a run: a suite per operation, a case per check and phase. Names depend on
 * the description and the checks alone, so that a CI service can follow a case from run to run.
 */
import { formatLocation } from '../../spec/assay-error.ts';
import { countedFailures } from '../kept-failure.ts';
import type { JunitState } from './state.ts';
import { suiteOf, type Result, type Suite } from './suites.ts';
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
