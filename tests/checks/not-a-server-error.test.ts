import { describe, expect, test } from 'vitest';
import type { Intent } from '../../src/cases/intent.ts';
import { notAServerError } from '../../src/checks/not-a-server-error.ts';
import { anExchange, judged, respondingWith, titles, VALID } from './judged.ts';

const api = await respondingWith("'200': { description: D }");
const MALFORMED: Intent = { kind: 'malformed-body', how: 'cut short' };

describe('accepts', () => {
  test.each([100, 200, 302, 404, 499])('status %i', (status) => {
    expect(judged(notAServerError, { api, status })).toEqual({ kind: 'pass' });
  });

  test('a 502 that the operation declares by its exact code', async () => {
    const api = await respondingWith("'502': { description: the other system is down }");
    expect(judged(notAServerError, { api, status: 502 })).toEqual({ kind: 'pass' });
  });

  test('501 in answer to a method that is not declared', () => {
    const intent: Intent = { kind: 'undeclared-method', method: 'PATCH' };
    expect(judged(notAServerError, { api, intent, status: 501 })).toEqual({ kind: 'pass' });
  });

  test('a probe of the body is not blamed where a good body fails as well', () => {
    expect(judged(notAServerError, { api, intent: MALFORMED, status: 500 })).toEqual({
      kind: 'not-reached',
      why: { reason: 'control refused', detail: '500' },
    });
  });

  test('a fault of the wire: it says nothing', () => {
    const outcome = { kind: 'fault', fault: 'reset', message: '' } as const;
    expect(judged(notAServerError, { api, outcome })).toEqual({
      kind: 'skipped',
      why: 'no answer',
    });
  });
});

describe('rejects', () => {
  test.each([500, 501, 502, 504, 599])('status %i', (status) => {
    expect(titles(notAServerError, { api, status })).toEqual([
      `Status ${String(status)} is a server error`,
    ]);
  });

  test.each(["'500'", '5XX', 'default'])('500 even where %s is declared', async (status) => {
    const api = await respondingWith(`${status}: { description: D }`);
    expect(titles(notAServerError, { api, status: 500 })).toHaveLength(1);
  });

  test('a 502 that is declared by range only', async () => {
    const api = await respondingWith('5XX: { description: D }');
    expect(titles(notAServerError, { api, status: 502 })).toHaveLength(1);
  });

  test.each<readonly [Intent, string]>([
    [MALFORMED, 'malformed-body'],
    [{ kind: 'malformed-media-type', contentType: 'multipart/form-data' }, 'media-type'],
    [{ kind: 'undeclared-media-type', mediaType: 'text/x' }, 'media-type'],
  ])('a 500 for $0.kind where the good body beside it was accepted', (intent, about) => {
    const control = anExchange({ api });
    expect(
      judged(notAServerError, { api, intent, status: 500, context: { control } }),
    ).toMatchObject({
      kind: 'fail',
      findings: [{ keyword: `500 ${about}`, scope: 'target' }],
    });
  });

  test.each<Intent>([
    { kind: 'unauthenticated', how: 'none' },
    { kind: 'not-acceptable', accept: 'text/x' },
    { kind: 'undeclared-method', method: 'PATCH' },
    VALID,
  ])('a 500 for $kind, which no body is to blame for', (intent) => {
    expect(titles(notAServerError, { api, intent, status: 500 })).toHaveLength(1);
  });
});
