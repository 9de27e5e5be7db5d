/**
 * Whether a message can hold what a request is made of. A path that loses a segment reaches another
 * operation, a header that loses a line says something else; a list of nothing is not there at all,
 * and a comma within an item of a header is a comma between items.
 */
import type { Schemas } from '../schema/schemas.ts';
import type { Operation } from '../spec/api.ts';
import type { Documents } from '../spec/documents.ts';
import { bodyFamily } from '../wire/body-family.ts';
import { canStandInHeader, canStandInPath } from '../wire/can-stand.ts';
import { isWritable } from '../wire/parameter-content.ts';
import { readStrictly } from '../wire/read-strictly.ts';
import type { BodyValue, PreparedRequest, RequestValues } from '../wire/request.ts';
import { isSent, ownMember } from '../wire/value-text.ts';
import { isValidRequest } from './is-valid-request.ts';

/** @returns false where a path or a header, of the message or of one of its parts, can't carry its value, or no codec writes it. */
export function canBeCarried(operation: Operation, values: RequestValues): boolean {
  const { path, header, cookie, body } = values;
  const ofParts = Object.values(body?.partHeaders ?? {}).flatMap((headers) =>
    Object.values(headers),
  );
  return (
    Object.values(path).every(canStandInPath) &&
    Object.values(header).every(canStandInHeader) &&
    Object.values(cookie).every(canStandInHeader) &&
    ofParts.every(canStandInHeader) &&
    operation.parameters.every(
      (one) => isWritable(one) || !isSent(ownMember(values[one.in], one.name)),
    )
  );
}

/**
 * @param request as it was written
 * @returns false where valid values are read back, by the description's own styles and media types, as
 *   something that is not valid: a server may rightly refuse it
 */
export function staysValid(
  { operation, values }: { readonly operation: Operation; readonly values: RequestValues },
  request: PreparedRequest,
  { schemas, documents }: { readonly schemas: Schemas; readonly documents: Documents },
): boolean {
  if (isPlainlyCarried(values) || !isValidRequest(operation, values, schemas)) return true;
  return isValidRequest(operation, readStrictly(operation, request, documents), schemas);
}

/** One text a value, and a body that has types of its own: nothing can get lost. */
function isPlainlyCarried({ path, query, header, cookie, body }: RequestValues): boolean {
  const holdsScalars = [path, query, header, cookie].every((values) =>
    Object.values(values).every(isScalar),
  );
  return holdsScalars && (body === undefined || isPlainBody(body));
}

function isPlainBody({ mediaType, value }: BodyValue): boolean {
  return bodyFamily(mediaType) === 'json' || typeof value === 'string';
}

function isScalar(value: unknown): boolean {
  return value === undefined || (typeof value !== 'object' && typeof value !== 'symbol');
}
