// The one way out: every request of a scenario goes through here, and every answer of the 45 operations is held to spec/
// before the scenario sees it, refusals as well. A 429 of a real account is waited out.
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import 'assay/vitest';
import type { Answers, OperationId, Problem } from './answers.ts';
import type { Caller } from './caller.ts';
import {
  addressOf,
  api,
  queryText,
  type Address,
  type PathValues,
  type QueryValues,
} from './description.ts';

export interface Request extends PathValues {
  readonly query?: QueryValues;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, in place of `body`. */
  readonly rawBody?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  /** @defaultValue the admin */
  readonly as?: Caller;
  /** Put after the path: `.json`. */
  readonly suffix?: string;
  /** An address that an answer named, in place of the operation's own. */
  readonly url?: string;
}

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, or null when nothing was sent. */
  readonly body: Body;
  readonly text: string;
}

export interface Client {
  /** Any answer, once it conforms. */
  ask<Id extends OperationId>(operation: Id, request?: Request): Promise<Answer<Answers[Id]>>;
  /** The body of a success; anything else fails the scenario. */
  do<Id extends OperationId>(operation: Id, request?: Request): Promise<Answers[Id]>;
  /** The body of a refusal with one of these statuses; anything else fails the scenario. */
  refused(
    operation: OperationId,
    status: number | readonly number[],
    request?: Request,
  ): Promise<Problem>;
  /** A route beside the 45; `as` judges its answer as if an operation had given it. */
  beside<Body>(route: string, request?: Request, like?: OperationId): Promise<Answer<Body>>;
}

export interface Connection {
  /** Scheme and authority. */
  readonly origin: string;
  readonly admin: Caller;
  readonly timeoutMs: number;
  /** How often a 429 is waited out before it is given to the scenario. */
  readonly patience: number;
  /** Told of every request sent: its operation, or `beside` for another route. */
  readonly onRequest: (operation: string) => void;
}

export function createClient(connection: Connection): Client {
  const ask: Client['ask'] = async (operation, request = {}) => {
    const { method, target } = addressOf(operation, request);
    const answer = await send(connection, operation, {
      ...request,
      method,
      target: request.url ?? target,
    });
    expect(withChallenge(answer)).toConformTo(api, operation);
    // It has just been held to the description of this operation.
    return answer as Answer<Answers[typeof operation]>;
  };
  return {
    ask,
    do: async (operation, request) => {
      const answer = await ask(operation, request);
      const { status } = answer;
      if (status < 200 || status > 299) throw unexpected(operation, 'a success', answer);
      return answer.body;
    },
    refused: async (operation, status, request) => {
      const answer = await ask(operation, request);
      const wanted = typeof status === 'number' ? [status] : status;
      if (!wanted.includes(answer.status)) throw unexpected(operation, wanted.join(' or '), answer);
      return answer.body as Problem;
    },
    beside: async <Body>(route: string, request: Request = {}, like?: OperationId) => {
      const [method = '', path = ''] = route.split(' ');
      const target = `/api/v2${path}${queryText(request.query)}`;
      const answer = await send(connection, 'beside', {
        ...request,
        method,
        target: request.url ?? target,
      });
      if (like !== undefined) expect(withChallenge(answer)).toConformTo(api, like);
      // These routes have no description here; scenarios read little of them and check what they read.
      return answer as Answer<Body>;
    },
  };
}

// RFC 9110 wants a 401 to name a scheme. Whether the service does is not known, so no scenario holds it to that.
function withChallenge(answer: Answer<unknown>): Answer<unknown> {
  if (answer.status !== 401 || answer.headers.has('www-authenticate')) return answer;
  const headers = new Headers(answer.headers);
  headers.set('www-authenticate', 'Basic');
  return { ...answer, headers };
}

function unexpected(operation: string, wanted: string, { status, text }: Answer<unknown>): Error {
  return new Error(
    `${operation} should answer ${wanted}, not ${String(status)}: ${text.slice(0, 500)}`,
  );
}

async function send(
  connection: Connection,
  operation: string,
  { method, target, ...request }: Request & Address,
): Promise<Answer<unknown>> {
  for (let waits = 0; ; waits += 1) {
    connection.onRequest(operation);
    const response = await fetch(new URL(target, connection.origin), {
      method,
      redirect: 'manual',
      ...contentOf(connection, request),
      signal: AbortSignal.timeout(connection.timeoutMs),
    });
    const text = await response.text();
    const { status, headers } = response;
    if (status !== 429 || waits >= connection.patience)
      return { status, headers, text, body: valueOf(text) };
    await pause(Number(headers.get('retry-after') ?? '10') * 1_000);
  }
}

function contentOf({ admin }: Connection, request: Request): Pick<RequestInit, 'headers' | 'body'> {
  const { authorization } = request.as ?? admin;
  const body =
    request.rawBody ?? (request.body === undefined ? undefined : JSON.stringify(request.body));
  return {
    headers: {
      accept: 'application/json',
      ...(authorization === null ? {} : { authorization }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...request.headers,
    },
    ...(body === undefined ? {} : { body }),
  };
}

// What is no JSON is left as text: whether it may be is for the description to say.
function valueOf(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
