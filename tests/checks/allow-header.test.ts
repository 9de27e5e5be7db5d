import { describe, expect, test } from 'vitest';
import type { Intent } from '../../src/cases/intent.ts';
import { allowHeader } from '../../src/checks/allow-header.ts';
import type { Verdict } from '../../src/checks/verdict.ts';
import { loadPaths } from '../spec/load-text.ts';
import { judged } from './judged.ts';

const RESPONSES = "{ '200': { description: D } }";
const api = await loadPaths(`
paths:
  /things:
    get: { operationId: list, responses: ${RESPONSES} }
    post: { operationId: create, responses: ${RESPONSES} }
    options: { operationId: ask, responses: ${RESPONSES} }
  /things/{id}:
    delete: { operationId: remove, responses: ${RESPONSES} }
  /things/count:
    get: { operationId: count, responses: ${RESPONSES} }
`);
const intent: Intent = { kind: 'undeclared-method', method: 'PUT' };

function allowing(operation: string, ...lines: readonly string[]): Verdict {
  const headers = lines.map((line) => ['Allow', line] as const);
  const request = { method: 'PUT' };
  return judged(allowHeader, { api, operation, intent, status: 405, headers, request });
}

describe('accepts', () => {
  test.each([
    ['the declared methods', ['GET, POST']],
    ['methods on two lines, in any order and case', ['post', 'Get']],
    ['HEAD, OPTIONS and methods that descriptions do not know', ['GET, HEAD, POST, OPTIONS, LINK']],
    ['an item that is empty, or named twice', ['GET,, POST, GET']],
  ])('%s', (_what, lines) => {
    expect(allowing('list', ...lines)).toEqual({ kind: 'pass' });
  });

  test.each(['GET', 'GET, DELETE'])(
    'Allow: %s, where a sibling template declares DELETE for the same URL',
    (line) => {
      expect(allowing('count', line)).toEqual({ kind: 'pass' });
    },
  );

  test('any other status without Allow', () => {
    expect(judged(allowHeader, { api, status: 404 }).kind).toBe('skipped');
  });

  test('an answer to OPTIONS with the declared methods, or without Allow', () => {
    const headers = [['Allow', 'OPTIONS, GET, POST']] as const;
    expect(judged(allowHeader, { api, operation: 'ask', headers })).toEqual({ kind: 'pass' });
    expect(judged(allowHeader, { api, operation: 'ask' }).kind).toBe('skipped');
  });
});

describe('rejects', () => {
  test('a 405 without Allow', () => {
    expect(allowing('list')).toEqual({
      kind: 'fail',
      findings: [
        {
          title: 'A 405 came without an Allow header',
          detail: '',
          at: 'header:Allow',
          place: 'openapi.yaml#/paths/~1things/get',
          keyword: 'missing',
          scope: 'target',
          expected: ['GET', 'POST'],
          actual: null,
        },
      ],
    });
  });

  test.each([
    ['a declared method that is left out', 'GET'],
    ['nothing', ''],
  ])('%s, one cause for all paths', (_what, line) => {
    expect(allowing('list', line)).toMatchObject({
      kind: 'fail',
      findings: [{ keyword: 'some only', scope: 'target', expected: ['GET', 'POST'] }],
    });
  });

  test.each([
    ['the method that was refused', 'GET, POST, PUT'],
    ['a method that is not declared', 'GET, POST, PATCH'],
  ])('%s', (_what, line) => {
    expect(allowing('list', line)).toMatchObject({
      kind: 'fail',
      findings: [{ keyword: 'list', expected: ['GET', 'POST'] }],
    });
  });

  test('an answer to OPTIONS that leaves a method out', () => {
    const headers = [['Allow', 'GET']] as const;
    expect(judged(allowHeader, { api, operation: 'ask', headers }).kind).toBe('fail');
  });

  test('a 405 to a declared method, which Allow then cannot name', () => {
    const given = {
      api,
      operation: 'list',
      status: 405,
      headers: [['Allow', 'GET, POST']] as const,
    };
    expect(judged(allowHeader, given).kind).toBe('fail');
  });
});
