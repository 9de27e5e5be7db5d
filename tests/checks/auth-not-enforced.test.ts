import { describe, expect, test } from 'vitest';
import type { Intent } from '../../src/cases/intent.ts';
import { authNotEnforced } from '../../src/checks/auth-not-enforced.ts';
import { loadPaths } from '../spec/load-text.ts';
import { judged, VALID } from './judged.ts';

const api = await loadPaths(`
paths:
  /a:
    get:
      operationId: a
      security: [{ token: [], key: [] }, { basic: [] }]
      responses: { '200': { description: D, content: { application/json: {} } } }
    options:
      operationId: ask
      security: [{ token: [] }]
      responses: { '204': { description: D } }
  /page:
    get:
      operationId: page
      security: [{ token: [] }]
      responses: { '200': { description: D, content: { text/html: {} } } }
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
    basic: { type: http, scheme: basic }
    key: { type: apiKey, in: header, name: X-Key }
`);
const intent: Intent = { kind: 'unauthenticated', how: 'none' };
const HTML = [['Content-Type', 'text/html; charset=utf-8']] as const;

describe('accepts', () => {
  test.each([401, 403, 404, 302, 303])('status %i', (status) => {
    expect(judged(authNotEnforced, { api, intent, status })).toEqual({ kind: 'pass' });
  });

  test.each([400, 405, 422])('status %i, which serves nobody either', (status) => {
    expect(judged(authNotEnforced, { api, intent, status })).toEqual({ kind: 'pass' });
  });

  test('OPTIONS, which browsers ask before they may send a credential', () => {
    const given = { api, operation: 'ask', intent, status: 204 };
    expect(judged(authNotEnforced, given).kind).toBe('skipped');
  });

  test('a page to log in, where the operation answers JSON', () => {
    const given = { api, intent, status: 200, headers: HTML, body: '<form>' };
    expect(judged(authNotEnforced, given)).toEqual({
      kind: 'skipped',
      why: 'a web page came instead of an answer of the operation',
    });
  });

  test('a 200 that config takes as a refusal', () => {
    const refusals = { 'auth-not-enforced': { a: ['200'] } };
    expect(judged(authNotEnforced, { api, intent, context: { refusals } })).toEqual({
      kind: 'pass',
    });
  });

  test('a request with its credential is none of its business', () => {
    expect(authNotEnforced.appliesTo(VALID)).toBe(false);
  });
});

describe('rejects', () => {
  test.each([200, 201, 204])('status %i', (status) => {
    const given = { api, intent, status, body: {}, deviation: 'without a credential' };
    expect(judged(authNotEnforced, given)).toEqual({
      kind: 'fail',
      findings: [
        {
          title: 'A request without a credential was served',
          detail: 'a declares token and key, or basic.',
          at: '',
          place: 'openapi.yaml#/paths/~1a/get',
          keyword: 'security',
          expected: ['401', '403', '404', '3XX'],
          actual: status,
        },
      ],
    });
  });

  test('a page, where pages are what the operation answers', () => {
    const given = { api, operation: 'page', intent, headers: HTML, body: '<h1>' };
    expect(judged(authNotEnforced, given).kind).toBe('fail');
  });
});
