/**
 * A body read back by the codec of its media type and the types of its schema (OAS 3.1.0, section
 * 4.8.14). A body that its media type can't read is its text.
 */
import type { MediaType, Operation } from '../spec/api.ts';
import type { Documents } from '../spec/documents.ts';
import { bodyFamily } from './body-family.ts';
import type { BodyFamily } from './body-family.ts';
import { parsedOrText } from './header-field.ts';
import { isJson, mostSpecificMatch } from './media-type.ts';
import { multipartParts } from './multipart-parts.ts';
import type { Part } from './multipart-parts.ts';
import { decodeFormText } from './percent-encoding.ts';
import { claimedBeside, queryPairs } from './raw-pairs.ts';
import type { BodyValue } from './request.ts';
import type { RequestMessage } from './request-message.ts';
import { schemaShape } from './schema-shape.ts';
import { strictPairs } from './strict-pairs.ts';
import { strictText } from './strict-text.ts';
import type { ValueShape } from './value-shape.ts';
import { formField } from './wire-field.ts';

/** @returns the body's value; undefined when there is none. */
export function strictBody(
  { body, contentType = '' }: RequestMessage,
  operation: Operation,
  documents: Documents | undefined,
): BodyValue | undefined {
  if (body === undefined) return undefined;
  const declared = mostSpecificMatch(operation.requestBody?.content ?? [], contentType);
  const shape = schemaShape(declared?.schema, documents);
  const read = READERS[bodyFamily(contentType) ?? 'text'];
  const mediaType = contentType.replace(/;.*$/s, '').trim();
  return { mediaType, value: read(body, { contentType, declared, shape }) };
}

interface BodyToRead {
  readonly contentType: string;
  readonly declared: MediaType | undefined;
  readonly shape: ValueShape;
}

const READERS: Readonly<Record<BodyFamily, (body: Uint8Array, context: BodyToRead) => unknown>> = {
  json: (body) => parsedOrText(utf8Text(body)),
  form: strictForm,
  multipart: strictMultipart,
  text: (body, { shape }) => strictText(bytesAsText(body), shape),
};

/** @returns the bytes as UTF-8, without a byte order mark. */
export function utf8Text(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

/** @returns the bytes as UTF-8 where they are that, else a character for each byte. */
export function bytesAsText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}

function strictForm(body: Uint8Array, { declared, shape }: BodyToRead): unknown {
  const pairs = queryPairs(utf8Text(body));
  const decode = decodeFormText;
  const names = shape.memberNames;
  const found = new Map<string, unknown>();
  for (const name of new Set([...names, ...pairs.map((pair) => pair.name)])) {
    const claimed = claimedBeside(name, names);
    const value = strictPairs({ pairs, decode, claimed }, formField(name, declared, shape));
    if (value !== undefined) found.set(name, value);
  }
  return Object.fromEntries(found);
}

function strictMultipart(body: Uint8Array, { contentType, shape }: BodyToRead): unknown {
  const parts = multipartParts(body, contentType);
  if (parts === undefined) return bytesAsText(body);
  const names = [...new Set(parts.map(({ name }) => name))];
  return Object.fromEntries(
    names.map((name) => {
      const own = parts.filter((part) => part.name === name);
      return [name, strictParts(own, shape.member(name))];
    }),
  );
}

/** A list where the shape has no room for a single value, or there are several. */
function strictParts(parts: readonly Part[], shape: ValueShape): unknown {
  const { types } = shape;
  const isList = types.has('array') && (parts.length > 1 || types.size === 1);
  if (isList) return parts.map((part, index) => strictPart(part, shape.item(index)));
  return parts[0] === undefined ? undefined : strictPart(parts[0], shape);
}

function strictPart({ contentType, bytes, isFile }: Part, shape: ValueShape): unknown {
  if (isJson(contentType) && !isFile) return parsedOrText(utf8Text(bytes));
  const text = bytesAsText(bytes);
  return isFile ? text : strictText(text, shape);
}
