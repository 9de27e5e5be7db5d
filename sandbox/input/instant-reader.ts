// Dates and times in a body: ISO 8601 text, read to whole seconds.
import { secondOf } from '../desk/instant.ts';
import { INVALID, type Reader } from './reader.ts';

/** A date or date-time. */
export const instant: Reader<number> = (value) =>
  typeof value === 'string' ? (secondOf(value) ?? INVALID) : INVALID;
