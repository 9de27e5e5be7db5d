/** The body of a request (OAS 3.1.0, section 4.8.13). */
import type { RequestBody } from '../api.ts';
import { isObject, member, type Part } from './part.ts';
import { readBodyContent } from './read-body-content.ts';
import { readFlag } from './read-flag.ts';
import { follow } from './follow.ts';
import type { Reading } from './reading.ts';

/** @returns the body, or undefined when there is none, or none that could be read. */
export function readRequestBody(
  reading: Reading,
  entry: Part | undefined,
): RequestBody | undefined {
  if (entry === undefined) return undefined;
  const part = follow(reading, entry, 'no body is sent');
  if (part === undefined) return undefined;
  if (!isObject(part.value)) {
    const message = 'a request body must be an object; no body is sent';
    reading.report(part, { code: 'wrong-part', message });
    return undefined;
  }
  const content = readBodyContent(reading, member(part, 'content'));
  if (content.length === 0) {
    const message = 'the request body has no content; no body is sent';
    reading.report(member(part, 'content') ?? part, { code: 'missing-part', message });
    return undefined;
  }
  return {
    required: readFlag(reading, part, 'required', false),
    enforced: readFlag(reading, part, 'x-enforced', true),
    content,
    place: part.place,
  };
}
