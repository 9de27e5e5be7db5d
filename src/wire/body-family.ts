/**
 * Which codec a media type's bodies go through. A new family (XML is the next) is a member here and
 * an entry in the tables keyed by it; the compiler then names every table that lacks it.
 */
import { isJson, parseMediaType } from './media-type.ts';

export type BodyFamily = 'json' | 'form' | 'multipart' | 'text';

/**
 * @returns the family of a media type: `text` for everything whose value is one text or one run of
 * bytes; undefined for structures that no codec writes yet, XML among them, and malformed types.
 */
export function bodyFamily(mediaType: string): BodyFamily | undefined {
  const name = parseMediaType(mediaType);
  if (name === undefined) return undefined;
  if (isJson(mediaType)) return 'json';
  if (name.suffix === 'xml' || name.subtype === 'xml') return undefined;
  if (name.subtype === 'x-www-form-urlencoded') return 'form';
  return name.type === 'multipart' ? 'multipart' : 'text';
}

/** @returns whether a value of any shape can be written as a body of this media type. */
export function canWriteBody(mediaType: string): boolean {
  return bodyFamily(mediaType) !== undefined;
}
