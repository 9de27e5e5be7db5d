/**
 * From a request to its answer, in the order in which a server refuses: path, method, credentials,
 * what can be told, parameters, body. What passes all of these is done.
 */
import { negotiate } from '../http/media-type.ts';
import { EMPTY, headerOf, reply, type Reply, type Request } from '../http/message.ts';
import { problem } from '../http/problem.ts';
import type { Library } from '../library/library.ts';
import type { Operation } from '../operations/operation.ts';
import { challenge, isKnown } from './credentials.ts';
import { readBody, type BodyRead } from './read-body.ts';
import { readParameters } from './read-parameters.ts';
import { route, type Route } from './router.ts';

const NO_BODY: BodyRead = { kind: 'body', body: null, files: new Map(), complaints: [] };

/** @returns the answer that the description asks for. */
export function serve(library: Library, request: Request): Reply {
  const found = route(request.method, request.target);
  if (found === undefined) return withoutContentIfHead(problem(404), request);
  const { operation, allow } = found;
  const allowLine = ['Allow', allow.join(', ')] as const;
  if (operation === undefined) {
    return request.method === 'OPTIONS'
      ? reply(204, [allowLine])
      : problem(405, { headers: [allowLine] });
  }
  return withoutContentIfHead(perform(library, request, { ...found, operation }), request);
}

function perform(
  library: Library,
  request: Request,
  found: Route & { readonly operation: Operation },
): Reply {
  const { operation } = found;
  if (!isKnown(request, operation.asks)) {
    return problem(401, { headers: [['WWW-Authenticate', challenge(operation.asks)]] });
  }
  const offer = negotiate(headerOf(request, 'Accept'), operation.offers);
  if (offer === undefined && operation.offers.length > 0) return problem(406);
  const { given, complaints } = readParameters(operation, request, found);
  const read = operation.body === undefined ? NO_BODY : readBody(operation.body, request);
  if (read.kind === 'refused') return read.reply;
  const wrong = [...complaints, ...read.complaints];
  if (wrong.length > 0) return problem(400, { complaints: wrong });
  const { body, files } = read;
  return operation.handle({ library, given, body, files, offer: offer ?? '' });
}

/** What HEAD is told is what GET would be, less the body (RFC 9110, section 9.3.2). */
function withoutContentIfHead(answer: Reply, { method }: Request): Reply {
  if (method !== 'HEAD') return answer;
  const length = ['Content-Length', String(answer.body.length)] as const;
  return { ...answer, headers: [...answer.headers, length], body: EMPTY };
}
