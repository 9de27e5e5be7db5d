/** The text of a `<failure>`: everything that explains it and repeats it. */
import { formatLocation } from '../../spec/assay-error.ts';
import { outcomeLines, requestLines, valueText } from '../exchange-text.ts';
import type { CountedFailure } from '../kept-failure.ts';

const VALUE_LENGTH = 2_000;
const SHOWN = { showsHeader: () => true, bodyLength: 4_000 } as const;

/** @returns the failure in full. */
export function failureText(counted: CountedFailure): string {
  const { failure, count, operations } = counted;
  const { request, outcome, deviation } = failure.example;
  return [
    `${failure.title} [${failure.severity}]`,
    ...[failure.detail, failure.sentence, failure.twin].filter((line) => line !== ''),
    '',
    `described: ${formatLocation(failure.location)}`,
    ...indented(failure.frame),
    `case:      ${failure.example.case}${deviation === '' ? '' : `, ${deviation}`}`,
    ...(failure.at === '' ? [] : [`answer at: ${failure.at}`]),
    ...indented(failure.answerFrame),
    `expected:  ${valueText(failure.expected, VALUE_LENGTH)}`,
    `actual:    ${valueText(failure.actual, VALUE_LENGTH)}`,
    `seen:      ${String(count)} times in ${operations.join(', ')}; reproduced ${failure.reproduced}; id ${failure.id}`,
    '',
    'request:',
    ...indented(requestLines(request, SHOWN)),
    'answer:',
    ...indented(outcomeLines(outcome, SHOWN)),
    'curl:',
    ...indented(failure.curl.split('\n')),
    `again:     assay replay ${failure.id}`,
  ].join('\n');
}

/** @returns where a failure that is seen here too is told in full. */
export function failurePointer({ failure }: CountedFailure): string {
  return `${failure.title} [${failure.severity}]\ntold in full under ${failure.operation}, ${failure.check} (${failure.phase}); id ${failure.id}`;
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
