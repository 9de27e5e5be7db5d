import { describe, expect, test } from 'vitest';
import type { Intent } from '../../src/cases/intent.ts';
import { notAcceptable } from '../../src/checks/not-acceptable.ts';
import { judged, respondingWith } from './judged.ts';

const silent = await respondingWith("'200': { description: D }");
const declared = await respondingWith("{ '200': { description: D }, '406': { description: D } }");
const intent: Intent = { kind: 'not-acceptable', accept: 'application/x-assay-unknown' };
const evidence = { honoursAccept: true, errorShape: undefined };

describe('accepts', () => {
  test.each([406, 400, 404, 302])('status %i', (status) => {
    expect(judged(notAcceptable, { api: declared, intent, status })).toEqual({ kind: 'pass' });
  });

  test('a server that disregards Accept, as it may', () => {
    expect(judged(notAcceptable, { api: silent, intent, body: {} })).toEqual({
      kind: 'skipped',
      why: 'the target has not been seen to honour Accept',
    });
  });

  test('an answer without content, which has no type to accept', () => {
    expect(judged(notAcceptable, { api: declared, intent, status: 204 }).kind).toBe('skipped');
  });

  test('an answer that is of the type asked for after all', () => {
    const headers = [['Content-Type', 'application/x-assay-unknown; v=1']] as const;
    expect(judged(notAcceptable, { api: declared, intent, headers, body: 'x' })).toEqual({
      kind: 'pass',
    });
  });

  test('a 200 that config takes as a refusal', () => {
    const refusals = { 'not-acceptable': { a: ['200'] } };
    const given = { api: declared, intent, body: {}, context: { refusals } };
    expect(judged(notAcceptable, given)).toEqual({ kind: 'pass' });
  });
});

describe('rejects', () => {
  test.each([
    ['where the operation declares 406', declared, {}, 'a declares 406.'],
    [
      'where other operations answered 406',
      silent,
      { evidence },
      'Other operations of this API answer 406 to it.',
    ],
  ] as const)('an answer %s', (_where, api, context, detail) => {
    const given = { api, intent, body: {}, deviation: 'with Accept: x', context };
    expect(judged(notAcceptable, given)).toEqual({
      kind: 'fail',
      findings: [
        {
          title: 'A request with Accept: x was answered all the same',
          detail,
          at: '',
          place: 'openapi.yaml#/paths/~1a/get',
          keyword: 'accept',
          expected: ['406'],
          actual: 200,
        },
      ],
    });
  });
});
