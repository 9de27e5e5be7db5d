/**
 * What a schema and its subschemas have looked at in one value, which `unevaluatedItems` and
 * `unevaluatedProperties` ask for (JSON Schema 2020-12, section 11).
 */

export interface Evaluated {
  readonly names: Set<string>;
  readonly items: Set<number>;
}

/** @returns a record of nothing seen. */
export function fresh(): Evaluated {
  return { names: new Set(), items: new Set() };
}

/** Adds what a passing subschema has seen. */
export function absorb(into: Evaluated, seen: Evaluated): void {
  for (const name of seen.names) into.names.add(name);
  for (const index of seen.items) into.items.add(index);
}
