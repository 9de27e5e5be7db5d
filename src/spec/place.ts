/**
 * Where something stands in a description: `file#pointer`, the pointer by RFC 6901. The file part
 * is relative to the root document's folder (a URL when it was read from one), so that places, and
 * what is derived from them, are the same on every machine.
 */
export type Place = string;

/** A place as an editor opens it; line and column count from 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** @returns the place of the member `tokens` steps below `place`. */
export function placeBelow(place: Place, ...tokens: readonly (string | number)[]): Place {
  let below = place;
  for (const token of tokens) below += `/${escapePointerToken(String(token))}`;
  return below;
}

/** @returns one reference token, escaped by RFC 6901, section 3. */
export function escapePointerToken(token: string): string {
  return /[~/]/.test(token) ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token;
}

/** @returns the unescaped reference tokens of a JSON pointer; none for the whole document. */
export function pointerTokens(pointer: string): readonly string[] {
  if (pointer === '') return [];
  const tokens = pointer.slice(1).split('/');
  return pointer.includes('~')
    ? tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    : tokens;
}

/** @returns the file and the pointer of a place. */
export function splitPlace(place: Place): { readonly file: string; readonly pointer: string } {
  const hash = place.indexOf('#');
  return hash < 0
    ? { file: place, pointer: '' }
    : { file: place.slice(0, hash), pointer: place.slice(hash + 1) };
}
