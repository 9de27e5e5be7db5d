import { describe, expect, test } from 'vitest';
import { redirectDeclared } from '../../src/checks/redirect-declared.ts';
import { judged, operation, respondingWith } from './judged.ts';

const api = await respondingWith("'200': { description: D }");
const LOCATION = [['Location', '/b']] as const;

describe('accepts', () => {
  test.each(["'302'", '3XX', 'default'])('a redirect declared by %s', async (status) => {
    const api = await respondingWith(`${status}: { description: D }`);
    expect(judged(redirectDeclared, { api, status: 302, headers: LOCATION })).toEqual({
      kind: 'pass',
    });
  });

  test.each([300, 200, 404])('status %i, which is no redirect', (status) => {
    expect(judged(redirectDeclared, { api, status })).toEqual({
      kind: 'skipped',
      why: 'no redirect',
    });
  });

  test.each(['If-None-Match', 'if-modified-since'])('a 304 to a request with %s', (name) => {
    const request = { headers: [[name, '"a"'] as const] };
    expect(judged(redirectDeclared, { api, status: 304, request }).kind).toBe('skipped');
  });

  test('any redirect where the operation declares no responses', async () => {
    const api = await operation('summary: S');
    expect(judged(redirectDeclared, { api, status: 302 }).kind).toBe('skipped');
  });

  test('the way to a login, and what other methods or addresses lead to', () => {
    expect(redirectDeclared.appliesTo({ kind: 'unauthenticated', how: 'none' })).toBe(false);
    expect(redirectDeclared.appliesTo({ kind: 'undeclared-method', method: 'PUT' })).toBe(false);
    expect(redirectDeclared.appliesTo({ kind: 'follow-location', location: '/' })).toBe(false);
  });
});

describe('rejects', () => {
  test.each([301, 302, 303, 307, 308])('status %i that is not declared', (status) => {
    expect(judged(redirectDeclared, { api, status, headers: LOCATION })).toEqual({
      kind: 'fail',
      findings: [
        {
          title: `Status ${String(status)} redirects, and is not declared`,
          detail: 'It leads to /b.',
          at: '',
          place: 'openapi.yaml#/paths/~1a/get',
          keyword: String(status),
          expected: ['200'],
          actual: '/b',
        },
      ],
    });
  });

  test('a 304 to a request that asked for no condition', () => {
    expect(judged(redirectDeclared, { api, status: 304 })).toMatchObject({
      kind: 'fail',
      findings: [{ title: 'A 304 came to a request without a condition', keyword: '304' }],
    });
  });

  test('a declared redirect without a Location', async () => {
    const api = await respondingWith("'302': { description: D }");
    expect(judged(redirectDeclared, { api, status: 302 })).toMatchObject({
      kind: 'fail',
      findings: [{ title: 'Status 302 redirects without a Location', at: 'header:Location' }],
    });
  });
});
