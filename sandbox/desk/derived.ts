// A list worked out from a table and kept until the table changes, so that reads in a row cost nothing.
import type { Table } from './table.ts';

/** A function that computes from the rows once per version of the table. */
export function derive<K, V, R>(table: Table<K, V>, compute: (rows: Iterable<V>) => R): () => R {
  let kept: { readonly version: number; readonly result: R } | null = null;
  return () => {
    if (kept?.version !== table.version)
      kept = { version: table.version, result: compute(table.values()) };
    return kept.result;
  };
}
