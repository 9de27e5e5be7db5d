/**
 * A value of the description together with where it stands and who depends on it: what every reader
 * in this folder takes and hands on, so that whatever it finds wrong can be located and attributed.
 */
import { type Place, placeBelow } from '../place.ts';
import type { Unit } from './unit.ts';

export interface Part {
  readonly value: unknown;
  readonly place: Place;
  readonly unit: Unit;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** @returns whether a value is a JSON object: no array, no null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns the part's own member, or undefined when it has none of that name. */
export function member(part: Part, key: string): Part | undefined {
  if (!isObject(part.value) || !Object.hasOwn(part.value, key)) return undefined;
  return { value: part.value[key], place: placeBelow(part.place, key), unit: part.unit };
}

/** @returns names and members of an object; none of anything else. */
export function members(part: Part | undefined): readonly (readonly [string, Part])[] {
  if (part === undefined || !isObject(part.value)) return [];
  return Object.entries(part.value).map(
    ([key, value]) =>
      [key, { value, place: placeBelow(part.place, key), unit: part.unit }] as const,
  );
}

/** @returns the items of an array; none of anything else. */
export function items(part: Part | undefined): readonly Part[] {
  if (part === undefined || !Array.isArray(part.value)) return [];
  return part.value.map((value: unknown, index) => ({
    value,
    place: placeBelow(part.place, index),
    unit: part.unit,
  }));
}

/** @returns the member when it is a string. */
export function textMember(part: Part, key: string): string | undefined {
  const value = member(part, key)?.value;
  return typeof value === 'string' ? value : undefined;
}
