/**
 * Which codec a media type's bodies go through. A new family (XML is the next) is a member here and
 * an entry in the tables keyed by it; the compiler then names every table that lacks it. Until then
 * what has no codec is neither written nor read, and told as not tested.
 */
import type { MediaType } from '../spec/api.ts';
import { isJson, isXml, parseMediaType } from './media-type.ts';

export type BodyFamily = 'json' | 'form' | 'multipart' | 'text';

/**
 * @returns the family of a media type: `text` for everything whose value is one text or one run of
 * bytes; undefined for structures that no codec writes yet, XML among them, and malformed types.
 */
export function bodyFamily(mediaType: string): BodyFamily | undefined {
  const name = parseMediaType(mediaType);
  if (name === undefined) return undefined;
  if (isJson(mediaType)) return 'json';
  if (isXml(mediaType)) return undefined;
  if (name.subtype === 'x-www-form-urlencoded') return 'form';
  return name.type === 'multipart' ? 'multipart' : 'text';
}

/** @returns whether there is a codec for bodies of a declared media type, and for all that its parts are encoded as. */
export function hasCodec({ type, encoding }: Pick<MediaType, 'type' | 'encoding'>): boolean {
  const ofParts = Object.values(encoding).flatMap(
    ({ contentType }) => contentType?.split(',')[0] ?? [],
  );
  return bodyFamily(type) !== undefined && !ofParts.some(isXml);
}
