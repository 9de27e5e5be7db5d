/**
 * Values and names as sentences show them.
 */
import { isList } from '../json-value.ts';

const LONGEST = 60;

/** @returns the value as JSON, cut where it is long. */
export function show(value: unknown): string {
  if (typeof value === 'string' && value.length > LONGEST)
    return `${JSON.stringify(value.slice(0, LONGEST))}… (${String([...value].length)} characters)`;
  if (isList(value) && value.length > LONGEST) return `a list of ${String(value.length)} items`;
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 2 * LONGEST ? `${text.slice(0, 2 * LONGEST)}…` : text;
}

/** @returns the place in the value as people write it: `"comment.uploads[0]"`. */
export function nameOf(steps: readonly (string | number)[]): string {
  if (steps.length === 0) return 'the value';
  const path = steps.map((step, index) =>
    typeof step === 'number' ? `[${String(step)}]` : index === 0 ? step : `.${step}`,
  );
  return `"${path.join('')}"`;
}

/** @returns the number with its noun. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${String(number)} ${number === 1 ? one : many}`;
}
