/** One failure, told so that it can be understood and repeated without looking elsewhere. */
import { formatLocation } from '../../spec/assay-error.ts';
import type { Severity } from '../../checks/check.ts';
import { outcomeLines, requestLines, valueText } from '../exchange-text.ts';
import type { CountedFailure } from '../kept-failure.ts';
import type { Colors } from '../screen.ts';
import { counted, cut, names, number, wrapped } from './layout.ts';
import { printable } from './printable.ts';

export interface BlockOptions {
  readonly width: number;
  readonly colors: Colors;
}

const INDENT = '    ';
const SHOWN_OPERATIONS = 4;
const VALUE_LENGTH = 300;
const LABEL_WIDTH = 10;
const BODY = {
  showsHeader: (name: string) => name.toLowerCase() === 'content-type',
  bodyLength: 240,
} as const;
/** A longer command is no help on a screen; the other reports hold it. */
const LONGEST_CURL = 1_000;

/** @returns the failure's lines: title, operations, place, expected and actual, exchange, command. */
export function failureBlock(
  counted: CountedFailure,
  index: number,
  options: BlockOptions,
): readonly string[] {
  const { failure } = counted;
  const { width, colors } = options;
  const inner = width - INDENT.length;
  const told = [failure.detail, failure.sentence, failure.twin]
    .filter((text) => text !== '')
    .flatMap((text) => wrapped(printable(text), inner));
  return [
    failureLine(counted, index, options),
    ...wrapped(printable(failure.title), inner).map((line) => INDENT + colors.bold(line)),
    ...wrapped(seenIn(counted), inner).map((line) => INDENT + line),
    ...told.map((line) => INDENT + line),
    ...labelled(counted, inner, colors).map((line) => INDENT + line),
    ...exchange(counted, inner, colors).map((line) => INDENT + line),
    ...command(failure.curl, colors).map((line) => INDENT + line),
    `${INDENT}${colors.dim('$')} assay replay ${failure.id}`,
  ];
}

/** @returns a failure on one line, for those too many to be told in full. */
export function shortFailureLine(
  { failure, operations }: CountedFailure,
  index: number,
  { width, colors }: BlockOptions,
): string {
  const { severity, code, check, operation, title } = failure;
  const more = operations.length > 1 ? ` (and ${number(operations.length - 1)} more)` : '';
  const start = `${numbered(index)} ${severity} ${code} ${check} `;
  const rest = cut(`${printable(operation)}${more}: ${printable(title)}`, width - start.length);
  return `${numbered(index)} ${severityText(severity, colors)} ${colors.bold(`${code} ${check}`)} ${rest}`;
}

function numbered(index: number): string {
  return `${String(index).padStart(2)}.`;
}

function failureLine(
  { failure, count }: CountedFailure,
  index: number,
  { colors }: BlockOptions,
): string {
  const { severity, code, check, reproduced } = failure;
  const often = count === 1 ? '' : ` · ${String(count)} times`;
  return `${numbered(index)} ${severityText(severity, colors)} ${colors.bold(`${code} ${check}`)}${colors.dim(`${often} · reproduced ${reproduced}`)}`;
}

/** @returns the severity in its colour. */
export function severityText(severity: Severity, colors: Colors): string {
  switch (severity) {
    case 'critical':
      return colors.bold(colors.red(severity));
    case 'high':
      return colors.red(severity);
    case 'medium':
      return colors.yellow(severity);
    case 'low':
      return colors.cyan(severity);
  }
}

function seenIn({ operations }: CountedFailure): string {
  const shown = names(operations.map(printable), SHOWN_OPERATIONS);
  return operations.length === 1
    ? `in ${shown}`
    : `in ${counted(operations.length, 'operation')}: ${shown}`;
}

function labelled({ failure }: CountedFailure, width: number, colors: Colors): readonly string[] {
  const { location, frame, at, answerFrame, expected, actual } = failure;
  const rows: readonly (readonly [string, string, readonly string[]])[] = [
    ['described', formatLocation(location), frame],
    ['answer at', at, answerFrame],
    ['expected', expected === undefined ? '' : valueText(expected, VALUE_LENGTH), []],
    ['actual', actual === undefined ? '' : valueText(actual, VALUE_LENGTH), []],
  ];
  return rows
    .filter(([, value]) => value !== '')
    .flatMap(([label, value, lines]) => {
      const text = printable(value);
      const shown = label === 'described' ? text : cut(text, width - LABEL_WIDTH);
      return [colors.dim(label.padEnd(LABEL_WIDTH)) + shown, ...framed(lines, width, colors)];
    });
}

/** Source and answer are shown as they are, but for what a terminal may not be given. */
function framed(lines: readonly string[], width: number, colors: Colors): readonly string[] {
  return lines.map((line) => {
    const shown = cut(printable(line), width - 2);
    return `  ${line.startsWith('>') ? colors.bold(shown) : colors.dim(shown)}`;
  });
}

function exchange({ failure }: CountedFailure, width: number, colors: Colors): readonly string[] {
  const { request, outcome } = failure.example;
  // The frame has shown the part of the body that matters.
  const answer = failure.answerFrame.length > 0 ? { ...BODY, bodyLength: 0 } : BODY;
  const line = (mark: string) => (text: string) =>
    `${colors.dim(mark)} ${cut(printable(text), width - 2)}`;
  return [
    ...requestLines(request, BODY).map(line('>')),
    ...outcomeLines(outcome, answer).slice(0, 8).map(line('<')),
  ];
}

/** Never cut, so that it can be pasted. */
function command(curl: string, colors: Colors): readonly string[] {
  if (curl === '') return [];
  if (curl.length > LONGEST_CURL)
    return [colors.dim(`$ curl … (${String(curl.length)} characters: see the other reports)`)];
  return curl
    .split('\n')
    .map((line, index) => (index === 0 ? `${colors.dim('$')} ` : '  ') + printable(line));
}
