/**
 * A body read back by the codec of its media type and the types of its schema (OAS 3.1.0, section
 * 4.8.14). A body that its media type can't read is its text.
 */
import type { MediaType, Operation } from '../spec/api.ts';
import type { Documents } from '../spec/documents.ts';
import { bodyFamily } from './body-family.ts';
import type { BodyFamily } from './body-family.ts';
import { bytesAsText, parsedOrText, utf8Text } from './body-text.ts';
import { formProperty } from './form-property.ts';
import { isJson, mostSpecificMatch } from './media-type.ts';
import { decodeFormText } from './percent-encoding.ts';
import { claimedBeside, queryPairs } from './raw-pairs.ts';
import type { BodyValue } from './request.ts';
import type { RequestMessage } from './request-message.ts';
import { schemaShape } from './schema-shape.ts';
import { strictMultipart } from './strict-multipart.ts';
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
  // Nothing is no JSON value, and no body at all to whoever expects one.
  if (body.length === 0 && isJson(contentType)) return undefined;
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
  multipart: (body, { contentType, shape }) => strictMultipart(body, contentType, shape),
  text: (body, { shape }) => strictText(bytesAsText(body), shape),
};

function strictForm(body: Uint8Array, { declared, shape }: BodyToRead): unknown {
  const pairs = queryPairs(utf8Text(body));
  const decode = decodeFormText;
  const names = shape.memberNames;
  const found = new Map<string, unknown>();
  const others = pairs.map((pair) => pair.name).filter((name) => !isWithin(name, names, declared));
  for (const name of new Set([...names, ...others])) {
    const claimed = claimedBeside(name, names);
    const value = strictPairs({ pairs, decode, claimed }, formField(name, declared, shape));
    if (value !== undefined) found.set(name, value);
  }
  return Object.fromEntries(found);
}

/** `box[size]` is a part of a deepObject `box`, and no member of its own. */
function isWithin(
  name: string,
  names: readonly string[],
  declared: MediaType | undefined,
): boolean {
  return names.some((owner) => {
    const property = formProperty(declared, owner);
    return (
      property.kind === 'style' && property.style === 'deepObject' && name.startsWith(`${owner}[`)
    );
  });
}
