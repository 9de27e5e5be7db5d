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
// Four digits of the year are all that the wire has.
const FIRST_SECOND = Date.parse('0000-01-01T00:00:00Z') / 1000;
const LAST_SECOND = Date.UTC(9999, 11, 31) / 1000;

/** The Unix second that a text names, or null when it is no date the service would take. */
export function secondOf(text: string): number | null {
  if (!DATE_TIME.test(text) || !isRealDay(text)) return null;
  // A leap second counts as the one before it, as it does in Ruby's clock.
  const upper = text
    .toUpperCase()
    .replace(/^(.{10}) /, '$1T')
    .replace(/ (?=[+-])/, '')
    .replace(':60', ':59');
  const isZoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(upper.slice(10));
  const millis = Date.parse(isZoned || upper.length === 10 ? upper : `${upper}Z`);
  if (!Number.isFinite(millis)) return null;
  return Math.min(LAST_SECOND, Math.max(FIRST_SECOND, Math.floor(millis / 1000)));
}

// Date.parse takes 31 February and moves it into March; the service does not.
function isRealDay(text: string): boolean {
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text.slice(0, 10));
}
