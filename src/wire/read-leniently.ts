/**
 * A request read in every way that a lenient server may read its bytes: the ground on which an
 * invalid request is proven invalid. To err here is to err on the side of too many readings.
 */
import type { Operation, Parameter } from '../spec/api.ts';
import type { Documents } from '../spec/documents.ts';
import { bodyFamily } from './body-family.ts';
import { bodyWays, formWays } from './lenient-body.ts';
import { headerWays } from './lenient-header.ts';
import { pairWays } from './lenient-pairs.ts';
import { segmentWays } from './lenient-segment.ts';
import { isRoutable } from './path-match.ts';
import type { PathMatch, PathTexts } from './path-match.ts';
import { decodeFormText, decodeText } from './percent-encoding.ts';
import { readableOperation } from './readable-operation.ts';
import type { ReadableParameter } from './readable-operation.ts';
import type { Reading, RequestReadings } from './reading.ts';
import { ABSENT, only, union } from './readings-product.ts';
import type { Alternatives } from './readings-product.ts';
import type { PreparedRequest } from './request.ts';
import { requestMessage } from './request-message.ts';
import type { RequestMessage } from './request-message.ts';
import { strictParameter, wholeText } from './read-strictly.ts';

/**
 * Reads the declared parameters and the body of a request in every way.
 * @param documents resolves the schemas' references; without it more readings are kept than need be
 * @returns for each declared parameter and the body what they may be taken for, the strict reading first
 */
export function readLeniently(
  operation: Operation,
  request: PreparedRequest,
  documents?: Documents,
): RequestReadings {
  const { matchPath, parameters } = readableOperation(operation, documents);
  const message = requestMessage(request);
  const match = matchPath(message.path);
  const read = parameters.map(
    (readable) => [readable.parameter, parameterWays(readable, message, match)] as const,
  );
  const body = bodyWays(message, operation, documents);
  return {
    parameters: new Map(read.map(([parameter, { readings }]) => [parameter, readings])),
    body: body.readings,
    complete: match !== undefined && body.complete && read.every(([, { complete }]) => complete),
  };
}

/**
 * Reads one declared parameter or the body, as {@link readLeniently} does, and the path, without
 * which nobody knows whether the operation gets to read it.
 * @returns undefined for a parameter that the operation does not declare
 */
export function readPartLeniently(
  operation: Operation,
  request: PreparedRequest,
  part: Parameter | 'body',
  documents?: Documents,
): Alternatives | undefined {
  const { matchPath, parameters } = readableOperation(operation, documents);
  const message = requestMessage(request);
  const match = matchPath(message.path);
  let found = part === 'body' ? bodyWays(message, operation, documents) : undefined;
  let complete = match !== undefined;
  for (const readable of parameters) {
    const isAsked = readable.parameter === part;
    if (!isAsked && readable.parameter.in !== 'path') continue;
    const ways = parameterWays(readable, message, match);
    if (isAsked) found = ways;
    complete &&= ways.complete;
  }
  return found && { readings: found.readings, complete: complete && found.complete };
}

function parameterWays(
  readable: ReadableParameter,
  message: RequestMessage,
  match: PathMatch | undefined,
): Alternatives {
  const ways = placeWays(readable, message, match);
  const { content, shape } = readable.field;
  const path = match?.short ?? NO_TEXTS;
  const text = content === undefined ? undefined : wholeText(readable, message, path);
  if (content === undefined || text === undefined) return ways;
  const strict = strictParameter(readable, message, path);
  return union([
    only({ kind: 'value', value: strict, how: 'as declared' }),
    ...(bodyFamily(content) === 'form' ? [formWays(text, { declared: undefined, shape })] : []),
    ways,
  ]);
}

const NO_TEXTS: PathTexts = new Map();

function placeWays(
  readable: ReadableParameter,
  message: RequestMessage,
  match: PathMatch | undefined,
): Alternatives {
  const { parameter, field, claimed } = readable;
  switch (parameter.in) {
    case 'query': {
      const source = { pairs: message.query, decode: decodeFormText, claimed };
      return pairWays({ ...source, decodings: QUERY_DECODINGS }, field);
    }
    case 'cookie': {
      const source = { pairs: message.cookies, decode: decodeText, claimed };
      return pairWays({ ...source, decodings: COOKIE_DECODINGS }, field);
    }
    case 'header':
      return headerWays(message.lines(field.name), field);
    case 'path':
      return pathWays(readable, message, match);
  }
}

const QUERY_DECODINGS = [decodeFormText, decodeText] as const;

/** Cookies are decoded by some servers only; quotes around a value are dropped by some. */
const COOKIE_DECODINGS = [
  decodeText,
  (raw: string): string => raw,
  (raw: string): string => decodeText(raw.replace(/^"(.*)"$/s, '$1')),
] as const;

/** Where the segment may be routed elsewhere, nobody knows what the operation gets to read. */
function pathWays(
  readable: ReadableParameter,
  message: RequestMessage,
  match: PathMatch | undefined,
): Alternatives {
  if (match === undefined) return { readings: [ABSENT], complete: false };
  const { field } = readable;
  const raws = [match.short, match.long].flatMap((texts) => texts.get(field.name) ?? []);
  const strict = strictParameter(readable, message, match.short);
  const first: Reading =
    strict === undefined ? ABSENT : { kind: 'value', value: strict, how: 'as declared' };
  const ways = union([only(first), ...raws.map((raw) => segmentWays(raw, field))]);
  return { ...ways, complete: ways.complete && raws.length > 0 && raws.every(isRoutable) };
}
