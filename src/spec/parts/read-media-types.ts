/** The media types under `content` (OAS 3.1.0, section 4.8.14), without what only bodies have. */
import type { MediaType } from '../api.ts';
import { isObject, member, members, type Part } from './part.ts';
import { readExamples } from './read-examples.ts';
import { readSchema } from './read-schema.ts';
import type { Reading } from './reading.ts';

/** @returns the media types in the order written; what is none is reported and left out. */
export function readMediaTypes(reading: Reading, part: Part | undefined): readonly MediaType[] {
  if (part === undefined) return [];
  if (!isObject(part.value)) {
    const message = 'content must be an object of media types; it is left out';
    reading.report(part, { code: 'wrong-part', message });
    return [];
  }
  return members(part).flatMap(([type, entry]) => readMediaType(reading, type, entry));
}

function readMediaType(reading: Reading, type: string, part: Part): readonly MediaType[] {
  if (!/^[^\s/;]+\/[^\s/;]+\s*(;.*)?$/.test(type)) {
    if (type.startsWith('x-')) return [];
    const message = `"${type}" is no media type; it is left out`;
    reading.report(part, { code: 'wrong-part', message });
    return [];
  }
  if (!isObject(part.value)) {
    const message = 'a media type must be an object; its content is taken as unknown';
    reading.report(part, { code: 'wrong-part', message });
  }
  const schema = readSchema(reading, member(part, 'schema'));
  const examples = readExamples(reading, part);
  return [{ type, schema, examples, encoding: {}, place: part.place }];
}
