import { describe, expect, test } from 'vitest';
import { integerPrecision } from '../../src/checks/integer-precision.ts';
import { exactInteger, writtenNumbers } from '../../src/checks/json-numbers.ts';
import type { Verdict } from '../../src/checks/verdict.ts';
import { answeringJson, invalid, judged } from './judged.ts';

const api = await answeringJson(`
type: object
properties:
  id: { type: integer }
  wide: { type: integer, format: int64 }
  bounded: { type: integer, maximum: 9223372036854775807 }
  share: { type: number }
  items: { type: array, items: { type: integer } }
`);
const JSON_TYPE = [['Content-Type', 'application/json']] as const;

function answering(body: string, sent = '', target = '/a'): Verdict {
  const request = { target, ...(sent === '' ? {} : { body: Buffer.from(sent) }) };
  return judged(integerPrecision, { api, headers: JSON_TYPE, body, request });
}

/** 2^53 + 1, which no double holds, and the double nearest to it. */
const SENT = '9007199254740993';
const ROUNDED = '9007199254740992';

/** Texts without a number of many digits are not looked at. */
function withMany(members: string): string {
  return `{${members},"other":9007199254740992}`;
}

describe('accepts', () => {
  test.each([
    ['small numbers', '{"id":5}'],
    ['the largest safe integer', '{"id":9007199254740991}'],
    ['a large integer that a double holds', `{"id":${ROUNDED}}`],
    ['a large integer of a wider format', `{"wide":${SENT}}`],
    ['a large integer with a bound of its own', `{"bounded":${SENT}}`],
    ['digits of a fraction', '{"share":0.12345678901234567}'],
    ['large integers where any number may stand', `{"share":${SENT}}`],
    ['large integers that no schema speaks of', `{"more":${SENT}}`],
    ['digits in a text', `{"name":"${SENT}"}`],
  ])('%s', (_what, body) => {
    expect(answering(body)).toEqual({ kind: 'pass' });
  });

  test('the number that was sent', () => {
    expect(answering(`{"wide":${SENT}}`, `{"wide":${SENT}}`)).toEqual({ kind: 'pass' });
  });

  test('a nearby number of another member', () => {
    expect(answering(`{"share":${ROUNDED}}`, `{"wide":${SENT}}`)).toEqual({ kind: 'pass' });
  });

  test('the number that was sent, beside its neighbour', () => {
    expect(answering(`{"wide":${ROUNDED},"x":${SENT}}`, `{"wide":${SENT}}`)).toEqual({
      kind: 'pass',
    });
  });

  test.each([
    ['a counter that went on by one', 2147483647, 2147483648],
    ['a number that a float of 32 bits holds', 16777216, 16777216],
    ['another number', 1234567891, 1234567000],
  ])('%s', (_what, sent, shown) => {
    expect(
      answering(withMany(`"wide":${String(shown)}`), withMany(`"wide":${String(sent)}`)),
    ).toEqual({
      kind: 'pass',
    });
  });

  test('the float of 32 bits nearest to a number of another member, or of the target', () => {
    const shown = withMany('"wide":1234567936');

    expect(answering(shown, withMany('"share":1234567891'))).toEqual({ kind: 'pass' });
    expect(answering(shown, withMany('"x":1'), '/a/1234567891')).toEqual({ kind: 'pass' });
  });

  test('a number too large for its schema, cut to a bound that is such a float', () => {
    const request = { body: Buffer.from(withMany('"wide":10000000099')) };
    const body = withMany('"wide":10000000000');

    expect(
      judged(integerPrecision, { api, headers: JSON_TYPE, body, request, intent: invalid() }),
    ).toEqual({ kind: 'pass' });
  });

  test('a body that is no JSON', () => {
    const headers = [['Content-Type', 'text/plain']] as const;
    expect(judged(integerPrecision, { api, headers, body: SENT }).kind).toBe('skipped');
  });
});

describe('rejects', () => {
  test.each([
    ['of the body', `{"wide":${SENT}}`, '/a'],
    ['of the path', '', `/a/${SENT}/b`],
    ['of the query', '', `/a?id=${SENT}`],
  ])('a number %s that comes back rounded', (_where, sent, target) => {
    expect(answering(`{"wide":${ROUNDED}}`, sent, target)).toEqual({
      kind: 'fail',
      findings: [
        {
          title: `/wide lost digits: ${ROUNDED} instead of ${SENT}`,
          detail: 'It was sent so, and came back as the nearest number that a float holds.',
          at: '/wide',
          place: 'openapi.yaml#/paths/~1a/get/responses/200/content/application~1json/schema',
          keyword: 'rounded',
          expected: SENT,
          actual: ROUNDED,
        },
      ],
    });
  });

  test('a number that comes back as the float of 32 bits nearest to it', () => {
    const shown = withMany('"wide":1234567936');

    expect(answering(shown, withMany('"wide":1234567891'))).toMatchObject({
      kind: 'fail',
      findings: [{ at: '/wide', keyword: 'rounded', expected: '1234567891', actual: '1234567936' }],
    });
  });

  test('a rounded number with an exponent', () => {
    expect(answering('{"wide":9.007199254740992e15}', `{"wide":${SENT}}`).kind).toBe('fail');
  });

  test.each([
    [`{"id":${SENT}}`, '/id'],
    [`{"items":[1,${SENT}]}`, '/items/1'],
  ])('an integer that a double cannot hold: %s', (body, at) => {
    expect(answering(body)).toMatchObject({
      kind: 'fail',
      findings: [{ title: `${at} is an integer that a double cannot hold`, actual: SENT }],
    });
  });
});

test('numbers are found as they are written, with their pointers', () => {
  const text = `{"a":[1,{"b/c":${SENT}}],"d":"9,{1","e":-1.5E3,"f":null,"g":true}`;
  expect(writtenNumbers(text)).toEqual([
    { pointer: '/a/0', name: '0', literal: '1' },
    { pointer: '/a/1/b~1c', name: 'b/c', literal: SENT },
    { pointer: '/e', name: 'e', literal: '-1.5E3' },
  ]);
});

test.each([
  ['12', 12n],
  ['-12', -12n],
  ['1.5', undefined],
  ['1.50e1', 15n],
  ['2e3', 2000n],
  ['1e-3', undefined],
  ['5.0', 5n],
])('%s is exactly %s', (literal, integer) => {
  expect(exactInteger(literal)).toBe(integer);
});
