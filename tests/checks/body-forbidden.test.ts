import { describe, expect, test } from 'vitest';
import { bodyForbidden } from '../../src/checks/body-forbidden.ts';
import { judged, respondingWith } from './judged.ts';

const api = await respondingWith("'200': { description: D }");
const HEAD = { method: 'HEAD' };

describe('accepts', () => {
  test.each([200, 201, 202, 301, 404])('content of status %i', (status) => {
    expect(judged(bodyForbidden, { api, status, body: {} }).kind).toBe('skipped');
  });

  test.each([204, 205, 304])('status %i without content', (status) => {
    expect(judged(bodyForbidden, { api, status })).toEqual({ kind: 'pass' });
  });

  test('a 204 that says that its content is of length 0, as half of all servers do', () => {
    const headers = [['Content-Length', '0']] as const;
    expect(judged(bodyForbidden, { api, status: 204, headers })).toEqual({ kind: 'pass' });
  });

  test.each([200, 304])('the length of what GET would give, in a %i without content', (status) => {
    const headers = [['Content-Length', '512']] as const;
    expect(judged(bodyForbidden, { api, status, headers, request: HEAD })).toEqual({
      kind: 'pass',
    });
  });
});

describe('rejects', () => {
  test.each([204, 205, 304])('status %i with content', (status) => {
    expect(judged(bodyForbidden, { api, status, body: 'gone' })).toMatchObject({
      kind: 'fail',
      findings: [
        { title: `Status ${String(status)} came with content`, at: '', actual: '4 bytes' },
      ],
    });
  });

  test('an answer to HEAD with content', () => {
    expect(judged(bodyForbidden, { api, body: 'x', request: HEAD })).toMatchObject({
      kind: 'fail',
      findings: [{ title: 'An answer to HEAD came with content' }],
    });
  });

  test.each([
    ['Content-Length', '4'],
    ['Transfer-Encoding', 'chunked'],
  ])('a 204 that announces content by %s', (name, value) => {
    expect(judged(bodyForbidden, { api, status: 204, headers: [[name, value]] })).toEqual({
      kind: 'fail',
      findings: [
        {
          title: 'Status 204 came with content',
          detail: 'Its header announces a body.',
          at: `header:${name}`,
          place: 'openapi.yaml#/paths/~1a/get',
          keyword: '204',
          expected: 'no content',
          actual: value,
        },
      ],
    });
  });
});
