// From a request whose bytes are all here to a reply: route, caller, role, limits, media types, body, handler, in this
// order. Everything runs synchronously and inside one transaction, so that requests never see each other half done.
import type { IncomingHttpHeaders } from 'node:http';
import { authenticate, type Identity } from '../auth/authenticate.ts';
import { coversScope, reaches } from '../auth/authorise.ts';
import { anonymousUser } from '../domain/users/anonymous-user.ts';
import { sweep } from '../domain/sweep.ts';
import type { Request } from '../faults/hooks.ts';
import type { Call } from '../http/call.ts';
import { parseJson } from '../http/json-text.ts';
import { acceptsJson, isJsonContentType } from '../http/media-type.ts';
import { Refusal } from '../http/refusal.ts';
import { empty, json, type Reply } from '../http/reply.ts';
import { withWarning } from '../http/warning.ts';
import { isRecord } from '../input/reader.ts';
import { accountHeaders, bucketHeader, rateLimitExceeded } from '../limits/limit-headers.ts';
import {
  forbidden,
  invalidEndpoint,
  notAcceptable,
  unprocessableJson,
  unsupportedMediaType,
} from '../refusals/catalogue.ts';
import type { Match } from '../routes/router.ts';
import type { Engine } from './engine.ts';
import type { Target } from './target.ts';

/** A request with all of its bytes. */
export interface Received {
  readonly method: string;
  readonly target: Target;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Uint8Array;
}

export interface Served {
  readonly request: Request;
  readonly reply: Reply;
}

/** Serves one request. Never throws: a refusal is a reply, and a bug of the sandbox is a 500 that says so. */
export function serve(engine: Engine, received: Received): Served {
  engine.clock.step();
  const progress: Progress = { operation: null, isCounted: false, headers: {} };
  const { method, target } = received;
  let reply: Reply;
  try {
    reply = attempt(engine, received, progress);
  } catch (error) {
    reply = error instanceof Refusal ? error.reply : bugReply(error);
  }
  if (!progress.isCounted) countUnknownCaller(engine, progress);
  const request = { operation: progress.operation, method, path: target.path };
  const whole = { ...reply, headers: Object.assign(progress.headers, reply.headers) };
  return { request, reply: engine.hooks.reply?.(request, whole) ?? whole };
}

// What was found out about a request before it was answered or refused.
interface Progress {
  operation: string | null;
  isCounted: boolean;
  headers: Record<string, string>;
}

function attempt(engine: Engine, received: Received, progress: Progress): Reply {
  const { method, target } = received;
  if (method === 'OPTIONS') return optionsReply(engine, target.path);
  const match = engine.router.find(method, target.path);
  const { operation } = match.route;
  progress.operation = operation;
  const headers = engine.hooks.headers?.(operation, received.headers) ?? received.headers;
  const isWelcome = match.route.who === 'anyone';
  const identity = authenticate(engine.tenants(), headers, isWelcome);
  const call = callOf(engine, { ...received, headers }, match, identity);
  sweep(call.desk);
  count(engine, call, match, progress);
  authorise(engine, identity, match, call);
  if (!acceptsJson(headers.accept)) throw notAcceptable();
  const complete =
    match.route.body === 'json' ? { ...call, body: jsonBody({ ...received, headers }) } : call;
  const { around } = engine.hooks;
  const reply = call.desk.journal.atomically(() =>
    around ? around(complete, match.route.handle) : match.route.handle(complete),
  );
  return match.route.body === 'none' ? withWarning(reply, call, unreadMembers(received)) : reply;
}

function callOf(engine: Engine, received: Received, match: Match, identity: Identity): Call {
  const { route, params } = match;
  return {
    operation: route.operation,
    controller: route.controller,
    action: route.action,
    method: received.method,
    path: received.target.path,
    params,
    query: received.target.query,
    headers: received.headers,
    body: undefined,
    bytes: received.bytes,
    origin: engine.origin(),
    desk: identity.tenant.desk,
    otherDesks: () =>
      engine.tenants().flatMap(({ desk }) => (desk === identity.tenant.desk ? [] : [desk])),
    actor: identity.kind === 'user' ? identity.user : anonymousUser(engine.clock.now()),
  };
}

function count(engine: Engine, call: Call, match: Match, progress: Progress): void {
  const { limiter } = engine;
  const account = limiter.countAccount(call.desk.accountId);
  progress.isCounted = true;
  Object.assign(progress.headers, accountHeaders(account));
  const own = match.route.buckets.map((bucket) =>
    limiter.countBucket(bucket, bucketSubject(bucket.per, call)),
  );
  for (const level of own) Object.assign(progress.headers, bucketHeader(level));
  if (limiter.mode === 'count') return;
  if (account.isExceeded) throw rateLimitExceeded(account);
  const isUnlimited = engine.hooks.isUnlimited?.(call.operation) ?? false;
  const exceeded = own.find(({ isExceeded }) => isExceeded);
  if (exceeded !== undefined && !isUnlimited) throw rateLimitExceeded(exceeded);
}

function bucketSubject(per: 'account' | 'user-and-ticket', call: Call): string {
  const account = String(call.desk.accountId);
  if (per === 'account') return account;
  return `${account}:${call.actor.id}:${call.params['ticket_id'] ?? ''}`;
}

// A request that got no further than its credential is counted too.
function countUnknownCaller(engine: Engine, progress: Progress): void {
  const account = engine.limiter.countAccount(engine.tenants()[0].desk.accountId);
  Object.assign(progress.headers, accountHeaders(account));
}

function authorise(engine: Engine, identity: Identity, { route }: Match, call: Call): void {
  if (identity.kind === 'anonymous') return;
  if (!coversScope(identity.scopes, call.method, call.path)) throw forbidden();
  if (reaches(call.actor, route.who)) return;
  if (engine.hooks.admits?.(route.operation, call.actor) !== true) throw forbidden();
}

// Members of a body that the route does not read: they are ignored, and named.
function unreadMembers({ method, bytes }: Received): readonly string[] {
  if (bytes.length === 0 || method === 'GET' || method === 'HEAD') return [];
  const parsed = parseJson(bytes);
  return parsed.kind === 'parsed' && isRecord(parsed.value) ? Object.keys(parsed.value) : [];
}

function jsonBody({ headers, bytes }: Received): unknown {
  if (bytes.length === 0) return undefined;
  const coding = headers['content-encoding'];
  if (coding !== undefined && coding.trim().toLowerCase() !== 'identity')
    throw unsupportedMediaType({ 'accept-encoding': 'identity' });
  if (!isJsonContentType(headers['content-type'] ?? '')) throw unsupportedMediaType();
  const parsed = parseJson(bytes);
  if (parsed.kind === 'broken') throw unprocessableJson(parsed.why);
  return parsed.value;
}

function optionsReply(engine: Engine, path: string): Reply {
  const methods =
    path === '*' ? ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'] : engine.router.allowed(path);
  if (methods.length === 0) throw invalidEndpoint();
  return empty(204, { allow: methods.join(', ') });
}

function bugReply(error: unknown): Reply {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.emitWarning(words, 'SandboxBug');
  return json(500, { error: 'InternalServerError', description: words });
}
