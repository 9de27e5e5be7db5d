/**
 * An object written as multipart: a part for each property, and for each item of a list, with its
 * content type, file name and declared headers (OAS 3.1.0, sections 4.8.14.4 and 4.8.15; RFC 7578).
 */
import { createHash } from 'node:crypto';
import type { Encoding, HeaderObject, MediaType } from '../spec/api.ts';
import type { BodyContext, WrittenBody } from './body-codec.ts';
import { expandPairs, expandText } from './expand-style.ts';
import { encodingOf, formMembers, formProperty } from './form-property.ts';
import { isJson, parseMediaType } from './media-type.ts';
import { decodeText, encodeText } from './percent-encoding.ts';
import type { BodyValue } from './request.ts';
import { schemaShape } from './schema-shape.ts';
import type { ValueShape } from './value-shape.ts';
import { isRecord, isSent, itemsOf, ownMember, textOf, utf8 } from './value-text.ts';

/** @returns the parts between boundaries, and the Content-Type that names the boundary. */
export function writeMultipart(body: BodyValue, { declared, documents }: BodyContext): WrittenBody {
  const { mediaType, value } = body;
  if (!isRecord(value)) return { contentType: mediaType, bytes: utf8(textOf(value)) };
  const shape = schemaShape(declared?.schema, documents);
  const parts = formMembers(value).flatMap((name) =>
    propertyParts(value[name], {
      name,
      shape: shape.member(name),
      encoding: encodingOf(declared, name),
      declared,
      headers: ownMember(body.partHeaders ?? {}, name),
    }),
  );
  const boundary = boundaryFor(parts);
  const framed = parts.flatMap((part) => [utf8(`--${boundary}\r\n`), part, CRLF]);
  return {
    contentType: `${mediaType}; boundary=${boundary}`,
    bytes: Buffer.concat([...framed, utf8(`--${boundary}--\r\n`)]),
  };
}

const CRLF = Buffer.from('\r\n');

interface PartContext {
  readonly name: string;
  readonly shape: ValueShape;
  readonly encoding: Encoding | undefined;
  readonly declared: MediaType | undefined;
  readonly headers: unknown;
}

function propertyParts(value: unknown, context: PartContext): readonly Buffer[] {
  const { name, shape } = context;
  const property = formProperty(context.declared, name);
  if (property.kind === 'style') {
    const pairs = expandPairs(value, { name: encodeText(name), ...property, encode: encodeText });
    return pairs.map(([partName, text]) =>
      stylePart(decodeText(text), { ...context, name: decodeText(partName) }),
    );
  }
  if (!Array.isArray(value)) return [onePart(value, context)];
  return itemsOf(value).map((item, index) =>
    onePart(item, { ...context, shape: shape.item(index) }),
  );
}

/** A part in which a style says how its text is to be read, not a content type. */
function stylePart(text: string, context: PartContext): Buffer {
  return framedPart(context, { isFile: false, type: undefined, bytes: utf8(text) });
}

function onePart(value: unknown, context: PartContext): Buffer {
  const isFile = value instanceof Uint8Array || (typeof value === 'string' && context.shape.isFile);
  const type = partType(value, isFile, context.encoding?.contentType);
  return framedPart(context, { isFile, type, bytes: partBytes(value, isFile, type) });
}

interface PartContent {
  readonly isFile: boolean;
  readonly type: string | undefined;
  readonly bytes: Uint8Array;
}

function framedPart(context: PartContext, { isFile, type, bytes }: PartContent): Buffer {
  const name = quoted(context.name);
  const lines = [
    `Content-Disposition: form-data; name="${name}"${isFile ? `; filename="${name}"` : ''}`,
    ...(type === undefined ? [] : [`Content-Type: ${type}`]),
    ...declaredHeaders(context),
  ];
  return Buffer.concat([utf8(`${lines.join('\r\n')}\r\n\r\n`), bytes]);
}

/** The text of a file is its bytes, whatever its type: who sends a file of JSON sends it as it is. */
function partBytes(value: unknown, isFile: boolean, type: string | undefined): Uint8Array {
  if (value instanceof Uint8Array) return value;
  const asJson = type !== undefined && isJson(type) && !isFile;
  return utf8(asJson ? JSON.stringify(value) : textOf(value));
}

/** Undefined for plain text, the default that needs no saying. @see RFC 7578, 4.4 */
function partType(
  value: unknown,
  isFile: boolean,
  declared: string | undefined,
): string | undefined {
  const chosen = declared?.split(',')[0]?.trim();
  if (chosen !== undefined && parseMediaType(chosen) !== undefined) return concrete(chosen);
  if (isFile) return 'application/octet-stream';
  return isRecord(value) || Array.isArray(value) ? 'application/json' : undefined;
}

/** A media type that stands for a range. */
function concrete(range: string): string {
  const name = parseMediaType(range);
  if (name?.subtype !== '*') return range;
  return EXAMPLES_OF_RANGES[name.type] ?? 'application/octet-stream';
}

const EXAMPLES_OF_RANGES: Readonly<Record<string, string>> = {
  image: 'image/png',
  text: 'text/plain',
  audio: 'audio/mpeg',
  video: 'video/mp4',
};

function declaredHeaders({ encoding, headers }: PartContext): readonly string[] {
  const given = isRecord(headers) ? headers : {};
  return (encoding?.headers ?? [])
    .filter(({ name }) => name.toLowerCase() !== 'content-type')
    .flatMap((header) => {
      const value = ownMember(given, header.name);
      return isSent(value) ? [`${header.name}: ${headerText(value, header)}`] : [];
    });
}

/** A line break would end the field: what holds one is not sent to begin with. */
function headerText(value: unknown, { explode, content }: HeaderObject): string {
  const encode = (text: string): string => text.replace(/[\r\n\0]+/g, ' ');
  if (content !== undefined && isJson(content.type)) return encode(JSON.stringify(value));
  return expandText(value, { name: '', style: 'simple', explode, encode });
}

/** As browsers escape it. @see WHATWG HTML, "multipart/form-data encoding algorithm" */
function quoted(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Derived from the parts, so that the same values make the same bytes; in none of them. */
function boundaryFor(parts: readonly Buffer[]): string {
  const whole = Buffer.concat(parts);
  const digest = createHash('sha256').update(whole).digest('hex');
  for (let turn = 0; ; turn += 1) {
    const boundary = `part-${digest.slice(0, 24)}${turn === 0 ? '' : `-${turn}`}`;
    if (!whole.includes(`--${boundary}`)) return boundary;
  }
}
