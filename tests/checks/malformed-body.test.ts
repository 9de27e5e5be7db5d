import { describe, expect, test } from 'vitest';
import type { Intent } from '../../src/cases/intent.ts';
import { malformedBody } from '../../src/checks/malformed-body.ts';
import { loadPaths } from '../spec/load-text.ts';
import { judged } from './judged.ts';

const api = await loadPaths(`
paths:
  /a:
    post:
      operationId: a
      requestBody: { content: { application/json: {} } }
      responses: { '200': { description: D } }
    get: { operationId: bare, responses: { '200': { description: D } } }
`);
const by = (how: string): Intent => ({ kind: 'malformed-body', how });

describe('accepts', () => {
  test.each([400, 413, 415, 422])('a refusal by %i', (status) => {
    expect(judged(malformedBody, { api, intent: by('cut short'), status })).toEqual({
      kind: 'pass',
    });
  });

  test('bytes that are no UTF-8, which parsers may replace', () => {
    expect(judged(malformedBody, { api, intent: by('not UTF-8'), status: 200 })).toEqual({
      kind: 'skipped',
      why: 'parsers may replace what is not UTF-8',
    });
  });

  test('an operation without a body, and a redirect: it says nothing', () => {
    const intent = by('cut short');
    expect(judged(malformedBody, { api, operation: 'bare', intent }).kind).toBe('skipped');
    expect(judged(malformedBody, { api, intent, status: 302 }).kind).toBe('skipped');
  });

  test('a 200 that config takes as a refusal', () => {
    const refusals = { 'malformed-body': { a: ['200'] } };
    const given = { api, intent: by('cut short'), context: { refusals } };
    expect(judged(malformedBody, given)).toEqual({ kind: 'pass' });
  });
});

describe('rejects', () => {
  test.each(['cut short', 'no JSON at all', 'followed by something else'])(
    'acceptance of a body that is %s, as one cause',
    (how) => {
      const given = { api, intent: by(how), status: 201, deviation: `a body that is ${how}` };
      expect(judged(malformedBody, given)).toEqual({
        kind: 'fail',
        findings: [
          {
            title: `A request with a body that is ${how} was accepted`,
            detail: '',
            at: '',
            place: 'openapi.yaml#/paths/~1a/post/requestBody',
            keyword: 'malformed',
            cause: 'takes anything for a body',
            expected: ['4XX'],
            actual: 201,
          },
        ],
      });
    },
  );
});
