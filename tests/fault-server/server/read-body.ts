/** Reads a body by the one media type that its operation takes, and holds it to its rule. */
import { readPairs } from '../http/form.ts';
import type { Json } from '../http/json.ts';
import { parseMediaType, type MediaType } from '../http/media-type.ts';
import { headerOf, type Reply, type Request } from '../http/message.ts';
import { readMultipart } from '../http/multipart.ts';
import { problem } from '../http/problem.ts';
import { JsonSyntaxError, readJson } from '../http/read-json.ts';
import type { BodyRule, Reading } from '../operations/operation.ts';
import { complain, type Complaint } from '../rules/rule.ts';
import { readTexts } from './read-values.ts';

export const MAX_BODY_BYTES = 4 * 1024 * 1024;

const TYPES = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  multipart: 'multipart/form-data',
} as const satisfies Record<BodyRule['kind'], string>;

export type BodyRead =
  | { readonly kind: 'refused'; readonly reply: Reply }
  | {
      readonly kind: 'body';
      readonly body: Json;
      readonly files: ReadonlyMap<string, Buffer>;
      readonly complaints: readonly Complaint[];
    };

/** @returns the body and what is wrong with it, or the answer to one that can't be read. */
export function readBody(rule: BodyRule, request: Request): BodyRead {
  const { body } = request;
  if (body.length > MAX_BODY_BYTES) return refuse(413);
  const declared = headerOf(request, 'Content-Type');
  if (declared === undefined && body.length === 0) return refuse(400, 'must be given');
  const type = parseMediaType(declared ?? '');
  if (type === undefined || !isTaken(rule, type, request)) return refuse(415);
  if (body.length === 0) return refuse(400, 'must be given');
  switch (rule.kind) {
    case 'json':
      return readJsonBody(rule, body);
    case 'form':
      return readForm(rule, body);
    case 'multipart':
      return readParts(rule, body, type.parameters.get('boundary') ?? '');
  }
}

function isTaken(rule: BodyRule, { essence, parameters }: MediaType, request: Request): boolean {
  const charset = parameters.get('charset');
  const isUtf8 = charset === undefined || /^utf-?8$/i.test(charset);
  const isEncoded = headerOf(request, 'Content-Encoding') !== undefined;
  return essence === TYPES[rule.kind] && isUtf8 && !isEncoded;
}

function refuse(status: 400 | 413 | 415, message?: string): BodyRead {
  const complaints = message === undefined ? [] : complain('body', message);
  return { kind: 'refused', reply: problem(status, { complaints }) };
}

function readJsonBody({ rule }: BodyRule, bytes: Buffer): BodyRead {
  try {
    const body = readJson(bytes);
    return { kind: 'body', body, files: new Map(), complaints: rule(body, 'body') };
  } catch (error) {
    if (error instanceof JsonSyntaxError) return refuse(400, error.message);
    throw error;
  }
}

type FieldsRule = Exclude<BodyRule, { kind: 'json' }>;

function readForm(rule: FieldsRule, bytes: Buffer): BodyRead {
  const pairs = readPairs(bytes.toString('latin1'));
  if (pairs === undefined) return refuse(400, 'is no form');
  const texts = new Map<string, string[]>();
  for (const [name, value] of pairs) texts.set(name, [...(texts.get(name) ?? []), value]);
  return readFields(rule, texts, new Map());
}

function readParts(rule: FieldsRule, bytes: Buffer, boundary: string): BodyRead {
  const parts = boundary === '' ? undefined : readMultipart(bytes, boundary);
  if (parts === undefined) return refuse(400, 'is not made of parts');
  const texts = new Map<string, string[]>();
  const files = new Map<string, Buffer>();
  for (const { name, bytes: content } of parts) {
    if (fieldReading(rule, name) === 'file') files.set(name, content);
    const text = fieldReading(rule, name) === 'file' ? '' : content.toString('utf8');
    texts.set(name, [...(texts.get(name) ?? []), text]);
  }
  return readFields(rule, texts, files);
}

function readFields(
  rule: FieldsRule,
  texts: ReadonlyMap<string, readonly string[]>,
  files: ReadonlyMap<string, Buffer>,
): BodyRead {
  const complaints: Complaint[] = [];
  const members: [string, Json][] = [];
  for (const [name, values] of texts) {
    const reading = fieldReading(rule, name);
    // What no one knows is not looked at.
    if (reading === undefined) continue;
    const read = readTexts(reading, values, `body/${name}`);
    if (read.kind === 'complaints') complaints.push(...read.complaints);
    else members.push([name, read.value]);
  }
  const body = Object.fromEntries(members);
  return { kind: 'body', body, files, complaints: [...complaints, ...rule.rule(body, 'body')] };
}

function fieldReading({ fields }: FieldsRule, name: string): Reading | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
