/** The headers of a response or of a part of a multipart body (OAS 3.1.0, section 4.8.21). */
import type { HeaderObject } from '../api.ts';
import { isObject, member, members, type Part } from './part.ts';

import { readFlag } from './read-flag.ts';
import { readMediaTypes } from './read-media-types.ts';
import { readSchema } from './read-schema.ts';
import { follow } from './follow.ts';
import type { Reading } from './reading.ts';

/** @returns the headers in the order written; `Content-Type`, which the content tells, is left out. */
export function readHeaders(reading: Reading, part: Part | undefined): readonly HeaderObject[] {
  return members(part).flatMap(([name, entry]) =>
    name.toLowerCase() === 'content-type' ? [] : readHeader(reading, name, entry),
  );
}

/** @returns the header, or none when its reference leads nowhere or it is no object. */
export function readHeader(reading: Reading, name: string, entry: Part): readonly HeaderObject[] {
  const part = follow(reading, entry, 'the header is left out');
  if (part === undefined) return [];
  if (!isObject(part.value)) {
    const message = 'a header must be an object; it is left out';
    reading.report(part, { code: 'wrong-part', message });
    return [];
  }
  return [
    {
      name,
      required: readFlag(reading, part, 'required', false),
      explode: readFlag(reading, part, 'explode', false),
      schema: readSchema(reading, member(part, 'schema')),
      content: readMediaTypes(reading, member(part, 'content'))[0],
      place: part.place,
    },
  ];
}
