/**
 * One schema object's entries under the names of draft 2020-12, each with the name it was written
 * under. Everything in which older dialects merely spell the same thing differently ends here
 * (JSON Schema 2020-12, appendix G; OAS 3.0.3, Schema Object).
 */
import type { DialectTraits } from '../dialect.ts';
import { isList, isRecord, type JsonRecord } from '../json-value.ts';

export interface Entry {
  readonly value: unknown;
  /** Steps from the schema to the value as written. */
  readonly steps: readonly string[];
}

export type Entries = ReadonlyMap<string, Entry>;

const SINCE_2019 = [
  'unevaluatedItems',
  'unevaluatedProperties',
  'dependentSchemas',
  'dependentRequired',
  'minContains',
  'maxContains',
];

/** @returns the schema's entries, renamed where its dialect writes them differently. */
export function entriesOf(
  schema: JsonRecord,
  traits: DialectTraits,
  honoursRefSiblings: boolean,
): Entries {
  const onlyRef =
    traits.ignoresRefSiblings && !honoursRefSiblings && typeof schema['$ref'] === 'string';
  const entries = new Map<string, Entry>();
  for (const [name, value] of Object.entries(onlyRef ? { $ref: schema['$ref'] } : schema))
    entries.set(name, { value, steps: [name] });
  dropLater(entries, traits);
  if (traits.hasItemsList) renameItems(entries);
  if (traits.hasBooleanExclusive) renameExclusive(entries);
  if (traits.isOpenApi) widenNullable(entries);
  splitDependencies(entries);
  return entries;
}

/** Takes away the keywords that the dialect does not have yet, or no more. */
function dropLater(entries: Map<string, Entry>, traits: DialectTraits): void {
  if (!traits.has2019Keywords) for (const name of SINCE_2019) entries.delete(name);
  if (!traits.has2020Keywords)
    for (const name of ['prefixItems', '$dynamicRef']) entries.delete(name);
  if (!traits.hasRecursiveRef) entries.delete('$recursiveRef');
}

function renameItems(entries: Map<string, Entry>): void {
  const items = entries.get('items');
  const rest = entries.get('additionalItems');
  entries.delete('additionalItems');
  if (items === undefined || !isList(items.value)) return;
  entries.delete('items');
  entries.set('prefixItems', items);
  if (rest !== undefined) entries.set('items', rest);
}

const BOUNDS = [
  ['minimum', 'exclusiveMinimum'],
  ['maximum', 'exclusiveMaximum'],
] as const;

function renameExclusive(entries: Map<string, Entry>): void {
  for (const [bound, exclusive] of BOUNDS) {
    const flag = entries.get(exclusive);
    if (typeof flag?.value !== 'boolean') continue;
    entries.delete(exclusive);
    const entry = entries.get(bound);
    if (!flag.value || entry === undefined) continue;
    entries.delete(bound);
    entries.set(exclusive, entry);
  }
}

/** `nullable` acts on `type` alone; without one it has no effect (OAS 3.0.3, its clarification). */
function widenNullable(entries: Map<string, Entry>): void {
  const type = entries.get('type');
  if (entries.get('nullable')?.value !== true || type === undefined) return;
  const names: readonly unknown[] = isList(type.value) ? type.value : [type.value];
  if (!names.includes('null'))
    entries.set('type', { value: [...names, 'null'], steps: type.steps });
}

/** `dependencies` lives on in every dialect, as the two keywords that took its place. */
function splitDependencies(entries: Map<string, Entry>): void {
  const entry = entries.get('dependencies');
  if (!isRecord(entry?.value)) return;
  const lists: Record<string, unknown> = {};
  const schemas: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(entry.value))
    Object.defineProperty(isList(value) ? lists : schemas, name, { value, enumerable: true });
  if (Object.keys(lists).length > 0 && !entries.has('dependentRequired'))
    entries.set('dependentRequired', { value: lists, steps: entry.steps });
  if (Object.keys(schemas).length > 0 && !entries.has('dependentSchemas'))
    entries.set('dependentSchemas', { value: schemas, steps: entry.steps });
}
