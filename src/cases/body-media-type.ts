/** Which of a body's declared media types a plain request uses: what most clients send first. */
import type { MediaType, RequestBody } from '../spec/api.ts';
import { isJson } from '../wire/media-type.ts';

const PREFERENCE: readonly ((type: string) => boolean)[] = [
  isJson,
  (type) => type.startsWith('application/x-www-form-urlencoded'),
  (type) => type.startsWith('multipart/form-data'),
  (type) => type.startsWith('text/'),
  () => true,
];

/** @returns undefined for a body that declares no content. */
export function plainMediaType(body: RequestBody): MediaType | undefined {
  for (const prefers of PREFERENCE) {
    const found = body.content.find(({ type }) => prefers(type));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** @returns a concrete media type to send for a declared one, which may be a range (RFC 9110, section 12.5.1). */
export function concreteMediaType({ type }: MediaType): string {
  if (type === '*/*' || type === 'application/*') return 'application/json';
  return type.endsWith('/*') ? `${type.slice(0, -1)}plain` : type;
}
