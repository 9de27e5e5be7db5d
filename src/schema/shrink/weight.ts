/**
 * How big a value is, for shrinking: fewer parts come first, then less text, simpler types, numbers
 * nearer to zero and plainer characters. Every step of shrinking lightens the value, so shrinking
 * comes to an end.
 */
import { isList, isRecord, typeOf, type JsonType } from '../json-value.ts';

/** Compared from the first number on. */
export type Weight = readonly number[];

const RANKS = {
  null: 0,
  boolean: 1,
  number: 3,
  string: 4,
  array: 5,
  object: 6,
} as const satisfies Record<JsonType, number>;

/** @returns the value's weight. */
export function weigh(value: unknown): Weight {
  const total = { parts: 0, text: 0, ranks: 0, magnitude: 0, characters: 0 };
  const addText = (text: string): void => {
    total.text += text.length;
    for (const character of text) total.characters += costOf(character);
  };
  const queue: unknown[] = [value];
  for (let size = queue.length; size > 0; size = queue.length) {
    const part = queue.pop();
    total.parts += 1;
    total.ranks += RANKS[typeOf(part)] + (part === true ? 1 : 0);
    if (typeof part === 'number') total.magnitude += magnitudeOf(part);
    else if (typeof part === 'string') addText(part);
    else if (isList(part)) queue.push(...part);
    else if (isRecord(part))
      for (const [name, member] of Object.entries(part)) {
        addText(name);
        queue.push(member);
      }
  }
  return [total.parts, total.text, total.ranks, total.magnitude, total.characters];
}

/** @returns whether the first weighs less. */
export function isLighter(left: Weight, right: Weight): boolean {
  for (const [index, weight] of left.entries()) {
    const other = right[index] ?? 0;
    if (weight !== other) return weight < other;
  }
  return false;
}

/** Digits after the point make a number harder to read than a unit more. */
function magnitudeOf(value: number): number {
  const fraction = Number.isInteger(value) ? 0 : (String(value).split('.')[1]?.length ?? 1);
  return Math.abs(value) + fraction + (value < 0 ? 0.25 : 0);
}

/** Characters of a kind are alike but for their order. */
function costOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  const kind = KINDS.findIndex(([low, high]) => point >= low && point <= high);
  return (kind < 0 ? KINDS.length : kind) + point / 0x110000;
}

const KINDS = [
  [0x61, 0x7a],
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x20, 0x7e],
] as const;
