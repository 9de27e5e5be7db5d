import { describe, expect, test } from 'vitest';
import { loadPaths } from '../spec/load-text.ts';
import type { Intent } from '../../src/cases/intent.ts';
import { statusDeclared } from '../../src/checks/status-declared.ts';
import { anExchange, invalid, judged, operation, respondingWith, VALID } from './judged.ts';

const api = await respondingWith("{ '200': { description: D }, '404': { description: D } }");

describe('accepts', () => {
  test.each([
    ["'418'", 418],
    ['4XX', 418],
    ['4xx', 418],
    ['default', 418],
  ])('a status declared by %s', async (declared, status) => {
    const api = await respondingWith(`${declared}: { description: D }`);
    expect(judged(statusDeclared, { api, status })).toEqual({ kind: 'pass' });
  });

  test('a status whose response is known by its name only', async () => {
    const api = await respondingWith("'200': { $ref: '#/components/responses/None' }");
    expect(judged(statusDeclared, { api, status: 200 })).toEqual({ kind: 'pass' });
  });

  test('any status where the operation declares no responses', async () => {
    const api = await operation('summary: S');
    expect(judged(statusDeclared, { api, status: 418 }).kind).toBe('skipped');
  });

  test('a failure over a broken body where the plain request beside it was not accepted', () => {
    const intent: Intent = { kind: 'malformed-body', how: 'cut short' };
    const control = anExchange({ api });

    expect(judged(statusDeclared, { api, intent, status: 502 }).kind).toBe('skipped');
    expect(judged(statusDeclared, { api, intent, status: 502, context: { control } }).kind).toBe(
      'fail',
    );
  });

  test.each<readonly [Intent, readonly number[]]>([
    [{ kind: 'unauthenticated', how: 'none' }, [401, 403, 302]],
    [{ kind: 'undeclared-media-type', mediaType: 'x/y' }, [415, 400]],
    [{ kind: 'malformed-media-type', contentType: 'x/y' }, [415, 400]],
    [{ kind: 'malformed-body', how: 'cut short' }, [400, 422]],
    [{ kind: 'not-acceptable', accept: 'x/y' }, [406]],
  ])('a refusal of $kind by a status of its table', (intent, statuses) => {
    for (const status of statuses) {
      expect(judged(statusDeclared, { api, intent, status })).toEqual({
        kind: 'skipped',
        why: 'it refuses a probe',
      });
    }
  });

  test.each([408, 413, 414, 431])('status %i, which HTTP itself answers', (status) => {
    expect(judged(statusDeclared, { api, status }).kind).toBe('skipped');
  });

  test('a refusal of hostile data', () => {
    const intent: Intent = { kind: 'valid', tier: 'hostile' };
    expect(judged(statusDeclared, { api, intent, status: 400 })).toEqual({
      kind: 'skipped',
      why: 'it refuses hostile data',
    });
  });

  test('what another method or address answers', () => {
    expect(statusDeclared.appliesTo({ kind: 'undeclared-method', method: 'PUT' })).toBe(false);
    expect(statusDeclared.appliesTo({ kind: 'follow-location', location: '/' })).toBe(false);
  });

  test('a 404 for a path that is wrong in itself, of which a router knows nothing', async () => {
    const some = await respondingWith("'200': { description: D }");
    const intent = invalid({ in: 'path', pointer: '/id' });
    expect(judged(statusDeclared, { api: some, intent, status: 404 })).toEqual({
      kind: 'skipped',
      why: 'nothing has that identifier',
    });
  });
});

describe('rejects', () => {
  test('a 418 that is not declared, with the declared list', () => {
    expect(judged(statusDeclared, { api, status: 418 })).toEqual({
      kind: 'fail',
      findings: [
        {
          title: 'Status 418 is not declared',
          detail: 'a declares 200, 404.',
          at: '',
          place: 'openapi.yaml#/paths/~1a/get',
          keyword: '418',
          scope: 'target',
          expected: ['200', '404'],
          actual: 418,
        },
      ],
    });
  });

  test('an undeclared refusal of invalid or of first requests, one cause for all operations', () => {
    for (const intent of [invalid(), VALID]) {
      expect(judged(statusDeclared, { api, intent, status: 400 })).toMatchObject({
        kind: 'fail',
        findings: [{ keyword: '400', scope: 'target' }],
      });
    }
    expect(judged(statusDeclared, { api, intent: invalid(), status: 500 })).toMatchObject({
      kind: 'fail',
      findings: [{ keyword: '500', scope: 'place' }],
    });
  });

  test('an undeclared refusal of varied data, a cause of its own at each operation where others declare it', async () => {
    const some = await loadPaths(`paths:
  /a: { get: { operationId: a, responses: { '200': { description: D } } } }
  /b: { get: { operationId: b, responses: { '400': { description: D } } } }`);
    const given = { api: some, operation: 'a', phase: 'fuzz', status: 400 } as const;
    expect(judged(statusDeclared, given)).toMatchObject({
      kind: 'fail',
      findings: [{ keyword: '400', scope: 'place' }],
    });
  });

  test('a 404 of an invalid query, which no router looks at', async () => {
    const some = await respondingWith("'200': { description: D }");
    expect(judged(statusDeclared, { api: some, intent: invalid(), status: 404 }).kind).toBe('fail');
  });

  test('an undeclared refusal of varied data by what no operation declares, one cause for all', () => {
    expect(judged(statusDeclared, { api, phase: 'fuzz', status: 400 })).toMatchObject({
      kind: 'fail',
      findings: [{ keyword: '400', scope: 'target' }],
    });
  });

  test('a range of another class', async () => {
    const api = await respondingWith('5XX: { description: D }');
    expect(judged(statusDeclared, { api, status: 418 }).kind).toBe('fail');
  });

  test.each<readonly [Intent, number]>([
    [{ kind: 'unauthenticated', how: 'none' }, 418],
    [{ kind: 'not-acceptable', accept: 'x/y' }, 418],
    [{ kind: 'malformed-body', how: 'cut short' }, 202],
    [{ kind: 'valid', tier: 'hostile' }, 202],
    [{ kind: 'valid', tier: 'edge' }, 400],
    [invalid(), 400],
    [VALID, 401],
  ])('$kind answered by a status that its table does not hold', (intent, status) => {
    expect(judged(statusDeclared, { api, intent, status }).kind).toBe('fail');
  });

  test('a refusal of a probe by a status that config takes out of its table', () => {
    const refusals = { 'malformed-body': { a: ['422'] } };
    const intent: Intent = { kind: 'malformed-body', how: 'cut short' };
    const given = { api, intent, status: 400, context: { refusals } };
    expect(judged(statusDeclared, given).kind).toBe('fail');
  });
});
