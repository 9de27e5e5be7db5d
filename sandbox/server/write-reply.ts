// The one place where answers leave. It turns a reply into bytes and headers, makes and honours the entity tag, and hands
// the content to a fault of the wire if one is on. JSON stays text to the end: node then sends it in one piece with the
// headers, which is a third of the cost of a request.
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply, ReplyHeaders } from '../http/reply.ts';

/** Content as it goes out. */
export type Content = string | Uint8Array;

/** Content about to be sent; `send` is what happens to it unless a fault does something else. */
export interface Outgoing {
  readonly status: number;
  readonly headers: ReplyHeaders;
  readonly content: Content;
  readonly response: ServerResponse;
}

export type Send = (outgoing: Outgoing) => void;

const NOTHING = '';

/** Writes a reply in answer to a request. */
export function writeReply(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
  send: Send = sendWhole,
): void {
  const content = contentOf(reply);
  const headers = headersOf(reply, content);
  if (isUnchanged(request, reply, headers['etag'])) {
    delete headers['content-type'];
    send({ status: 304, headers, content: NOTHING, response });
    return;
  }
  if (reply.status !== 204) headers['content-length'] ??= String(Buffer.byteLength(content));
  const isHead = request.method === 'HEAD';
  send({ status: reply.status, headers, content: isHead ? NOTHING : content, response });
}

function headersOf({ status, headers, body }: Reply, content: Content): Record<string, string> {
  const all: Record<string, string> = { 'cache-control': cacheControl(status), ...headers };
  if (body.kind === 'json') all['content-type'] ??= 'application/json; charset=utf-8';
  if (body.kind === 'bytes') all['content-type'] ??= body.type;
  if (content.length > 0 && status < 300) all['etag'] ??= entityTag(content);
  return all;
}

/** Sends status, headers and bytes as they are. */
export function sendWhole({ status, headers, content, response }: Outgoing): void {
  response.writeHead(status, headers);
  response.end(content);
}

function contentOf(reply: Reply): Content {
  switch (reply.body.kind) {
    case 'none':
      return NOTHING;
    case 'json':
      return JSON.stringify(reply.body.value);
    case 'bytes':
      return reply.body.bytes;
  }
}

function cacheControl(status: number): string {
  return status === 204 || status >= 400 ? 'no-cache' : 'max-age=0, private, must-revalidate';
}

function entityTag(content: Content): string {
  return `W/"${createHash('md5').update(content).digest('hex')}"`;
}

function isUnchanged(request: IncomingMessage, reply: Reply, tag: string | undefined): boolean {
  const known = request.headers['if-none-match'];
  if (known === undefined || tag === undefined || reply.status !== 200) return false;
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  if (known.trim() === '*') return true;
  const bare = (value: string): string => value.trim().replace(/^W\//, '');
  return known.split(',').some((candidate) => bare(candidate) === bare(tag));
}
