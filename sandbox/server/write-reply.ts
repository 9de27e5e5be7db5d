// The one place where answers leave. It turns a reply into bytes and headers, makes and honours the entity tag, and hands
// the bytes to a fault of the wire if one is on.
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply, ReplyHeaders } from '../http/reply.ts';

/** Bytes about to be sent; `send` is what happens to them unless a fault does something else. */
export interface Outgoing {
  readonly status: number;
  readonly headers: ReplyHeaders;
  readonly bytes: Uint8Array;
  readonly response: ServerResponse;
}

export type Send = (outgoing: Outgoing) => void;

const NO_BYTES = new Uint8Array(0);

/** Writes a reply in answer to a request. */
export function writeReply(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
  send: Send = sendWhole,
): void {
  const bytes = bytesOf(reply);
  const headers = headersOf(reply, bytes);
  if (isUnchanged(request, reply, headers['etag'])) {
    delete headers['content-type'];
    send({ status: 304, headers, bytes: NO_BYTES, response });
    return;
  }
  if (reply.status !== 204) headers['content-length'] ??= String(bytes.length);
  const isHead = request.method === 'HEAD';
  send({ status: reply.status, headers, bytes: isHead ? NO_BYTES : bytes, response });
}

function headersOf({ status, headers, body }: Reply, bytes: Uint8Array): Record<string, string> {
  const all: Record<string, string> = { 'cache-control': cacheControl(status), ...headers };
  if (body.kind === 'json') all['content-type'] ??= 'application/json; charset=utf-8';
  if (body.kind === 'bytes') all['content-type'] ??= body.type;
  if (bytes.length > 0 && status < 300) all['etag'] ??= entityTag(bytes);
  return all;
}

/** Sends status, headers and bytes as they are. */
export function sendWhole({ status, headers, bytes, response }: Outgoing): void {
  response.writeHead(status, headers);
  response.end(bytes);
}

function bytesOf(reply: Reply): Uint8Array {
  switch (reply.body.kind) {
    case 'none':
      return NO_BYTES;
    case 'json':
      return Buffer.from(JSON.stringify(reply.body.value));
    case 'bytes':
      return reply.body.bytes;
  }
}

function cacheControl(status: number): string {
  return status === 204 || status >= 400 ? 'no-cache' : 'max-age=0, private, must-revalidate';
}

function entityTag(bytes: Uint8Array): string {
  return `W/"${createHash('md5').update(bytes).digest('hex')}"`;
}

function isUnchanged(request: IncomingMessage, reply: Reply, tag: string | undefined): boolean {
  const known = request.headers['if-none-match'];
  if (known === undefined || tag === undefined || reply.status !== 200) return false;
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  if (known.trim() === '*') return true;
  const bare = (value: string): string => value.trim().replace(/^W\//, '');
  return known.split(',').some((candidate) => bare(candidate) === bare(tag));
}
