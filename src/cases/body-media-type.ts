/**
 * Which of a body's declared media types a plain request uses: what most clients send first, of those
 * that there is a codec for.
 */
import type { MediaType, RequestBody } from '../spec/api.ts';
import { hasCodec } from '../wire/body-family.ts';
import { isJson } from '../wire/media-type.ts';

const PREFERENCE: readonly ((type: string) => boolean)[] = [
  isJson,
  (type) => type.startsWith('application/x-www-form-urlencoded'),
  (type) => type.startsWith('multipart/form-data'),
  (type) => type.startsWith('text/'),
  () => true,
];

/** @returns undefined for a body that declares no content, or none that can be written. */
export function plainMediaType(body: RequestBody): MediaType | undefined {
  const content = body.content.filter(hasCodec);
  for (const prefers of PREFERENCE) {
    const found = content.find(({ type }) => prefers(type));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** @returns whether the body is required and of no media type that can be written. */
export function isBeyondCodecs({ required, content }: RequestBody): boolean {
  return required && content.length > 0 && !content.some(hasCodec);
}

/** @returns a concrete media type to send for a declared one, which may be a range (RFC 9110, section 12.5.1). */
export function concreteMediaType({ type }: MediaType): string {
  if (type === '*/*' || type === 'application/*') return 'application/json';
  return type.endsWith('/*') ? `${type.slice(0, -1)}plain` : type;
}
