/** Where a required member is missing, another of nearly its name may stand in its place: a hint. */
import type { SchemaError } from '../schema/schemas.ts';
import { nearMiss } from './near-miss.ts';
import { valueAt } from './value-at.ts';

/** @returns one sentence; undefined where nothing is missing or nothing is near. */
export function likelyRename(
  { keyword, expected, at }: SchemaError,
  { value }: { readonly value: unknown },
): string | undefined {
  if (keyword !== 'required' || typeof expected !== 'string') return undefined;
  const object = valueAt(value, at);
  if (typeof object !== 'object' || object === null) return undefined;
  const near = nearMiss(expected, Object.keys(object));
  return near === undefined
    ? undefined
    : `There is a member ${JSON.stringify(near.word)}, which differs in ${near.how}: is it meant?`;
}
