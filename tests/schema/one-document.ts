/**
 * A description of one file for the tests of the room: references by JSON pointer, no more.
 */
import type { Dialect, SchemaAt } from '../../src/spec/api.ts';
import type { Documents } from '../../src/spec/documents.ts';
import { pointerTokens } from '../../src/spec/place.ts';

const FILE = 'api.yaml';

export function documentsOf(document: unknown): Documents {
  const at = (pointer: string): unknown =>
    pointerTokens(pointer).reduce<unknown>(
      (part, token) => (part as Record<string, unknown> | undefined)?.[token],
      document,
    );
  return {
    at: (place) => at(place.slice(FILE.length + 1)),
    locate: (place) => ({ file: FILE, line: place.length, column: 1 }),
    frame: () => [],
    resolve: (reference) => {
      const place = `${FILE}${reference}`;
      const value = at(reference.slice(1));
      return value === undefined
        ? { kind: 'dangling', target: place, cause: 'no-such-part', reason: 'nothing stands there' }
        : { kind: 'found', value, place };
    },
  };
}

export function schemaAt(
  document: unknown,
  pointer: string,
  dialect: Dialect = 'openapi-3.1',
): SchemaAt {
  const place = `${FILE}#${pointer}`;
  return { schema: documentsOf(document).at(place), dialect, place };
}
