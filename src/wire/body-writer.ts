/**
 * A body value put into bytes by the codec of its media type, with the Content-Type that says so
 * (OAS 3.1.0, section 4.8.14). Bytes given as such go out as they are, whatever the media type: a
 * body can be broken on purpose.
 */
import type { Operation } from '../spec/api.ts';
import type { Documents } from '../spec/documents.ts';
import type { BodyContext, WriteBody, WrittenBody } from './body-codec.ts';
import { bodyFamily } from './body-family.ts';
import type { BodyFamily } from './body-family.ts';
import { mostSpecificMatch } from './media-type.ts';
import type { BodyValue } from './request.ts';
import { textOf } from './value-text.ts';
import { formText } from './write-form.ts';
import { writeMultipart } from './write-multipart.ts';

export type BodyWriter = (body: BodyValue) => WrittenBody;

/** @returns the function that writes an operation's bodies; the declared media type brings encodings and schema. */
export function bodyWriter(operation: Operation, documents: Documents | undefined): BodyWriter {
  const content = operation.requestBody?.content ?? [];
  const known = new Map<string, BodyWriter>();
  const writerFor = (mediaType: string): BodyWriter => {
    const codec = CODECS[bodyFamily(mediaType) ?? 'text'];
    const context = { declared: mostSpecificMatch(content, mediaType), documents };
    return (body) => codec(body, context);
  };
  return (body) => {
    const { mediaType, value } = body;
    if (value instanceof Uint8Array) return { contentType: mediaType, bytes: value };
    const writer = known.get(mediaType) ?? writerFor(mediaType);
    // Made-up media types come without end; the declared ones are few.
    if (known.size < MOST_WRITERS) known.set(mediaType, writer);
    return writer(body);
  };
}

const MOST_WRITERS = 16;

const CODECS: Readonly<Record<BodyFamily, WriteBody>> = {
  json: writeJson,
  form: writeForm,
  multipart: writeMultipart,
  text: writeText,
};

function writeJson({ mediaType, value }: BodyValue): WrittenBody {
  const text = value === undefined ? '' : JSON.stringify(value);
  return { contentType: mediaType, bytes: ENCODER.encode(text) };
}

function writeForm({ mediaType, value }: BodyValue, { declared }: BodyContext): WrittenBody {
  return { contentType: mediaType, bytes: ENCODER.encode(formText(value, declared)) };
}

/** A charset is named only where the text needs one and the media type names none. */
function writeText({ mediaType, value }: BodyValue): WrittenBody {
  const text = textOf(value);
  const isPlain = /^text\//i.test(mediaType) && !/;\s*charset=/i.test(mediaType);
  const needsCharset = isPlain && /[^\x00-\x7f]/.test(text);
  return {
    contentType: needsCharset ? `${mediaType}; charset=utf-8` : mediaType,
    bytes: ENCODER.encode(text),
  };
}

const ENCODER = new TextEncoder();
