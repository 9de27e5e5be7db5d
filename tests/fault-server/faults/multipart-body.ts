/** Whether a request's body is whole and of parts, for faults that must leave broken ones alone. */
import { parseMediaType } from '../http/media-type.ts';
import { headerOf, type Request } from '../http/message.ts';
import { readMultipart } from '../http/multipart.ts';

/** @returns whether the body can be taken apart by the boundary that its type names. */
export function isValidMultipart(request: Request): boolean {
  const type = parseMediaType(headerOf(request, 'Content-Type') ?? '');
  const boundary = type?.parameters.get('boundary') ?? '';
  return boundary !== '' && readMultipart(request.body, boundary) !== undefined;
}
