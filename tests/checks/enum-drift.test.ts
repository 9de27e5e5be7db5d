import { describe, expect, test } from 'vitest';
import { enumDrift } from '../../src/checks/enum-drift.ts';
import { responseSchema } from '../../src/checks/response-schema.ts';
import { judgeAnswer } from '../../src/checks/judge-answer.ts';
import { answeringJson, judged } from './judged.ts';

const api = await answeringJson(`
type: object
properties:
  status: { enum: [open, on-hold, solved, closed, 5, true] }
  kind: { const: ticket }
  size: { type: integer }
`);

function hint(body: unknown): string | undefined {
  const verdict = judged(enumDrift, { api, body });
  return verdict.kind === 'fail' ? verdict.findings[0].detail : undefined;
}

describe('accepts', () => {
  test('a declared value', () => {
    expect(judged(enumDrift, { api, body: { status: 'open' } })).toEqual({ kind: 'pass' });
  });

  test.each(['deleted', 'opaque', '', null, {}, 6])(
    '%j, which is near to none: response-schema tells it',
    (status) => {
      expect(hint({ status })).toBeUndefined();
      expect(judged(responseSchema, { api, body: { status } }).kind).toBe('fail');
    },
  );

  test('any other fault of a body', () => {
    expect(judged(enumDrift, { api, body: { size: 'x' } })).toEqual({ kind: 'pass' });
  });

  test('what has no schema', () => {
    expect(judged(enumDrift, { api, status: 404, body: { status: 'Open' } }).kind).toBe('skipped');
  });
});

describe('rejects', () => {
  test.each([
    ['Open', '"Open" differs from "open" in case.'],
    ['on_hold', '"on_hold" differs from "on-hold" in separators.'],
    ['OnHold', '"OnHold" differs from "on-hold" in separators.'],
    ['opens', '"opens" differs from "open" in plural.'],
    ['slovde', undefined],
    ['slved', '"slved" differs from "solved" in a letter or two.'],
    ['colsed', '"colsed" differs from "closed" in a letter or two.'],
    ['5', '"5" differs from 5 in its type.'],
    ['true', '"true" differs from true in its type.'],
  ])('%s', (status, detail) => {
    expect(hint({ status })).toBe(detail);
  });

  test('a value that is nearly its const', () => {
    expect(hint({ kind: 'Ticket' })).toBe('"Ticket" differs from "ticket" in case.');
  });

  test('in place of response-schema: one answer, one accusation', () => {
    const findings = judgeAnswer(api, 'a', {
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: { status: 'Open' },
    });
    expect(findings.map(({ check, title }) => [check, title])).toEqual([
      ['enum-drift', '/status must be one of "open", "on-hold", "solved", "closed", 5, true'],
    ]);
  });
});
