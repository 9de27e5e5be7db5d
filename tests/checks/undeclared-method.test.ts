import { describe, expect, test } from 'vitest';
import type { Intent } from '../../src/cases/intent.ts';
import { undeclaredMethod } from '../../src/checks/undeclared-method.ts';
import { loadPaths } from '../spec/load-text.ts';
import { anExchange, judged, VALID } from './judged.ts';

const api = await loadPaths(`
paths:
  /open:
    get: { operationId: open, responses: { '200': { description: D } } }
  /open/{id}:
    parameters: [{ name: id, in: path, required: true, schema: {} }]
    put: { operationId: one, responses: { '200': { description: D } } }
  /closed:
    get: { operationId: closed, security: [{ token: [] }], responses: { '200': { description: D } } }
components: { securitySchemes: { token: { type: http, scheme: bearer } } }
`);
const by = (method: string): Intent => ({ kind: 'undeclared-method', method });
const HTML = [['Content-Type', 'text/html']] as const;

describe('accepts', () => {
  test.each([405, 501])('status %i', (status) => {
    expect(judged(undeclaredMethod, { api, intent: by('PUT'), status })).toEqual({ kind: 'pass' });
  });

  test('status 404, one cause for all paths', () => {
    expect(judged(undeclaredMethod, { api, intent: by('PUT'), status: 404 })).toMatchObject({
      kind: 'fail',
      findings: [{ keyword: '404', scope: 'target' }],
    });
  });

  test.each([401, 403])('status %i where the path is secured', (status) => {
    const given = { api, operation: 'closed', intent: by('PUT'), status };
    expect(judged(undeclaredMethod, given)).toEqual({ kind: 'pass' });
  });

  test('a 404 for a method that no operation of the API has', () => {
    expect(judged(undeclaredMethod, { api, intent: by('PATCH'), status: 404 })).toEqual({
      kind: 'pass',
    });
  });

  test('a 404 for a record that may not be there', () => {
    const given = { api, operation: 'one', intent: by('GET'), status: 404 };
    expect(judged(undeclaredMethod, given)).toEqual({
      kind: 'not-reached',
      why: { reason: 'control refused', detail: 'status 404' },
    });
  });

  test('a redirect', () => {
    const given = { api, intent: by('PUT'), status: 308 };
    expect(judged(undeclaredMethod, given).kind).toBe('skipped');
  });

  test('the start page of a web application, where the API has no pages', () => {
    const given = { api, intent: by('PUT'), status: 200, headers: HTML };
    expect(judged(undeclaredMethod, given).kind).toBe('skipped');
  });

  test('a 400 that config takes as a refusal', () => {
    const refusals = { 'undeclared-method': { '*': ['400'] } };
    const given = { api, intent: by('PUT'), status: 400, context: { refusals } };
    expect(judged(undeclaredMethod, given)).toEqual({ kind: 'pass' });
  });

  test('a declared method is none of its business', () => {
    expect(undeclaredMethod.appliesTo(VALID)).toBe(false);
  });
});

describe('rejects', () => {
  test.each([200, 204, 400, 415])('status %i', (status) => {
    expect(judged(undeclaredMethod, { api, intent: by('PUT'), status })).toEqual({
      kind: 'fail',
      findings: [
        {
          title: `PUT /open is not declared, and was answered with ${String(status)}`,
          detail: '',
          at: '',
          place: 'openapi.yaml#/paths/~1open/get',
          keyword: 'PUT',
          expected: ['405', '501'],
          actual: status,
        },
      ],
    });
  });

  test.each([401, 403])('status %i where nothing is secured', (status) => {
    expect(judged(undeclaredMethod, { api, intent: by('PUT'), status }).kind).toBe('fail');
  });

  test('a 404 for a record that is known to be there', () => {
    const control = anExchange({ api, operation: 'one' });
    const given = { api, operation: 'one', intent: by('GET'), status: 404, context: { control } };
    expect(judged(undeclaredMethod, given).kind).toBe('fail');
  });

  test('a page, where the API has pages', async () => {
    const api = await loadPaths(`
paths:
  /a:
    get: { operationId: a, responses: { '200': { description: D, content: { text/html: {} } } } }
    `);
    const given = { api, intent: by('PUT'), headers: HTML };
    expect(judged(undeclaredMethod, given).kind).toBe('fail');
  });
});
