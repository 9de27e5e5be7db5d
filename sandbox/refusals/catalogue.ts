// The refusals of the service in its four envelopes: {error}, {error, description}, {error: {title, message}} and
// {errors: [...]}. Which one a refusal wears depends on the part of the service that refuses.
import { Refusal } from '../http/refusal.ts';
import { json, text, type ReplyHeaders } from '../http/reply.ts';

const codeAndText = (
  status: number,
  error: string,
  description: string,
  headers: ReplyHeaders = {},
): Refusal => new Refusal(json(status, { error, description }, headers));

/** 401 to a missing or wrong credential. */
export function notAuthenticated(): Refusal {
  return new Refusal(
    json(401, { error: "Couldn't authenticate you" }, { 'www-authenticate': CHALLENGE }),
  );
}

/** 401 to an access token that is unknown. */
export function invalidToken(): Refusal {
  const value = {
    error: 'invalid_token',
    error_description:
      'The access token provided is expired, revoked, malformed or invalid for other reasons.',
  };
  return new Refusal(
    json(401, value, { 'www-authenticate': 'Bearer realm="Web API", error="invalid_token"' }),
  );
}

const CHALLENGE = 'Basic realm="Web API", Bearer realm="Web API"';

/** 403 to a caller who may not. */
export function forbidden(): Refusal {
  const message =
    'You do not have access to this page. Please contact the account owner of this help desk for further help.';
  return new Refusal(json(403, { error: { title: 'Forbidden', message } }));
}

/** 404 for a record that is absent, deleted or not to be seen. */
export function recordNotFound(): Refusal {
  return codeAndText(404, 'RecordNotFound', 'Not found');
}

/** 404 for a path that no route has. */
export function invalidEndpoint(): Refusal {
  return codeAndText(404, 'InvalidEndpoint', 'Not found');
}

/** 405, with the methods that the path has (RFC 9110, 15.5.6). */
export function methodNotAllowed(allowed: readonly string[]): Refusal {
  return codeAndText(405, 'MethodNotAllowed', 'The method is not allowed here', {
    allow: allowed.join(', '),
  });
}

/** 406 to an Accept header that leaves JSON out (RFC 9110, 15.5.7). */
export function notAcceptable(): Refusal {
  return codeAndText(406, 'NotAcceptable', 'Only application/json can be answered');
}

/** 413 to a body beyond the limit. */
export function contentTooLarge(limitBytes: number): Refusal {
  return codeAndText(413, 'PayloadTooLarge', `The body may have ${limitBytes} bytes`, {
    connection: 'close',
  });
}

/** 414 to an over-long target, in a gateway's own words. */
export function uriTooLong(): Refusal {
  return new Refusal(text(414, 'Request-URI Too Large\n', { connection: 'close' }));
}

/** 415 to a body in another media type or coding than JSON in UTF-8 (RFC 9110, 15.5.16). */
export function unsupportedMediaType(headers: ReplyHeaders = {}): Refusal {
  const description = 'The body must be application/json in UTF-8';
  return codeAndText(415, 'UnsupportedMediaType', description, headers);
}

/** 400 to a body that is no JSON. */
export function unprocessableJson(why: string): Refusal {
  return codeAndText(400, 'UnprocessableJson', `The request could not be read: ${why}`);
}

/** 400 to more items than one call takes; the empty parameter name and its two blanks are the service's own. */
export function tooManyValues(limit: number): Refusal {
  const description = `Parameter  cannot specify more than ${limit} values`;
  return new Refusal(json(400, { error: 'TooManyValues', description, max_count: limit }));
}

/** 400 for a `sort` that the list does not know. */
export function invalidSort(): Refusal {
  return codeAndText(400, 'InvalidPaginationParameter', 'sort is not valid');
}

/** 400 for a cursor or page size that cannot be. */
export function invalidCursor(parameter: string): Refusal {
  const problem = { code: 'InvalidPaginationParameter', title: `${parameter} is not valid` };
  return new Refusal(json(400, { errors: [problem] }));
}

/** 400 beyond the depth that offset paging reaches. */
export function paginationTooDeep(): Refusal {
  const title =
    'Pagination requests using Offset Pagination are limited to 100 pages of 100 records, use Cursor Pagination';
  return new Refusal(json(400, { errors: [{ code: 'InvalidPaginationDepth', title }] }));
}

/** 400 for a parameter of the wrong type. */
export function invalidAttribute(parameter: string, must: string, where: string): Refusal {
  const message =
    `You passed an invalid value for the ${parameter} attribute. ` +
    `Invalid parameter: ${parameter} ${must} from ${where}`;
  return new Refusal(json(400, { error: { title: 'Invalid attribute', message } }));
}

/** 409 to a safe update whose stamp is stale. */
export function updateConflict(): Refusal {
  return codeAndText(
    409,
    'UpdateConflict',
    'Safe Update prevented the update due to outdated ticket data. Please fetch the latest ticket data and try again.',
  );
}

/** 429 when too many jobs are queued or working. */
export function tooManyJobs(): Refusal {
  const description = 'Only 30 jobs can be queued or running at once';
  return codeAndText(429, 'TooManyJobs', description, { 'retry-after': '60' });
}
