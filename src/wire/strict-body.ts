/**
 * A body read back by the codec of its media type and the types of its schema (OAS 3.1.0, section
 * 4.8.14). A body that its media type can't read is its text.
 */
import type { Operation } from '../spec/api.ts';
import type { Documents } from '../spec/documents.ts';
import { bodyFamily } from './body-family.ts';
import type { BodyFamily } from './body-family.ts';
import { bytesAsText, parsedOrText, utf8Text } from './body-text.ts';
import { isJson, mostSpecificMatch } from './media-type.ts';
import { decodeFormText } from './percent-encoding.ts';
import { queryPairs } from './raw-pairs.ts';
import type { BodyValue } from './request.ts';
import type { RequestMessage } from './request-message.ts';
import { schemaShape } from './schema-shape.ts';
import { strictForm, type DeclaredForm } from './strict-form.ts';
import { strictMultipart } from './strict-multipart.ts';
import { strictPartHeaders } from './strict-part-headers.ts';
import { strictText } from './strict-text.ts';

/** @returns the body's value; undefined when there is none. */
export function strictBody(
  { body, contentType = '' }: RequestMessage,
  operation: Operation,
  documents: Documents | undefined,
): BodyValue | undefined {
  if (body === undefined) return undefined;
  // Nothing is no JSON value, and no body at all to whoever expects one.
  if (body.length === 0 && isJson(contentType)) return undefined;
  const declared = mostSpecificMatch(operation.requestBody?.content ?? [], contentType);
  const shape = schemaShape(declared?.schema, documents);
  const read = READERS[bodyFamily(contentType) ?? 'text'];
  const mediaType = contentType.replace(/;.*$/s, '').trim();
  const value = read(body, { contentType, declared, shape });
  const partHeaders = strictPartHeaders(body, contentType, { declared, shape, documents });
  return { mediaType, value, ...(partHeaders === undefined ? {} : { partHeaders }) };
}

interface BodyToRead extends DeclaredForm {
  readonly contentType: string;
}

const READERS: Readonly<Record<BodyFamily, (body: Uint8Array, context: BodyToRead) => unknown>> = {
  json: (body) => parsedOrText(utf8Text(body)),
  form: (body, form) =>
    strictForm({ pairs: queryPairs(utf8Text(body)), decode: decodeFormText }, form),
  multipart: (body, { contentType, ...form }) => strictMultipart(body, contentType, form),
  text: (body, { shape }) => strictText(bytesAsText(body), shape),
};
