import { describe, expect, test } from 'vitest';
import type { Intent } from '../../src/cases/intent.ts';
import { readAnswerBody } from '../../src/checks/answer-body.ts';
import type { JudgeContext } from '../../src/checks/check.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { judgeExchange } from '../../src/checks/judge-exchange.ts';
import { createSchemas } from '../../src/schema/schemas.ts';
import { loadPaths } from '../spec/load-text.ts';
import { anExchange, invalid, type Given } from './judged.ts';

const api = await loadPaths(`
paths:
  /a:
    post:
      operationId: a
      security: [{ token: [] }]
      requestBody: { content: { application/json: {} } }
      responses:
        '200':
          description: D
          headers: { X-Rate: { required: true, schema: { type: integer } } }
          content: { application/json: { schema: { type: object, required: [id] } } }
        '400': { description: D, content: { application/json: { schema: { required: [error] } } } }
components: { securitySchemes: { token: { type: http, scheme: bearer } } }
`);

function verdicts(given: Omit<Given, 'api'>): Readonly<Record<string, string>> {
  const exchange = anExchange({ api, ...given });
  const { outcome } = exchange;
  const context: JudgeContext = {
    api,
    schemas: createSchemas(api.documents),
    body: outcome.kind === 'answer' ? readAnswerBody(outcome) : { kind: 'none' },
    twin: undefined,
    control: undefined,
    excuse: undefined,
    refusals: {},
    evidence: { honoursAccept: false, errorShape: undefined },
    maxResponseMs: 1000,
    ...given.context,
  };
  const judgements = judgeExchange(exchange, context, CHECKS);
  return Object.fromEntries(
    judgements.map(({ check, verdict }) => [
      check.name,
      verdict.kind === 'skipped' ? `skipped: ${verdict.why}` : verdict.kind,
    ]),
  );
}

function failed(given: Omit<Given, 'api'>): readonly string[] {
  return Object.entries(verdicts(given)).flatMap(([name, kind]) => (kind === 'fail' ? [name] : []));
}

describe('one answer is one accusation a branch', () => {
  test('an answer that conforms is none', () => {
    const headers = [
      ['Content-Type', 'application/json'],
      ['X-Rate', '5'],
    ] as const;
    expect(failed({ headers, body: '{"id":1}' })).toEqual([]);
  });

  test('a fault of the wire hides all else', () => {
    const outcome = { kind: 'fault', fault: 'reset', message: 'It broke.' } as const;
    const { answered, ...rest } = verdicts({ outcome });
    expect(answered).toBe('fail');
    expect(new Set(Object.values(rest))).toEqual(
      new Set(['skipped: answered failed for this answer']),
    );
  });

  test('a server error hides what the answer looks like', () => {
    expect(failed({ status: 500, body: 'Traceback (most recent call last)' })).toEqual([
      'not-a-server-error',
    ]);
  });

  test('an accepted invalid request hides its answer', () => {
    expect(failed({ intent: invalid(), body: {} })).toEqual(['accepts-invalid']);
  });

  test('a status that is not declared hides media type and schema', () => {
    expect(failed({ status: 418, body: {} })).toEqual(['status-declared']);
  });

  test('a redirect that is not declared is said once', () => {
    expect(failed({ status: 302, headers: [['Location', '/b']] })).toEqual(['redirect-declared']);
  });

  test('a media type that is not declared hides the schema', () => {
    const headers = [
      ['Content-Type', 'text/html'],
      ['X-Rate', '5'],
    ] as const;
    expect(failed({ headers, body: '<h1>' })).toEqual(['content-type-declared']);
  });

  test('headers stand beside media type and schema, and hide nothing', () => {
    expect(failed({ body: {} })).toEqual(['response-headers', 'response-schema']);
  });

  test('a leak stands beside the schema of an error', () => {
    const body = { message: 'SQLSTATE[42000]' };
    expect(failed({ status: 400, body })).toEqual(['error-leaks', 'response-schema']);
  });

  test('a verdict that is not reached hides nothing', () => {
    expect(failed({ intent: invalid(), status: 400, body: {} })).toEqual(['response-schema']);
  });
});

describe('a probe', () => {
  const probes: readonly (readonly [Intent, number])[] = [
    [{ kind: 'unauthenticated', how: 'none' }, 401],
    [{ kind: 'undeclared-media-type', mediaType: 'x/y' }, 415],
    [{ kind: 'malformed-media-type', contentType: 'x' }, 415],
    [{ kind: 'malformed-body', how: 'cut short' }, 422],
    [{ kind: 'not-acceptable', accept: 'x/y' }, 406],
    [{ kind: 'undeclared-method', method: 'PUT' }, 501],
  ];

  test.each(probes)(
    '%j refused by %i with a page of its own is accused of nothing',
    (intent, status) => {
      const headers = [
        ['Content-Type', 'text/html'],
        ['WWW-Authenticate', 'Bearer'],
      ] as const;
      expect(failed({ intent, status, headers, body: '<h1>No</h1>' })).toEqual([]);
    },
  );

  test('refused by a declared status is held to what is declared', () => {
    const intent: Intent = { kind: 'malformed-body', how: 'cut short' };
    expect(failed({ intent, status: 400, body: {} })).toEqual(['response-schema']);
  });
});

test('a check that does not apply to the intent is not asked', () => {
  expect(Object.keys(verdicts({ intent: invalid() }))).not.toContain('refuses-valid');
});
