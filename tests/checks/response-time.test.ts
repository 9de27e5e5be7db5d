import { describe, expect, test } from 'vitest';
import { responseTime } from '../../src/checks/response-time.ts';
import { judged, respondingWith } from './judged.ts';

const api = await respondingWith("'200': { description: D }");
const context = { maxResponseMs: 250 };

describe('accepts', () => {
  test('an answer within the time', () => {
    expect(judged(responseTime, { api, elapsedMs: 250, context })).toEqual({ kind: 'pass' });
  });

  test('no answer: that is another failure', () => {
    const outcome = { kind: 'fault', fault: 'timeout', message: '' } as const;
    expect(judged(responseTime, { api, elapsedMs: 9999, outcome, context }).kind).toBe('skipped');
  });

  test('it is off unless asked for', () => {
    expect(responseTime.defaultSeverity).toBe('off');
  });
});

describe('rejects', () => {
  test('an answer that takes longer', () => {
    expect(judged(responseTime, { api, elapsedMs: 250.6, context })).toEqual({
      kind: 'fail',
      findings: [
        {
          title: 'The answer took longer than 250 ms',
          detail: '',
          at: '',
          place: 'openapi.yaml#/paths/~1a/get',
          keyword: 'time',
          scope: 'place',
          expected: 'at most 250 ms',
          actual: '251 ms',
        },
      ],
    });
  });
});
