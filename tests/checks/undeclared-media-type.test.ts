import { describe, expect, test } from 'vitest';
import type { Intent } from '../../src/cases/intent.ts';
import { undeclaredMediaType } from '../../src/checks/undeclared-media-type.ts';
import { loadPaths } from '../spec/load-text.ts';
import { judged } from './judged.ts';

const api = await loadPaths(`
paths:
  /a:
    post:
      operationId: a
      requestBody: { content: { application/json: {}, text/csv: {} } }
      responses: { '200': { description: D } }
    get: { operationId: bare, responses: { '200': { description: D } } }
`);
const UNDECLARED: Intent = { kind: 'undeclared-media-type', mediaType: 'application/x' };
const MALFORMED: Intent = { kind: 'malformed-media-type', contentType: 'multipart/form-data' };

describe('accepts', () => {
  test.each([400, 406, 415, 422])('a refusal by %i', (status) => {
    expect(judged(undeclaredMediaType, { api, intent: UNDECLARED, status })).toEqual({
      kind: 'pass',
    });
  });

  test('an operation without a body: it says nothing', () => {
    const given = { api, operation: 'bare', intent: UNDECLARED };
    expect(judged(undeclaredMediaType, given).kind).toBe('skipped');
  });

  test('a redirect: it says nothing of the type', () => {
    expect(judged(undeclaredMediaType, { api, intent: UNDECLARED, status: 307 }).kind).toBe(
      'skipped',
    );
  });

  test('a 202 that config takes as a refusal', () => {
    const refusals = { 'undeclared-media-type': { a: ['202'] } };
    const given = { api, intent: UNDECLARED, status: 202, context: { refusals } };
    expect(judged(undeclaredMediaType, given)).toEqual({ kind: 'pass' });
  });
});

describe('rejects', () => {
  test.each([UNDECLARED, MALFORMED])('acceptance of $kind, as one cause', (intent) => {
    const given = { api, intent, status: 200, deviation: 'the body as x' };
    expect(judged(undeclaredMediaType, given)).toEqual({
      kind: 'fail',
      findings: [
        {
          title: 'A request with the body as x was accepted',
          detail: 'Declared: application/json, text/csv.',
          at: '',
          place: 'openapi.yaml#/paths/~1a/post/requestBody',
          keyword: 'media-type',
          scope: 'target',
          expected: ['4XX'],
          actual: 200,
        },
      ],
    });
  });
});
