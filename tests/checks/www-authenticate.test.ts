import { describe, expect, test } from 'vitest';
import { wwwAuthenticate } from '../../src/checks/www-authenticate.ts';
import { loadPaths } from '../spec/load-text.ts';
import { judged } from './judged.ts';

const api = await loadPaths(`
paths:
  /a:
    get: { operationId: a, security: [{ token: [] }], responses: { '200': { description: D } } }
    put: { operationId: b, security: [{ token: [] }], responses: { '200': { description: D } } }
    post: { operationId: open, responses: { '200': { description: D } } }
components: { securitySchemes: { token: { type: http, scheme: bearer } } }
`);

describe('accepts', () => {
  test('a 401 with the header, in any case', () => {
    const headers = [['www-authenticate', 'Bearer']] as const;
    expect(judged(wwwAuthenticate, { api, status: 401, headers })).toEqual({ kind: 'pass' });
  });

  test.each([200, 403, 407])('status %i, which need not carry it', (status) => {
    expect(judged(wwwAuthenticate, { api, status }).kind).toBe('skipped');
  });
});

describe('rejects', () => {
  test.each(['a', 'b'])('a 401 of %s without it, at the scheme that all share', (operation) => {
    expect(judged(wwwAuthenticate, { api, operation, status: 401 })).toEqual({
      kind: 'fail',
      findings: [
        {
          title: 'A 401 came without WWW-Authenticate',
          detail: '',
          at: 'header:WWW-Authenticate',
          place: 'openapi.yaml#/components/securitySchemes/token',
          keyword: 'missing',
          expected: 'a header WWW-Authenticate',
          actual: null,
        },
      ],
    });
  });

  test('a 401 of an operation that declares no security, at the operation', () => {
    expect(judged(wwwAuthenticate, { api, operation: 'open', status: 401 })).toMatchObject({
      findings: [{ place: 'openapi.yaml#/paths/~1a/post' }],
    });
  });
});
