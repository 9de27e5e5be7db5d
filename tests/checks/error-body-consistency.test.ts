import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/transport/exchange.ts';
import { errorBodyConsistency } from '../../src/checks/error-body-consistency.ts';
import { errorShapeOf } from '../../src/checks/error-shape.ts';
import { anExchange, judged, respondingWith } from './judged.ts';

const api = await respondingWith("'200': { description: D }");
const errorShape = { mediaType: 'application/json', members: ['code', 'message'] };
const context = { evidence: { honoursAccept: false, errorShape } };

describe('accepts', () => {
  test.each([{ code: 1, message: 'x' }, { code: 1, message: 'x', errors: [] }, { code: 1 }])(
    'an error with the usual members, more or fewer of them: %j',
    (body) => {
      expect(judged(errorBodyConsistency, { api, status: 400, body, context })).toEqual({
        kind: 'pass',
      });
    },
  );

  test('what is no error, or has no body', () => {
    expect(judged(errorBodyConsistency, { api, body: { x: 1 }, context }).kind).toBe('skipped');
    expect(judged(errorBodyConsistency, { api, status: 404, context }).kind).toBe('skipped');
  });

  test('any error where none other was seen', () => {
    const given = { api, status: 400, body: { x: 1 } };
    expect(judged(errorBodyConsistency, given).kind).toBe('skipped');
  });

  test('it is off unless asked for', () => {
    expect(errorBodyConsistency.defaultSeverity).toBe('off');
  });
});

describe('rejects', () => {
  test('an error with other members', () => {
    const given = { api, status: 400, body: { error: 'x', code: 1 }, context };
    expect(judged(errorBodyConsistency, given)).toEqual({
      kind: 'fail',
      findings: [
        {
          title: 'An error looks unlike the others: application/json { code, error }',
          detail: 'Most errors of this API are application/json { code, message }.',
          at: '',
          place: 'openapi.yaml#/paths/~1a/get',
          keyword: 'application/json { code, error }',
          expected: 'application/json { code, message }',
          actual: 'application/json { code, error }',
        },
      ],
    });
  });

  test.each([
    ['a page', [['Content-Type', 'text/html']], '<h1>'],
    ['a list', undefined, ['x']],
    ['no media type', [], 'x'],
  ] as const)('%s', (_what, headers, body) => {
    const given = {
      api,
      status: 400,
      body,
      context,
      ...(headers === undefined ? {} : { headers }),
    };
    expect(judged(errorBodyConsistency, given).kind).toBe('fail');
  });
});

test('the look of an error is its media type without parameters, and its sorted members', () => {
  const headers = [['content-type', 'Application/Problem+JSON; charset=utf-8']] as const;
  const { outcome } = anExchange({ api, status: 400, headers });
  const body = { kind: 'json', value: { b: 1, a: 2 } } as const;
  expect(errorShapeOf(outcome as Answer, body)).toEqual({
    mediaType: 'application/problem+json',
    members: ['a', 'b'],
  });
});
