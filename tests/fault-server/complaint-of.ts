/** Judges one answer to the battery by a description, with AJV alone. */
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { parse } from 'yaml';
import type { Shot } from './battery.ts';
import type { Described } from './described.ts';
import { headerOf, type Reply } from './http/message.ts';
import { OPERATIONS } from './operations/index.ts';

/** @returns what is wrong with the answer to a shot by a description; empty when nothing is. */
export function complaintOf(described: Described, shot: Shot, reply: Reply): string {
  if (reply.status === 405 || shot.request.method === 'OPTIONS') {
    return headerOf(reply, 'Allow') === undefined ? 'no Allow' : '';
  }
  const isOwnMethod = OPERATIONS.some(
    ({ id, method }) => id === shot.operation && method === shot.request.method,
  );
  if (!isOwnMethod) return '';
  const response = described.response(shot.operation, reply.status);
  if (response === undefined) return `${String(reply.status)} is not declared`;
  for (const header of response.headers) {
    const line = headerOf(reply, header.name);
    if (line === undefined && header.required) return `${header.name} is missing`;
    const complaint = line === undefined ? '' : header.complain(readHeader(line, header.type));
    if (complaint !== '') return `${header.name}: ${complaint}`;
  }
  return shot.request.method === 'HEAD' ? '' : bodyComplaint(response.content, reply);
}

function readHeader(line: string, type: unknown): unknown {
  if (type === 'array') return line.split(',').map((item) => item.trim());
  if (type === 'boolean') return line === 'true';
  return type === 'string' ? line : Number(line);
}

function bodyComplaint(
  content: ReadonlyMap<string, (value: unknown) => string>,
  { headers, body }: Reply,
): string {
  // A response that declares no content forbids none.
  if (content.size === 0) return '';
  const type = headerOf({ headers }, 'Content-Type')?.split(';')[0]?.trim().toLowerCase();
  const complain = content.get(type ?? '');
  if (complain === undefined) return `${type ?? 'nothing'} is not declared`;
  const text = decoded(headerOf({ headers }, 'Content-Encoding'), body).toString('utf8');
  if (type?.endsWith('json') === true) return complain(JSON.parse(text));
  return complain(type === 'application/yaml' ? parse(text) : text);
}

function decoded(coding: string | undefined, body: Buffer): Buffer {
  if (coding === 'gzip' || coding === 'X-GZIP') return gunzipSync(body);
  if (coding === 'deflate') return inflateSync(body);
  return coding === 'br' ? brotliDecompressSync(body) : body;
}
