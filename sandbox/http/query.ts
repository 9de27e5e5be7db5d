// The query string as the service reads it: percent-decoded, plus is a blank, the last of a repeated name wins.

/** Query parameters by name; bracketed names such as `page[size]` are names like any other. */
export type Query = ReadonlyMap<string, string>;

const NONE: Query = new Map();

/** Reads the text after the question mark. Never throws: what is no UTF-8 becomes the replacement character. */
export function parseQuery(queryText: string): Query {
  return queryText === '' ? NONE : new Map(new URLSearchParams(queryText));
}

/** The same query with some names set or (null) left out, percent-encoded as the service writes links. */
export function queryText(query: Query, changes: Readonly<Record<string, string | null>>): string {
  const kept = [...query].filter(([name]) => !Object.hasOwn(changes, name));
  const added = Object.entries(changes).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return [...kept, ...added]
    .map(
      ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value.toWellFormed())}`,
    )
    .join('&');
}
