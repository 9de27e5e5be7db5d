/**
 * What one check says of one exchange that is made up on the spot: everything not named is the
 * plainest there is, a valid request that was answered with an empty 200.
 */
import type { Case } from '../../src/cases/case.ts';
import type { Intent, RequestViolation } from '../../src/cases/intent.ts';
import { readAnswerBody } from '../../src/checks/answer-body.ts';
import type { Check, JudgeContext } from '../../src/checks/check.ts';
import type { Verdict } from '../../src/checks/verdict.ts';
import { createSchemas } from '../../src/schema/schemas.ts';
import type { Api } from '../../src/spec/api.ts';
import type { Answer, Exchange, Outcome } from '../../src/transport/exchange.ts';
import { NO_VALUES, type HeaderField, type PreparedRequest } from '../../src/wire/request.ts';
import { loadPaths } from '../spec/load-text.ts';

export interface Given {
  readonly api: Api;
  /** By id; the first of the description when it is not named. */
  readonly operation?: string;
  readonly intent?: Intent;
  readonly deviation?: string;
  readonly phase?: Case['phase'];
  readonly request?: Partial<PreparedRequest>;
  readonly status?: number;
  readonly headers?: readonly HeaderField[];
  /** Bytes or text as they are; anything else as JSON, with the Content-Type for it. */
  readonly body?: unknown;
  /** In place of an answer. */
  readonly outcome?: Outcome;
  readonly elapsedMs?: number;
  readonly context?: Partial<JudgeContext>;
}

/** @returns the exchange that is meant. */
export function anExchange(given: Given): Exchange {
  const { api, operation: id, intent = VALID, deviation = '', request = {} } = given;
  const operation = api.operations.find((one) => id === undefined || one.id === id);
  if (operation === undefined) throw new Error(`no operation ${String(id)}`);
  const testCase: Case = {
    id: `${operation.id}:template:0`,
    operation,
    phase: given.phase ?? 'template',
    index: 0,
    intent,
    values: NO_VALUES,
    slots: [],
    deviation,
  };
  return {
    case: testCase,
    request: {
      method: operation.method,
      target: operation.path,
      headers: [],
      body: undefined,
      ...request,
    },
    outcome: given.outcome ?? anAnswer(given),
    attempts: 1,
    startedAt: 0,
    elapsedMs: given.elapsedMs ?? 1,
  };
}

/** @returns what the check says of it; it must apply to the exchange's intent. */
export function judged(check: Check, given: Given): Verdict {
  const exchange = anExchange(given);
  if (!check.appliesTo(exchange.case.intent)) throw new Error(`${check.name} does not apply`);
  const { api, context = {} } = given;
  const { outcome } = exchange;
  return check.judge(exchange, {
    api,
    schemas: createSchemas(api.documents),
    body: outcome.kind === 'answer' ? readAnswerBody(outcome) : { kind: 'none' },
    twin: undefined,
    control: undefined,
    excuse: undefined,
    refusals: {},
    evidence: { honoursAccept: false, errorShape: undefined },
    maxResponseMs: 1000,
    ...context,
  });
}

/** @returns the titles of what was found; none where the check accepts or has nothing to say. */
export function titles(check: Check, given: Given): readonly string[] {
  const verdict = judged(check, given);
  return verdict.kind === 'fail' ? verdict.findings.map(({ title }) => title) : [];
}

export const VALID: Intent = { kind: 'valid', tier: 'plain' };

/** Proven invalid in one member. */
export function invalid(violation: Partial<RequestViolation> = {}): Intent {
  return {
    kind: 'invalid',
    proof: { readings: 4 },
    violation: {
      in: 'query',
      pointer: '/limit',
      place: 'openapi.yaml#/paths/~1a/get/parameters/0',
      keyword: 'maximum',
      before: 10,
      after: 1000,
      sentence: 'limit is above its maximum',
      enforced: true,
      ...violation,
    },
  };
}

/** One `get /a` with the responses given, in YAML from the first column on. */
export async function respondingWith(responses: string): Promise<Api> {
  return operation(`responses:\n${indented(responses)}`);
}

/** One `get /a` with the fields given. */
export async function operation(fields: string): Promise<Api> {
  return loadPaths(`paths:\n  /a:\n    get:\n      operationId: a\n${indented(fields, 6)}`);
}

/** One `get /a` that answers 200 with JSON of that schema, in YAML. */
export async function answeringJson(schema: string, beside = ''): Promise<Api> {
  return loadPaths(
    `paths:
  /a:
    get:
      operationId: a
      responses:
        '200':
          description: D
          content:
            application/json:
              schema:
${indented(schema, 16)}
${beside}`,
  );
}

function indented(text: string, by = 2): string {
  return text.replace(/^\n/, '').trimEnd().replace(/^/gm, ' '.repeat(by));
}

function anAnswer({ status = 200, headers, body }: Given): Answer {
  const isRaw = body === undefined || typeof body === 'string' || body instanceof Uint8Array;
  const bytes = isRaw ? (body ?? '') : JSON.stringify(body);
  const implied: readonly HeaderField[] = isRaw ? [] : [['Content-Type', 'application/json']];
  return {
    kind: 'answer',
    status,
    headers: headers ?? implied,
    body: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
  };
}
