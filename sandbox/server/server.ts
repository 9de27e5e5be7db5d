// The HTTP server: takes requests off the wire, has them served, and adds to every answer the headers that the service
// puts on all of them. It holds the sockets, so that closing it ends everything it opened.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Request } from '../faults/hooks.ts';
import type { Reply } from '../http/reply.ts';
import { contentTooLarge, invalidAttribute, uriTooLong } from '../refusals/catalogue.ts';
import { answerClientErrors } from './client-error.ts';
import { serveControl } from './control.ts';
import type { Engine } from './engine.ts';
import { readBody } from './read-body.ts';
import { serve } from './serve.ts';
import { MAX_TARGET_CHARACTERS, parseTarget } from './target.ts';
import { sendWhole, writeReply } from './write-reply.ts';

/** Longest JSON body that is taken. */
export const MAX_JSON_BYTES = 5 * 1024 * 1024;
/** Largest file that is taken. */
export const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;

const UPLOADS = /^\/api\/v2\/uploads(?:\.json)?\/?(?:\?|$)/;
const MAX_HEADER_BYTES = 64 * 1024;
const NO_REQUEST: Request = { operation: null, method: '', path: '' };

export interface RunningServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Listens on loopback. @param port 0 takes a free one */
export async function listen(engine: Engine, port: number): Promise<RunningServer> {
  let served = 0;
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES, keepAliveTimeout: 60_000 });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    served += 1;
    response.sendDate = false;
    void answer(engine, request, response, served);
  });
  answerClientErrors(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // A listening TCP server has an address with a port.
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

async function answer(
  engine: Engine,
  request: IncomingMessage,
  response: ServerResponse,
  serial: number,
): Promise<void> {
  response.on('error', () => {
    response.destroy();
  });
  const rawTarget = request.url ?? '/';
  const limitBytes = UPLOADS.test(rawTarget) ? MAX_UPLOAD_BYTES : MAX_JSON_BYTES;
  const body = await readBody(request, limitBytes);
  if (body.kind === 'cut-off') {
    request.socket.destroy();
    return;
  }
  const outcome =
    body.kind === 'too-large'
      ? { request: NO_REQUEST, reply: contentTooLarge(limitBytes).reply }
      : take(engine, request, rawTarget, body.bytes);
  const headers = Object.assign(everyHeader(engine, serial), outcome.reply.headers);
  const reply = { ...outcome.reply, headers };
  const { send } = engine.hooks;
  writeReply(request, response, reply, (outgoing) => {
    if (send === undefined) sendWhole(outgoing);
    else send(outcome.request, outgoing, sendWhole);
  });
}

function take(
  engine: Engine,
  { method = 'GET', headers }: IncomingMessage,
  rawTarget: string,
  bytes: Uint8Array,
): { readonly request: Request; readonly reply: Reply } {
  if (rawTarget.length > MAX_TARGET_CHARACTERS)
    return { request: NO_REQUEST, reply: uriTooLong().reply };
  const target = parseTarget(rawTarget);
  if (target === null) {
    const { reply } = invalidAttribute('path', 'must be percent-encoded UTF-8', 'api/v2');
    return { request: NO_REQUEST, reply };
  }
  const received = { method, target, headers, bytes };
  const control = serveControl(engine, received);
  if (control !== null) return { request: NO_REQUEST, reply: control };
  return serve(engine, received);
}

function everyHeader(engine: Engine, serial: number): Record<string, string> {
  return {
    date: new Date(engine.clock.now() * 1000).toUTCString(),
    'x-zendesk-api-version': 'v2',
    'x-request-id': `00000000-0000-4000-8000-${serial.toString(16).padStart(12, '0')}`,
    'x-runtime': '0.041270',
    'x-frame-options': 'SAMEORIGIN',
    'strict-transport-security': 'max-age=31536000;',
  };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
