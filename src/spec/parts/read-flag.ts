/** A boolean member; anything else there is reported, and the default holds. */
import { member, type Part } from './part.ts';
import type { Reading } from './reading.ts';

/** @returns the member's value, or `fallback` when it is absent or no boolean. */
export function readFlag(reading: Reading, part: Part, key: string, fallback: boolean): boolean {
  const flag = member(part, key);
  if (flag === undefined) return fallback;
  if (typeof flag.value === 'boolean') return flag.value;
  const message = `${key} must be true or false; ${fallback} is assumed`;
  reading.report(flag, { code: 'wrong-part', message });
  return fallback;
}
