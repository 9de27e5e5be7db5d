/**
 * A failure's request, made again from the log. The log holds no secret: what was taken out is left
 * out here, and put back as the request is dressed; where that is not possible, it is said.
 */
import type { Case, Changes } from '../cases/case.ts';
import type { Intent } from '../cases/intent.ts';
import type { Api } from '../spec/api.ts';
import { NO_VALUES, type HeaderField, type PreparedRequest } from '../wire/request.ts';
import type { BodyRecord, ExchangeEvent, FailureEvent } from './events.ts';
import { ReplayError } from './replay-error.ts';

const REDACTED = '[redacted]';

export interface KeptRequest {
  readonly case: Case;
  /** Without what the log does not hold. */
  readonly request: PreparedRequest;
  /** Headers and query parameters that were taken out, by name in lower case. */
  readonly takenOut: readonly string[];
}

/**
 * @param baseUrl that of the run in the log
 * @throws {ReplayError} the operation is not described any more, or a secret stood where none is put back
 */
export function keptRequest(failure: FailureEvent, api: Api, baseUrl: string): KeptRequest {
  const { example, operation: id } = failure;
  const operation = api.operations.find((one) => one.id === id);
  if (operation === undefined) {
    throw new ReplayError(
      `The description has no operation ${JSON.stringify(id)} any more.`,
      'Run again: the failure is of another version of it.',
    );
  }
  const { target, takenOut } = keptTarget(example, baseUrl);
  const isKept = ([, value]: HeaderField): boolean => !value.includes(REDACTED);
  const { method, headers, body } = example.request;
  const { intent, deviation, phase } = example;
  const changes = changesOf(intent);
  return {
    case: {
      id: `${example.case}:replay`,
      operation,
      phase,
      index: 0,
      intent,
      values: NO_VALUES,
      slots: [],
      deviation,
      ...(changes === undefined ? {} : { changes }),
    },
    request: { method, target, headers: headers.filter(isKept), body: keptBody(body) },
    takenOut: [
      ...takenOut,
      ...headers.filter((field) => !isKept(field)).map(([name]) => name.toLowerCase()),
    ],
  };
}

function changesOf(intent: Intent): Changes | undefined {
  if (intent.kind === 'unauthenticated') return { credential: intent.how };
  return intent.kind === 'other-identity' ? { identity: intent.identity } : undefined;
}

/** @returns what was taken out of the request and is not put back by credentials or headers. */
export function stillMissing(
  { takenOut, case: { intent } }: KeptRequest,
  { headers, target }: PreparedRequest,
): readonly string[] {
  // Without a credential is how it is meant to go out.
  if (intent.kind === 'unauthenticated') return [];
  const there = new Set(headers.map(([name]) => name.toLowerCase()));
  const query = new URLSearchParams(target.split('?', 2)[1] ?? '');
  return takenOut.filter((name) => !there.has(name) && ![...query.keys()].some(isName(name)));
}

const isName = (name: string) => (key: string) => key.toLowerCase() === name;

function keptTarget(
  { request: { url } }: ExchangeEvent,
  baseUrl: string,
): { readonly target: string; readonly takenOut: readonly string[] } {
  const below = url.slice(baseUrl.replace(/\/+$/, '').length);
  const [path = '', query] = below.split(/\?(.*)/s);
  if (path.includes(REDACTED)) throw secretIn('path');
  if (query === undefined) return { target: path, takenOut: [] };
  const pairs = query.split('&');
  const kept = pairs.filter((pair) => !pair.includes(REDACTED));
  const takenOut = pairs
    .filter((pair) => pair.includes(REDACTED))
    .flatMap((pair) => [...new URLSearchParams(pair).keys()].map((name) => name.toLowerCase()));
  return { target: kept.length === 0 ? path : `${path}?${kept.join('&')}`, takenOut };
}

function keptBody(body: BodyRecord | null): Uint8Array | undefined {
  if (body === null) return undefined;
  if (body.sha256 !== undefined) {
    throw new ReplayError('The log holds a part of the body only.', 'Run again to have it whole.');
  }
  if (body.content.includes(REDACTED)) throw secretIn('body');
  return Buffer.from(body.content, body.encoding === 'text' ? 'utf8' : 'base64');
}

function secretIn(part: string): ReplayError {
  return new ReplayError(
    `The ${part} of the request held a secret, which the log does not.`,
    'Run again with the same seed, or fill it in by hand in the curl command of the report.',
  );
}
