/** An answer as bytes, for when it is written past Node's own writer (RFC 9112, sections 4 to 6). */
import { STATUS_CODES } from 'node:http';
import type { Reply } from '../http/message.ts';

/** @returns status line, headers, Content-Length unless there is one, and body. */
export function rawReply(reply: Reply, closes = false): Buffer {
  const names = new Set(reply.headers.map(([name]) => name.toLowerCase()));
  const isFramed = names.has('content-length') || names.has('transfer-encoding');
  const framing = isFramed ? [] : [['Content-Length', String(reply.body.length)] as const];
  const closing = closes ? [['Connection', 'close'] as const] : [];
  const head = rawHead(reply.status, [...reply.headers, ...framing, ...closing]);
  return Buffer.concat([Buffer.from(head, 'latin1'), reply.body]);
}

/** @returns everything before the body. */
export function rawHead(
  status: number,
  headers: readonly (readonly [name: string, value: string])[],
): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? 'Unknown'}\r\n${lines}\r\n`;
}
