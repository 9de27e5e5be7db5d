/** Texts that are moments: a day, or an instant with its offset from UTC. @see RFC 3339, section 5.6 */

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;
const PLAIN_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

const DAY_MS = 86_400_000;

export type MomentKind = 'day' | 'instant';

/** @returns undefined where the value is no moment */
export function momentKind(value: unknown): MomentKind | undefined {
  if (typeof value !== 'string') return undefined;
  if (DAY.test(value)) return 'day';
  return INSTANT.test(value) ? 'instant' : undefined;
}

/** @returns the same instant (to the second) as everyone writes it; undefined where it stands so already, or is none */
export function asPlainMoment(text: string): string | undefined {
  if (momentKind(text) !== 'instant' || PLAIN_INSTANT.test(text)) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : written(ms, 'instant');
}

/** @returns the same a day before and a day after, written plainly; none where there is no such day */
export function momentsBeside(text: string): readonly string[] {
  const kind = momentKind(text);
  const ms = kind === undefined ? NaN : Date.parse(text);
  if (kind === undefined || Number.isNaN(ms)) return [];
  return [ms - DAY_MS, ms + DAY_MS].flatMap((moved) => written(moved, kind) ?? []);
}

function written(ms: number, kind: MomentKind): string | undefined {
  const text = new Date(ms).toISOString();
  // Years of more digits than four have a sign.
  if (!/^\d/.test(text)) return undefined;
  return kind === 'day' ? text.slice(0, 10) : `${text.slice(0, 19)}Z`;
}
