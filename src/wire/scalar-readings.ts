/**
 * Every scalar that a lenient server may take a text for: the text itself, trimmed, a number in any
 * usual notation, a boolean in any usual spelling, null, nothing at all, or the JSON it holds.
 * Ordered from the plainest to the most far-fetched.
 */
import { ABSENT } from './readings-product.ts';
import type { Reading } from './reading.ts';

/** @returns all the readings of a text, distinct, `text` first. */
export function scalarReadings(text: string): readonly Reading[] {
  const trimmed = text.trim();
  const readings: Reading[] = [value(text, 'text')];
  if (trimmed !== text) readings.push(value(trimmed, 'trimmed text'));
  const number = numberIn(trimmed);
  if (number !== undefined) readings.push(value(number, 'number'));
  const boolean = BOOLEANS.get(trimmed.toLowerCase());
  if (boolean !== undefined) readings.push(value(boolean, 'boolean'));
  if (NULLS.has(trimmed.toLowerCase())) readings.push(value(null, 'null'), ABSENT);
  if (trimmed === '') readings.push(...EMPTY);
  return [...readings, ...jsonIn(trimmed)];
}

/** An empty field is also a flag that is set, a box that is not ticked, and zero to those who convert without looking. */
const EMPTY: readonly Reading[] = [
  value(true, 'empty as a flag'),
  value(false, 'empty as false'),
  value(0, 'empty as zero'),
  value([], 'empty list'),
  value({}, 'empty object'),
];

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['true', '1', 'on', 'yes', 't', 'y'].map((spelling) => [spelling, true] as const),
  ...['false', '0', 'off', 'no', 'f', 'n'].map((spelling) => [spelling, false] as const),
]);

const NULLS: ReadonlySet<string> = new Set(['', 'null', 'nil', 'none', 'undefined']);

/**
 * A number as any of the usual parsers reads it: JSON's syntax, a plus sign, leading zeros, a bare
 * or missing fraction, `_` between digits, hexadecimal, octal and binary, digits of other scripts.
 */
function numberIn(trimmed: string): number | undefined {
  if (!/\p{Nd}/u.test(trimmed)) return undefined;
  const ascii = trimmed.replace(/[^\P{Nd}0-9]/gu, digitOf).replace(/(?<=\d)_(?=\d)/g, '');
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(ascii)) return finite(Number(ascii));
  const based = /^([+-]?)(0(?:[xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+))$/.exec(ascii);
  if (based === null) return undefined;
  return finite(Number(based[2]) * (based[1] === '-' ? -1 : 1));
}

function finite(number: number): number | undefined {
  return Number.isFinite(number) ? number : undefined;
}

/** Decimal digits stand in runs of ten that begin at zero. @see Unicode 15, section 4.6 */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= MATHEMATICAL_ZERO && code < MATHEMATICAL_ZERO + 50)
    return String((code - MATHEMATICAL_ZERO) % 10);
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

/** Five runs stand here without a gap. */
const MATHEMATICAL_ZERO = 0x1d7ce;

/** A list, an object, or quoted text written as JSON. */
function jsonIn(trimmed: string): readonly Reading[] {
  if (!/^[[{"]/.test(trimmed)) return [];
  try {
    return [value(JSON.parse(trimmed), 'JSON in the text')];
  } catch {
    return [];
  }
}

function value(read: unknown, how: string): Reading {
  return { kind: 'value', value: read, how };
}
