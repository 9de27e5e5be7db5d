/** Field lines of an answer by name, which is case-insensitive (RFC 9110, section 5.1). */
import type { Answer } from '../transport/exchange.ts';

/** @returns the values of every line of that name, in the order received. */
export function headerLines(answer: Answer, name: string): readonly string[] {
  const wanted = name.toLowerCase();
  let lines = NONE;
  for (const [field, value] of answer.headers) {
    // Most names differ in length already.
    if (field.length !== wanted.length || field.toLowerCase() !== wanted) continue;
    lines = lines === NONE ? [value] : [...lines, value];
  }
  return lines;
}

const NONE: readonly string[] = [];

/** @returns whether both are the same lines in the same order */
export function isSameLines(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((line, index) => line === others[index]);
}
