// How instants look on the wire: ISO 8601 in UTC with seconds and a Z, and the two spellings that a count and a job use.

/** `2023-09-18T23:34:35Z` for a Unix second. */
export function isoOf(second: number): string {
  return `${new Date(second * 1000).toISOString().slice(0, 19)}Z`;
}

/** `isoOf`, or null for an instant that has not come. */
export function isoOrNull(second: number | null): string | null {
  return second === null ? null : isoOf(second);
}

/** `2023-09-18T23:34:35+00:00`, the spelling of `count.refreshed_at`. */
export function offsetIsoOf(second: number): string {
  return `${new Date(second * 1000).toISOString().slice(0, 19)}+00:00`;
}

/** `2023-09-18 23:34:35 +0000`, the spelling inside a job's message. */
export function jobTimeOf(second: number): string {
  const iso = new Date(second * 1000).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} +0000`;
}

const DATE_TIME =
  /^\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[Zz]| ?[+-]\d{2}:?\d{2})?)?$/;
const LAST_SECOND = Date.UTC(9999, 11, 31) / 1000;

/** The Unix second that a text names, or null when it is no date the service would take. */
export function secondOf(text: string): number | null {
  if (!DATE_TIME.test(text) || !isRealDay(text)) return null;
  const zoned = /(?:[Zz]|[+-]\d{2}:?\d{2})$/.test(text.slice(10));
  const millis = Date.parse(zoned || text.length === 10 ? text.replace(' ', 'T') : `${text}Z`);
  const second = Math.floor(millis / 1000);
  return Number.isFinite(millis) && second <= LAST_SECOND ? second : null;
}

// Date.parse takes 31 February and moves it into March; the service does not.
function isRealDay(text: string): boolean {
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text.slice(0, 10));
}
