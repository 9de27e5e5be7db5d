/** The end of a run: failures first, then what was not tested and why, then the figures. */
import { SEVERITY_RANK, type Severity } from '../../checks/check.ts';
import type { FailureEvent, RunFinished } from '../../run/events.ts';
import type { Lessons } from '../../run/lessons.ts';
import { formatLocation } from '../../spec/assay-error.ts';
import { countedFailures, type CountedFailure } from '../kept-failure.ts';
import type { Colors } from '../screen.ts';
import {
  failureBlock,
  severityText,
  shortFailureLine,
  type BlockOptions,
} from './failure-block.ts';
import { counted, cut, duration, number } from './layout.ts';
import { printable } from './printable.ts';
import { skippedSection, type SkippedTally } from './skipped.ts';
import { SHOWN_PROBLEMS, type TerminalState } from './state.ts';
import { untestedSection, withheldSection } from './untested.ts';

interface RenderOptions extends BlockOptions {
  /** Files that other reporters wrote. */
  readonly written: readonly string[];
  /** Empty where nobody asked. */
  readonly skipped: SkippedTally;
}

/** Failures told in full, then those told in a line: more would be a wall of text. */
const FULL_FAILURES = 8;
const LINE_FAILURES = 20;

/** @returns all that is printed when a run has ended; of one that was stopped, only what it found. */
export function render(state: TerminalState, options: RenderOptions): string {
  const { failures, finished } = state;
  const found = failureSection(countedFailures(failures, finished), options);
  const sections =
    finished === undefined
      ? [found]
      : [
          found,
          untestedSection(state, options),
          problemSection(state, options),
          withheldSection(state, options),
          skippedSection(options.skipped, options),
          state.notes.map((note) => `note: ${printable(note)}`),
          figures(state, finished, options),
        ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `\n${lines.join('\n')}\n`)
    .join('');
}

function failureSection(
  failures: readonly CountedFailure[],
  options: RenderOptions,
): readonly string[] {
  if (failures.length === 0) return [];
  const full = failures
    .slice(0, FULL_FAILURES)
    .flatMap((failure, index) => ['', ...failureBlock(failure, index + 1, options)]);
  const lines = failures
    .slice(FULL_FAILURES, FULL_FAILURES + LINE_FAILURES)
    .map((failure, index) => shortFailureLine(failure, FULL_FAILURES + index + 1, options));
  const rest = failures.length - FULL_FAILURES - LINE_FAILURES;
  return [
    options.colors.bold(`Failures (${number(failures.length)})`),
    ...full,
    ...(lines.length === 0 ? [] : ['', ...lines]),
    ...(rest > 0 ? [`    … and ${number(rest)} more, in the other reports`] : []),
  ];
}

function problemSection(state: TerminalState, options: RenderOptions): readonly string[] {
  if (state.problemCount === 0) return [];
  const rest = state.problemCount - SHOWN_PROBLEMS;
  return [
    options.colors.bold(`Problems of the description (${number(state.problemCount)})`),
    ...state.problems.flatMap(({ location, message }) => [
      `  ${printable(formatLocation(location))}`,
      cut(`    ${printable(message)}`, options.width),
    ]),
    ...(rest > 0
      ? [`  … and ${number(rest)} more: assay list ${printable(state.started?.source ?? '')}`]
      : []),
  ];
}

function figures(
  { started, failures }: TerminalState,
  finished: RunFinished,
  options: RenderOptions,
): readonly string[] {
  const { operations, accepted, withheld, sent, elapsedMs } = finished;
  const { colors, written } = options;
  const share = `${number(accepted)}/${number(operations)} accepted`;
  const isWhole = accepted === operations - withheld && accepted > 0;
  const parts = [
    isWhole ? colors.green(share) : colors.red(share),
    ...(withheld === 0 ? [] : [`${number(withheld)} withheld`]),
    `${counted(sent, 'request')} in ${duration(elapsedMs)}`,
    `seed ${String(started?.seed ?? '')}`,
  ];
  return [
    parts.join(' · '),
    severityCounts(failures, colors),
    ...teaching(finished),
    ...leftOut(finished),
    ...(written.length === 0 ? [] : [`reports: ${written.map(printable).join(', ')}`]),
    ...(finished.interrupted
      ? [colors.yellow('interrupted: what was not sent is not tested')]
      : []),
    ...finished.reasons.map((reason) =>
      colors.red(`exit ${String(finished.exitCode)}: ${printable(reason)}`),
    ),
  ];
}

/** Whether going on would have been worth it: with more time, or else with more cases drawn. */
function teaching({ sent, lastLesson, drawn, outOfBudget }: RunFinished): readonly string[] {
  if (sent === 0) return [];
  if (outOfBudget) {
    const last = `last new status or failure at request ${number(lastLesson)} of ${number(sent)}`;
    return [
      `out of time or requests; ${last}: ${worth('running longer', { sent, last: lastLesson })}`,
    ];
  }
  if (drawn.sent === 0) return ['every case sent'];
  const last =
    drawn.last === 0 ? 'nothing new' : `last new status or failure at ${number(drawn.last)}`;
  return [
    `every case sent; ${last} of ${number(drawn.sent)} drawn at random: ${worth('more of them (--max-cases)', drawn)}`,
  ];
}

function worth(what: string, { sent, last }: Lessons): string {
  return `${what} would teach ${last > sent * STILL_TEACHING ? 'more' : 'little'}`;
}

/** Something new within the last fifth. */
const STILL_TEACHING = 0.8;

function leftOut(finished: RunFinished): readonly string[] {
  return LEFT_OUT.flatMap(([name, noun, why]) =>
    finished[name] === 0 ? [] : [`${counted(finished[name], noun)} ${why}`],
  );
}

/** What was not sent or not judged, and is only counted. */
const LEFT_OUT = [
  ['repeated', 'case', 'not sent: the same bytes had been sent'],
  ['unproven', 'invalid case', 'not sent: some reading of the bytes is valid'],
  ['unenforced', 'answer', 'not judged: the description says x-enforced: false'],
  ['opaque', 'refusal', 'not judged: what is valid there cannot be stated'],
  ['tolerated', 'finding', 'tolerated by config'],
] as const;

function severityCounts(failures: readonly FailureEvent[], colors: Colors): string {
  if (failures.length === 0) return colors.green('no failures');
  const severities = Object.keys(SEVERITY_RANK) as Severity[];
  const counts = severities
    .map((severity) => ({
      severity,
      count: failures.filter((failure) => failure.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${number(count)} ${severityText(severity, colors)}`);
  return `${counted(failures.length, 'failure')}: ${counts.join(', ')}`;
}
