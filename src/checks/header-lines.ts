/** Field lines of an answer by name, which is case-insensitive (RFC 9110, section 5.1). */
import type { Answer } from '../transport/exchange.ts';

/** @returns the values of every line of that name, in the order received. */
export function headerLines(answer: Answer, name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return answer.headers
    .filter(([field]) => field.toLowerCase() === wanted)
    .map(([, value]) => value);
}
