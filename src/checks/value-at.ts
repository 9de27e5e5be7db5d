/** What stands at a JSON pointer in a value (RFC 6901). */
import { pointerTokens } from '../spec/place.ts';

/** @returns undefined where nothing does. */
export function valueAt(value: unknown, pointer: string): unknown {
  return pointerTokens(pointer).reduce<unknown>(
    (current, token) =>
      // Arrays take their indices as member names.
      typeof current === 'object' && current !== null && Object.hasOwn(current, token)
        ? (current as Readonly<Record<string, unknown>>)[token]
        : undefined,
    value,
  );
}
