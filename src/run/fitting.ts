/**
 * Whether what the pool holds fits a schema. The same ids are asked about with every request: each
 * is judged once a schema.
 */
import type { Schemas } from '../schema/schemas.ts';
import type { SchemaAt } from '../spec/api.ts';
import type { Identifier } from './pool.ts';

export type Fits = (schema: SchemaAt, value: Identifier) => boolean;

/** Far more than a pool holds of one kind at a time. */
const MOST_KNOWN = 10_000;

/** @returns whether a value may stand where the schema does, in a request. */
export function createFitting(schemas: Schemas): Fits {
  const known = new WeakMap<SchemaAt, Map<Identifier, boolean>>();
  return (schema, value) => {
    const verdicts = known.get(schema) ?? new Map<Identifier, boolean>();
    known.set(schema, verdicts);
    const before = verdicts.get(value);
    if (before !== undefined) return before;
    const fits = schemas.isValid(schema, 'request', value);
    if (verdicts.size < MOST_KNOWN) verdicts.set(value, fits);
    return fits;
  };
}
