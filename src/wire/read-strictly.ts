/**
 * A request read as a typed server reads it: each value by its declared style and its schema's
 * types, and by nothing else (OAS 3.1.0, sections 4.8.12 and 4.8.14). It undoes what was written.
 */
import type { Operation } from '../spec/api.ts';
import type { Documents } from '../spec/documents.ts';
import { strictHeader } from './header-field.ts';
import type { PathTexts } from './path-match.ts';
import { decodeFormText, decodeText } from './percent-encoding.ts';
import { strictContent } from './parameter-content.ts';
import { matrixPairs } from './raw-pairs.ts';
import type { RawPair } from './raw-pairs.ts';
import { readableOperation } from './readable-operation.ts';
import type { ReadableParameter } from './readable-operation.ts';
import type { PreparedRequest, RequestValues } from './request.ts';
import { requestMessage } from './request-message.ts';
import type { RequestMessage } from './request-message.ts';
import { strictBody } from './strict-body.ts';
import { strictPairs } from './strict-pairs.ts';
import { strictStyled } from './strict-style.ts';

/**
 * Reads the declared parameters and the body of a request.
 * @param documents resolves the schemas' references; without it, what stands behind them is read as text
 * @returns what is there; a parameter that is not in the request is not in the values
 */
export function readStrictly(
  operation: Operation,
  request: PreparedRequest,
  documents?: Documents,
): RequestValues {
  const { matchPath, parameters } = readableOperation(operation, documents);
  const message = requestMessage(request);
  const path = matchPath(message.path)?.short ?? new Map<string, string>();
  const values = { path: NOTHING, query: NOTHING, header: NOTHING, cookie: NOTHING };
  for (const readable of parameters) {
    const { in: location, name } = readable.parameter;
    const value = strictParameter(readable, message, path);
    if (value !== undefined) values[location] = { ...values[location], [name]: value };
  }
  return { ...values, body: strictBody(message, operation, documents) };
}

const NOTHING: Readonly<Record<string, unknown>> = {};

/** @returns the strict reading of one parameter; undefined when it is not there. */
export function strictParameter(
  readable: ReadableParameter,
  message: RequestMessage,
  path: PathTexts,
): unknown {
  const { content, shape } = readable.field;
  if (content === undefined) return strictStyledParameter(readable, message, path);
  const text = wholeText(readable, message, path);
  return text === undefined ? undefined : strictContent(text, content, shape);
}

/** @returns the text of a parameter that is one text, decoded; undefined when it is not there. */
export function wholeText(
  { parameter, field: { name } }: ReadableParameter,
  message: RequestMessage,
  path: PathTexts,
): string | undefined {
  const first = (pairs: readonly RawPair[]): string | undefined =>
    pairs.find((pair) => pair.name === name)?.raw;
  switch (parameter.in) {
    case 'query':
      return mapped(first(message.query), decodeFormText);
    case 'cookie':
      return mapped(first(message.cookies), decodeText);
    case 'path':
      return mapped(path.get(name), decodeText);
    case 'header': {
      const lines = message.lines(name);
      return lines.length === 0 ? undefined : lines.join(', ').trim();
    }
  }
}

function mapped(raw: string | undefined, decode: (raw: string) => string): string | undefined {
  return raw === undefined ? undefined : decode(raw);
}

function strictStyledParameter(
  { parameter, field, claimed }: ReadableParameter,
  message: RequestMessage,
  path: PathTexts,
): unknown {
  switch (parameter.in) {
    case 'query':
      return strictPairs({ pairs: message.query, decode: decodeFormText, claimed }, field);
    case 'cookie':
      return strictPairs({ pairs: message.cookies, decode: decodeText, claimed }, field);
    case 'header': {
      const lines = message.lines(field.name);
      return lines.length === 0 ? undefined : strictHeader(lines, field);
    }
    case 'path': {
      const raw = path.get(field.name);
      return raw === undefined ? undefined : strictSegment(raw, { parameter, field, claimed });
    }
  }
}

function strictSegment(raw: string, { field, claimed }: ReadableParameter): unknown {
  const decode = decodeText;
  const { style, explode, shape } = field;
  if (style === 'matrix')
    return strictPairs({ pairs: matrixPairs(raw), decode, claimed }, { ...field, style: 'form' });
  const isLabel = style === 'label' && raw.startsWith('.');
  return strictStyled({
    raw: isLabel ? raw.slice(1) : raw,
    decode,
    explode,
    exploded: isLabel ? '.' : ',',
    plain: ',',
    shape,
  });
}
