/**
 * Values put into bytes: the request line's target, the header fields and the body of one request,
 * by the styles and media types that the operation declares (OAS 3.1.0, sections 4.8.12 and 4.8.14).
 */
import type { Operation, ParameterLocation } from '../spec/api.ts';
import type { Documents } from '../spec/documents.ts';
import { acceptHeader } from './accept-header.ts';
import { bodyWriter } from './body-writer.ts';
import type { BodyWriter } from './body-writer.ts';
import type { Pair } from './expand-style.ts';
import { parameterWriter, undeclaredWriter } from './parameter-writer.ts';
import type { ParameterWriter } from './parameter-writer.ts';
import { parsePathTemplate } from './path-template.ts';
import type { HeaderField, PreparedRequest, RequestValues } from './request.ts';
import { isSent, ownMember } from './value-text.ts';

/**
 * Writes one request. Values of undeclared names go out in the default style of their location, so
 * that they can be sent too; an Accept or Content-Type among the header values replaces our own.
 * @param documents lets multipart parts and forms follow the schema; without it, the values alone decide
 */
export function writeRequest(
  operation: Operation,
  values: RequestValues,
  documents?: Documents,
): PreparedRequest {
  const writer = writerOf(operation, documents);
  const written = values.body === undefined ? undefined : writer.body(values.body);
  return {
    method: operation.method,
    target: writer.target(values),
    headers: writer.headers(values, written?.contentType),
    body: written?.bytes,
  };
}

/** An operation made ready for writing. */
interface OperationWriter {
  readonly documents: Documents | undefined;
  readonly target: (values: RequestValues) => string;
  readonly headers: (
    values: RequestValues,
    contentType: string | undefined,
  ) => readonly HeaderField[];
  readonly body: BodyWriter;
}

/** Derived from the operation alone, and gone with it. */
const WRITERS = new WeakMap<Operation, OperationWriter>();

function writerOf(operation: Operation, documents: Documents | undefined): OperationWriter {
  const known = WRITERS.get(operation);
  if (known !== undefined && known.documents === documents) return known;
  const made: OperationWriter = {
    documents,
    target: targetWriter(operation),
    headers: headersWriter(operation),
    body: bodyWriter(operation, documents),
  };
  WRITERS.set(operation, made);
  return made;
}

function targetWriter(operation: Operation): OperationWriter['target'] {
  const inPath = new Map(writersFor(operation, 'path').map((writer) => [writer.name, writer]));
  const parts = parsePathTemplate(operation.path).parts.map((part) =>
    part.kind === 'literal'
      ? part.text
      : (inPath.get(part.name) ?? undeclaredWriter(part.name, 'path')),
  );
  const inQuery = writersFor(operation, 'query');
  return ({ path, query }) => {
    const filled = parts.map((part) =>
      typeof part === 'string' ? part : part.text(ownMember(path, part.name)),
    );
    const pairs = pairsOf(query, inQuery, 'query').map(([name, text]) => `${name}=${text}`);
    const target = withoutDotSegments(filled.join(''));
    return pairs.length === 0
      ? target
      : target + (target.includes('?') ? '&' : '?') + pairs.join('&');
  };
}

function headersWriter(operation: Operation): OperationWriter['headers'] {
  const accept = acceptHeader(operation);
  const inHeader = writersFor(operation, 'header');
  const inCookie = writersFor(operation, 'cookie');
  return ({ header, cookie }, contentType) => {
    const fields = fieldsOf(header, inHeader);
    const has = (name: string): boolean => fields.some(([field]) => field.toLowerCase() === name);
    const cookies = pairsOf(cookie, inCookie, 'cookie').map(([name, text]) => `${name}=${text}`);
    return [
      ...(has('accept') ? [] : [['Accept', accept] as const]),
      ...(contentType === undefined || has('content-type')
        ? []
        : [['Content-Type', contentType] as const]),
      ...fields,
      ...(cookies.length === 0 ? [] : [['Cookie', cookies.join('; ')] as const]),
    ];
  };
}

function fieldsOf(
  values: RequestValues['header'],
  writers: readonly ParameterWriter[],
): readonly HeaderField[] {
  return writersAndExtras(values, writers, 'header').flatMap((writer): readonly HeaderField[] => {
    const value = ownMember(values, writer.name);
    return isSent(value) ? [[writer.name, writer.text(value)]] : [];
  });
}

function pairsOf(
  values: RequestValues['query'],
  writers: readonly ParameterWriter[],
  location: 'query' | 'cookie',
): readonly Pair[] {
  return writersAndExtras(values, writers, location).flatMap((writer) =>
    writer.pairs(ownMember(values, writer.name)),
  );
}

/** The declared parameters' writers, then those of names that only the values have. */
function writersAndExtras(
  values: Readonly<Record<string, unknown>>,
  writers: readonly ParameterWriter[],
  location: ParameterLocation,
): readonly ParameterWriter[] {
  const extras = Object.keys(values).filter(
    (name) => !writers.some((known) => known.name === name),
  );
  return extras.length === 0
    ? writers
    : [...writers, ...extras.map((name) => undeclaredWriter(name, location))];
}

function writersFor(operation: Operation, location: ParameterLocation): readonly ParameterWriter[] {
  return operation.parameters.filter((one) => one.in === location).map(parameterWriter);
}

/** A segment of dots alone would be removed on the way; encoded, strict servers keep it. @see RFC 3986, 5.2.4 */
function withoutDotSegments(path: string): string {
  if (!path.includes('/.')) return path;
  return path.replace(/\/\.{1,2}(?=\/|$)/g, (segment) => segment.replaceAll('.', '%2E'));
}
