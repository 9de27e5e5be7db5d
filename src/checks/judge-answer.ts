/**
 * The answer checks on one given answer: for tests that send their own requests and want the
 * description's word on what came back.
 */
import type { Case } from '../cases/case.ts';
import { createSchemas, type Schemas } from '../schema/schemas.ts';
import type { Api } from '../spec/api.ts';
import { AssayError } from '../spec/assay-error.ts';
import type { Answer, Exchange } from '../transport/exchange.ts';
import { NO_VALUES, type HeaderField } from '../wire/request.ts';
import { readAnswerBody } from './answer-body.ts';
import type { JudgeContext, Severity } from './check.ts';
import { CHECKS } from './index.ts';
import { judgeExchange } from './judge-exchange.ts';
import type { Finding } from './verdict.ts';

/** An answer as a test has it in hand. */
export interface GivenAnswer {
  readonly status: number;
  /** Pairs (a fetch `Headers` is one such iterable), or an object whose repeated fields are lists. */
  readonly headers: Iterable<HeaderField> | Readonly<Record<string, string | readonly string[]>>;
  /** After Content-Encoding is undone; a value that is no text and no bytes stands for its JSON. */
  readonly body?: unknown;
}

/** A finding with the check that made it. */
export interface JudgedFinding extends Finding {
  readonly code: string;
  readonly check: string;
  readonly severity: Severity;
}

/** The id names no operation of the description. */
export class UnknownOperation extends AssayError {
  constructor(operationId: string, { source, operations }: Api) {
    super(`There is no operation ${JSON.stringify(operationId)} in ${source}.`, {
      code: 'UNKNOWN_OPERATION',
      hint: `It describes ${String(operations.length)} operations; \`assay list\` shows them.`,
    });
  }
}

/**
 * @returns what the checks find wrong, in order of blame; none for an answer that conforms
 * @throws {UnknownOperation}
 */
export function judgeAnswer(
  api: Api,
  operationId: string,
  answer: GivenAnswer,
): readonly JudgedFinding[] {
  const exchange = exchangeOf(api, operationId, answer);
  const body = readAnswerBody(exchange.outcome);
  const context: JudgeContext = {
    api,
    schemas: schemasOf(api),
    body,
    twin: undefined,
    control: undefined,
    excuse: undefined,
    refusals: {},
    evidence: { honoursAccept: false, errorShape: undefined },
    maxResponseMs: Number.POSITIVE_INFINITY,
  };
  const on = CHECKS.filter(({ defaultSeverity }) => defaultSeverity !== 'off');
  return judgeExchange(exchange, context, on).flatMap(({ check, verdict }) => {
    const { code, name, defaultSeverity: severity } = check;
    return verdict.kind !== 'fail' || severity === 'off'
      ? []
      : verdict.findings.map((finding) => ({ ...finding, code, check: name, severity }));
  });
}

const schemasByApi = new WeakMap<Api, Schemas>();

/** Validators are compiled once for all answers judged against one description. */
function schemasOf(api: Api): Schemas {
  const known = schemasByApi.get(api) ?? createSchemas(api.documents);
  schemasByApi.set(api, known);
  return known;
}

function exchangeOf(
  api: Api,
  operationId: string,
  answer: GivenAnswer,
): Exchange & { readonly outcome: Answer } {
  const operation = api.operations.find(({ id }) => id === operationId);
  if (operation === undefined) throw new UnknownOperation(operationId, api);
  const { method, path } = operation;
  const given: Case = {
    id: `${operationId}:given:0`,
    operation,
    phase: 'template',
    index: 0,
    intent: { kind: 'valid', tier: 'plain' },
    values: NO_VALUES,
    slots: [],
    deviation: '',
  };
  return {
    case: given,
    request: { method, target: path, headers: askedFor(answer), body: undefined },
    outcome: {
      kind: 'answer',
      status: answer.status,
      headers: fieldsOf(answer.headers),
      body: bytesOf(answer.body),
    },
    attempts: 1,
    startedAt: 0,
    elapsedMs: 0,
  };
}

/** The request is not in hand, so the answer has the benefit of the doubt: a 304 answers a condition. */
function askedFor({ status }: GivenAnswer): readonly HeaderField[] {
  return status === 304 ? [['If-None-Match', '*']] : [];
}

function fieldsOf(headers: GivenAnswer['headers']): readonly HeaderField[] {
  if (isIterable(headers)) return [...headers];
  return Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[name, value] as const]
      : value.map((line) => [name, line] as const),
  );
}

function isIterable(headers: GivenAnswer['headers']): headers is Iterable<HeaderField> {
  return Symbol.iterator in headers;
}

function bytesOf(body: unknown): Uint8Array {
  if (body === undefined || body === null) return new Uint8Array();
  if (body instanceof Uint8Array) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
