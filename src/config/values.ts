/** Values that operations are given: as users write them, and as a run takes them. */
import type { ValuesByOperation } from '../run/options.ts';

/** operationId to parameter to a value or a list of values. */
export type Values = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** @returns each value as a list: what is no list is a list of one. */
export function valuesByOperation(values: Values): ValuesByOperation {
  return mapMembers(values, (parameters) =>
    mapMembers(parameters, (value) => (Array.isArray(value) ? (value as unknown[]) : [value])),
  );
}

/** @returns all of them; later ones win, parameter by parameter. */
export function mergeValues(...sources: readonly ValuesByOperation[]): ValuesByOperation {
  const merged: Record<string, Readonly<Record<string, readonly unknown[]>>> = {};
  for (const [operation, parameters] of sources.flatMap((source) => Object.entries(source)))
    merged[operation] = { ...merged[operation], ...parameters };
  return merged;
}

function mapMembers<A, B>(
  members: Readonly<Record<string, A>>,
  change: (member: A) => B,
): Readonly<Record<string, B>> {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, change(value)]));
}
