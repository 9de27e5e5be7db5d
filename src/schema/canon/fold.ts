/**
 * Folds the atoms of one type into a shape, or finds the two of them that clash. Only what shows on
 * the surface is found here; whether required members and items can exist is the solver's question.
 */
import type { JsonType } from '../json-value.ts';
import { atomsOf, type Atom, type Clash, type Origin } from './atom.ts';
import type { Shape } from './branch.ts';
import { foldArray, foldObject } from './fold-containers.ts';
import { foldNumber } from './fold-number.ts';
import { foldString } from './fold-string.ts';

export type Folded =
  | { readonly kind: 'shape'; readonly shape: Shape }
  | { readonly kind: 'clash'; readonly clash: Clash };

/** @returns the shape of all values of the type that satisfy every atom; `among` is not folded. */
export function fold(type: JsonType, atoms: readonly Atom[]): Folded {
  switch (type) {
    case 'null':
      return { kind: 'shape', shape: { kind: 'values', values: [null] } };
    case 'boolean':
      return { kind: 'shape', shape: { kind: 'values', values: [true, false] } };
    case 'number':
      return foldNumber(atoms);
    case 'string':
      return foldString(atoms);
    case 'array':
      return foldArray(atoms);
    case 'object':
      return foldObject(atoms);
  }
}

/** A bound with the keyword that sets it. */
export interface Bound {
  readonly value: number;
  readonly from: Origin | undefined;
}

/** @returns the tightest `at-least` and `at-most`, or their clash. */
export function foldCounts(
  atoms: readonly Atom[],
): { readonly min: Bound; readonly max: Bound } | { readonly clash: Clash } {
  let min: Bound = { value: 0, from: undefined };
  let max: Bound = { value: Infinity, from: undefined };
  for (const atom of atomsOf(atoms, 'at-least'))
    if (atom.count > min.value) min = { value: atom.count, from: atom.from };
  for (const atom of atomsOf(atoms, 'at-most'))
    if (atom.count < max.value) max = { value: atom.count, from: atom.from };
  if (min.value <= max.value) return { min, max };
  return {
    clash: clashOf(min.from, max.from, `${min.value} or more is not ${max.value} or less.`),
  };
}

/** @returns a clash of two keywords; one of them stands for both where the other is unknown. */
export function clashOf(
  first: Origin | undefined,
  second: Origin | undefined,
  reason: string,
): Clash {
  const nowhere: Origin = { keyword: '', place: '' };
  return { first: first ?? second ?? nowhere, second: second ?? first ?? nowhere, reason };
}

/** @returns the values that the atoms rule out one by one. */
export function exceptionsIn(atoms: readonly Atom[]): readonly unknown[] {
  return atomsOf(atoms, 'except').flatMap((atom) => atom.values);
}
