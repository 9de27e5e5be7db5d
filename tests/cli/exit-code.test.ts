/** The one place that decides what the process ends with. */
import { expect, test } from 'vitest';
import { exitCodeOf } from '../../src/cli/exit-code.ts';
import { FINISHED } from '../reporters/a-run.ts';

test.each([
  [0, false, 0],
  [0, true, 2],
  [1, false, 1],
  [1, true, 1],
  [2, false, 2],
  [130, true, 130],
] as const)(
  'a run that ends with %i, a report failed: %s: %i',
  (exitCode, hasReporterFailed, code) => {
    const finished = { ...FINISHED, exitCode };

    expect(exitCodeOf({ kind: 'ran', finished, hasReporterFailed })).toBe(code);
  },
);

test.each([
  ['done', 0],
  ['stopped', 2],
  ['interrupted', 130],
] as const)('%s: %i', (kind, code) => {
  expect(exitCodeOf({ kind })).toBe(code);
});
