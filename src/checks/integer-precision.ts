/**
 * Integers keep their digits. Accused is only what can be proven from the bytes: a number that was
 * sent comes back as the double, or the float of 32 bits, nearest to it; or a number of an answer has digits that a double
 * cannot hold although its schema speaks of no wider format, so that most clients read another one.
 */
import type { Place } from '../spec/place.ts';
import type { Exchange } from '../transport/exchange.ts';
import { strictUtf8 } from '../wire/body-text.ts';
import type { PreparedRequest } from '../wire/request.ts';
import { answersOperation } from './answers-operation.ts';
import { judgeAnswerOf } from './answer-check.ts';
import { visitParts } from './applicable-schemas.ts';
import type { Check, JudgeContext } from './check.ts';
import { judgedBody, type JudgedBody } from './judged-body.ts';
import { exactInteger, fitsDouble, writtenNumbers, type WrittenNumber } from './json-numbers.ts';
import { fail, PASS, skipped, type Finding } from './verdict.ts';

export const integerPrecision: Check = {
  code: 'A112',
  name: 'integer-precision',
  summary: 'Integers keep their digits, and fit what the description says of them.',
  source: 'RFC 8259, section 6; OAS 3.1.0, section 4.4 (format int64)',
  defaultSeverity: 'low',
  appliesTo: answersOperation,
  judge: judgeAnswerOf((answer, exchange, context) => {
    if (context.body.kind !== 'json') return skipped('no JSON body');
    const numbers = numbersOf(answer.body);
    if (numbers.length === 0) return PASS;
    const judged = judgedBody(answer, exchange, context);
    const place = judged.kind === 'judged' ? judged.schema.place : exchange.case.operation.place;
    const found = rounded(numbers, exchange, place) ?? unheld(numbers, judged, context);
    return found === undefined ? PASS : fail(found);
  }),
};

/** The same bytes may come with many answers. */
const known = new WeakMap<Uint8Array, readonly WrittenNumber[]>();

function numbersOf(body: Uint8Array): readonly WrittenNumber[] {
  const numbers = known.get(body) ?? writtenNumbers(strictUtf8(body) ?? '');
  known.set(body, numbers);
  return numbers;
}

/** What was sent is not shown again, but the double nearest to it is. */
function rounded(
  numbers: readonly WrittenNumber[],
  { request, case: { intent } }: Exchange,
  place: Place,
): Finding | undefined {
  const shown = new Set(numbers.map(({ literal }) => exactInteger(literal)));
  for (const { name, integer } of sentIntegers(request)) {
    if (shown.has(integer)) continue;
    const nearest = fitsDouble(integer) ? [] : [Number(integer)];
    // A float of 32 bits is told by its member alone: in the target any number may be near another.
    // What no schema allows may be cut to a bound, which then is the float by chance.
    const mayBeSingle = name !== undefined && intent.kind === 'valid';
    const single = mayBeSingle ? farFloat(integer) : [];
    const found = numbers.find(
      ({ literal, name: shownName }) =>
        (name === undefined || name === shownName) &&
        [...nearest, ...single].includes(Number(literal)),
    );
    if (found === undefined) continue;
    return {
      title: `${found.pointer} lost digits: ${found.literal} instead of ${String(integer)}`,
      detail: 'It was sent so, and came back as the nearest number that a float holds.',
      at: found.pointer,
      place,
      keyword: 'rounded',
      expected: String(integer),
      actual: found.literal,
    };
  }
  return undefined;
}

/** None next to the integer: a counter that went on by one stands there, too. */
function farFloat(integer: bigint): readonly number[] {
  const float = Math.fround(Number(integer));
  if (!Number.isFinite(float)) return [];
  const lost = BigInt(float) - integer;
  return lost > 1n || lost < -1n ? [float] : [];
}

interface SentInteger {
  /** Of its member; undefined for one of the path or the query. */
  readonly name: string | undefined;
  readonly integer: bigint;
}

function sentIntegers({ target, body }: PreparedRequest): readonly SentInteger[] {
  const inTarget = [...target.matchAll(/(?<![\d.])\d{16,30}(?![\d.])/g)].map(([digits]) => ({
    name: undefined,
    integer: BigInt(digits),
  }));
  const text = body === undefined ? '' : Buffer.from(body).toString('utf8');
  const inBody = writtenNumbers(text).flatMap(({ name, literal }) => {
    const integer = exactInteger(literal);
    return integer === undefined ? [] : [{ name, integer }];
  });
  return [...inTarget, ...inBody];
}

/** RFC 8259, section 6: beyond this, receivers do not agree on a number. */
const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function unheld(
  numbers: readonly WrittenNumber[],
  judged: JudgedBody,
  { api }: JudgeContext,
): Finding | undefined {
  if (judged.kind !== 'judged') return undefined;
  const unsafe = new Map(
    numbers.flatMap(({ pointer, literal }) => {
      const integer = exactInteger(literal);
      const isHeld = integer === undefined || fitsDouble(integer) || integer <= MAX_SAFE;
      return isHeld ? [] : [[pointer, literal] as const];
    }),
  );
  if (unsafe.size === 0) return undefined;
  for (const { pointer, applicable } of visitParts(judged.value, judged.schema, api.documents)) {
    const { schemas } = applicable;
    const literal = unsafe.get(pointer);
    const speaking = schemas.find(({ schema }) => [schema['type']].flat().includes('integer'));
    if (literal === undefined || speaking === undefined) continue;
    if (schemas.some(({ schema }) => speaksOfWidth(schema))) continue;
    return {
      title: `${pointer} is an integer that a double cannot hold`,
      detail: 'Its schema gives no format such as int64, so clients may read another number.',
      at: pointer,
      place: speaking.place,
      keyword: 'unsafe',
      expected: `at most ${String(MAX_SAFE)}, or a format`,
      actual: literal,
    };
  }
  return undefined;
}

function speaksOfWidth(schema: Readonly<Record<string, unknown>>): boolean {
  return ['format', 'maximum', 'exclusiveMaximum', 'enum', 'const'].some((word) => word in schema);
}
