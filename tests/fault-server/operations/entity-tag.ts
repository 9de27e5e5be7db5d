/** Entity tags: a short hash of what is told, and whether a client has it already (RFC 9110, 8.8.3 and 13.1.2). */
import { writeJson, type Json } from '../http/json.ts';
import { reply, type HeaderField, type Reply } from '../http/message.ts';
import { jsonReply } from './operation.ts';

/** @returns a quoted tag of eight hexadecimal digits (FNV-1a). */
function entityTag(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return `"${hash.toString(16).padStart(8, '0')}"`;
}

/** @returns the value as JSON under its tag. */
export function taggedReply(
  status: number,
  value: Json,
  headers: readonly HeaderField[] = [],
): Reply {
  return jsonReply(status, value, [['ETag', entityTag(writeJson(value))], ...headers]);
}

/** @returns 304 in place of an answer that the client has already. */
export function unlessKnown(full: Reply, ifNoneMatch: unknown): Reply {
  const tag = full.headers.find(([name]) => name === 'ETag')?.[1];
  if (typeof ifNoneMatch !== 'string' || tag === undefined) return full;
  const known = ifNoneMatch.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return known.includes(tag) || known.includes('*') ? reply(304, [['ETag', tag]]) : full;
}
