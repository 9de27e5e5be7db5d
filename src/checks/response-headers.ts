/**
 * Declared response headers are there when required, and hold what their schema says. A header is
 * text: it is read by its declared style in every way the schema's types allow, and fails only when
 * no reading is valid.
 */
import type { HeaderObject } from '../spec/api.ts';
import { declaredReading, headerReadings } from '../wire/header-readings.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check, JudgeContext } from './check.ts';
import { headerLines, isSameLines } from './header-lines.ts';
import { judgedResponse } from './judged-response.ts';
import { answersOperation } from './answers-operation.ts';
import { fail, PASS, skipped, type Finding } from './verdict.ts';

/** Described by other parts of a response, or by the connection (OAS 3.1.0, 4.8.17; RFC 9110, 7.6.1). */
const NOT_OF_THE_ANSWER: ReadonlySet<string> = new Set([
  'content-type',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'trailer',
  'upgrade',
]);

export const responseHeaders: Check = {
  code: 'A105',
  name: 'response-headers',
  summary: 'Declared headers are present where required, and valid where present.',
  source: 'OAS 3.1.0, section 4.8.21 (Header Object)',
  defaultSeverity: 'medium',
  appliesTo: answersOperation,
  judge: judgeAnswerOf((answer, exchange, context) => {
    const declared = judgedResponse(answer, exchange, context)?.headers ?? [];
    const judged = declared.filter(({ name }) => !NOT_OF_THE_ANSWER.has(name.toLowerCase()));
    if (judged.length === 0) return skipped('the response declares no headers');
    const findings = judged.flatMap((header) =>
      judgeHeader(header, headerLines(answer, header.name), context),
    );
    const [first, ...rest] = findings;
    return first === undefined ? PASS : fail(first, ...rest);
  }),
};

function judgeHeader(
  header: HeaderObject,
  lines: readonly string[],
  context: JudgeContext,
): readonly Finding[] {
  if (lines.length > 0) return judgeLines(header, lines, context);
  if (!header.required) return [];
  return [
    {
      title: `Required header ${header.name} is missing`,
      detail: '',
      at: `header:${header.name}`,
      place: header.place,
      keyword: 'required',
      expected: `a header ${header.name}`,
      actual: null,
    },
  ];
}

interface Known {
  readonly schemas: JudgeContext['schemas'];
  readonly lines: readonly string[];
  readonly findings: readonly Finding[];
}

/** Of each header what was found last: most answers say the same in it. */
const known = new WeakMap<HeaderObject, Known>();

function judgeLines(
  header: HeaderObject,
  lines: readonly string[],
  context: JudgeContext,
): readonly Finding[] {
  const { schemas } = context;
  const before = known.get(header);
  if (before?.schemas === schemas && isSameLines(before.lines, lines)) return before.findings;
  const findings = findingsIn(header, lines, context);
  known.set(header, { schemas, lines, findings });
  return findings;
}

function findingsIn(
  header: HeaderObject,
  lines: readonly string[],
  { schemas, api }: JudgeContext,
): readonly Finding[] {
  const schema = header.schema ?? header.content?.schema;
  if (schema === undefined) return [];
  const declared = declaredReading(header, lines, api.documents);
  if (schemas.isValid(schema, 'response', declared)) return [];
  const readings = waysToTake(lines)
    .flatMap((taken) => headerReadings(header, taken, api.documents))
    .flatMap((reading) => (reading.kind === 'value' ? [reading.value] : []));
  if (readings.some((value) => schemas.isValid(schema, 'response', value))) return [];
  const actual = lines.join(', ');
  const [error = unreadable(header)] = schemas.validator(schema, 'response')(readings[0] ?? actual);
  return [
    {
      title: `Header ${header.name} ${error.message}`,
      detail: '',
      at: `header:${header.name}`,
      place: error.place,
      keyword: error.keyword,
      expected: error.expected,
      actual,
    },
  ];
}

/** A proxy that adds what is there already says nothing new by the second line. */
function waysToTake(lines: readonly string[]): readonly (readonly string[])[] {
  const distinct = [...new Set(lines.map((line) => line.trim()))];
  return distinct.length < lines.length ? [lines, distinct] : [lines];
}

/** For a text that no style of the header can be read from, and that its schema says nothing of. */
function unreadable({
  place,
}: HeaderObject): Pick<Finding, 'place' | 'keyword' | 'expected'> & { readonly message: string } {
  return { message: 'cannot be read', place, keyword: 'style', expected: 'a value of its style' };
}
