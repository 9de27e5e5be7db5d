/** The answers an operation declares (OAS 3.1.0, sections 4.8.16 and 4.8.17). */
import type { ResponseObject } from '../api.ts';
import { isObject, member, members, type Part } from './part.ts';
import { readBodyContent } from './read-body-content.ts';
import { readHeaders } from './read-headers.ts';
import { type LinkTargets, readLinks } from './read-links.ts';
import { follow } from './follow.ts';
import type { Reading } from './reading.ts';

/** @returns the responses in the order written. */
export function readResponses(
  reading: Reading,
  operation: Part,
  targets: LinkTargets,
): readonly ResponseObject[] {
  const part = member(operation, 'responses');
  const entries = members(part).filter(([status]) => !status.startsWith('x-'));
  if (part !== undefined && !isObject(part.value)) {
    const message = 'responses must be an object; no answer counts as declared';
    reading.report(part, { code: 'wrong-part', message });
  } else if (entries.length === 0) {
    const message = 'the operation declares no responses; its answers are only checked in general';
    reading.report(part ?? operation, { code: 'missing-part', message });
  }
  return entries.flatMap(([key, entry]) => {
    const status = readStatus(reading, key, entry);
    return status === undefined ? [] : [readResponse(reading, status, entry, targets)];
  });
}

function readStatus(reading: Reading, key: string, part: Part): string | undefined {
  if (key === 'default' || /^[1-5](\d\d|XX)$/.test(key)) return key;
  if (/^[1-5]xx$/i.test(key)) {
    const message = `status range "${key}" must be written in capitals; it is read as such`;
    reading.report(part, { code: 'wrong-part', message });
    return key.toUpperCase();
  }
  const message = `"${key}" is no status; the response is left out`;
  reading.report(part, { code: 'wrong-part', message });
  return undefined;
}

/** @returns the response; of one that cannot be read, the status alone. */
export function readResponse(
  reading: Reading,
  status: string,
  entry: Part,
  targets: LinkTargets,
): ResponseObject {
  const part = follow(reading, entry, 'its status counts as declared, nothing else is known of it');
  if (part === undefined || !isObject(part.value)) {
    if (part !== undefined) {
      const message = 'a response must be an object; only its status counts as declared';
      reading.report(part, { code: 'wrong-part', message });
    }
    return { status, known: false, headers: [], content: [], links: [], place: entry.place };
  }
  return {
    status,
    known: true,
    headers: readHeaders(reading, member(part, 'headers')),
    content: readBodyContent(reading, member(part, 'content')),
    links: readLinks(reading, member(part, 'links'), targets),
    place: part.place,
  };
}
