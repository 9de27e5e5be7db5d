// Typed reading of what stands in the path and the query, refusing by the service's own texts what has the wrong type.
import { invalidAttribute, tooManyValues } from '../refusals/catalogue.ts';
import type { Call } from './call.ts';

/** Items that one call may name. */
export const MAX_IDS = 100;

const INTEGER = /^-?\d+$/;

/** A path id. Ids beyond 2^53 are integers too: they are read inexactly and found nowhere. */
export function pathId(call: Call, name: string): number {
  const value = call.params[name] ?? '';
  if (!INTEGER.test(value))
    throw invalidAttribute(shownName(call, name), 'must be an integer', whereOf(call));
  return Number(value);
}

/** An optional whole number of the query, within its bounds. */
export function queryInteger(
  call: Call,
  name: string,
  { least = 0 }: { readonly least?: number } = {},
): number | null {
  const value = call.query.get(name);
  if (value === undefined) return null;
  if (!INTEGER.test(value)) throw invalidAttribute(name, 'must be an integer', whereOf(call));
  const number = Number(value);
  if (number < least) throw invalidAttribute(name, `must be at least ${least}`, whereOf(call));
  return number;
}

/** An optional boolean of the query. */
export function queryBoolean(call: Call, name: string): boolean | null {
  const value = call.query.get(name);
  if (value === undefined) return null;
  if (/^(?:true|1)$/i.test(value)) return true;
  if (/^(?:false|0)$/i.test(value)) return false;
  throw invalidAttribute(name, 'must be a boolean', whereOf(call));
}

/** An optional word of the query that must be one of a list. */
export function queryWord<W extends string>(
  call: Call,
  name: string,
  words: readonly W[],
): W | null {
  const value = call.query.get(name);
  if (value === undefined) return null;
  const found = words.find((word) => word === value);
  if (found === undefined)
    throw invalidAttribute(name, `must be one of: ${words.join(', ')}`, whereOf(call));
  return found;
}

/** Ids of a comma list, or null when the parameter is absent. Blanks around the commas are taken. */
export function queryIds(call: Call, name = 'ids'): readonly number[] | null {
  const value = call.query.get(name);
  if (value === undefined) return null;
  if (!/^\s*\d+\s*(?:,\s*\d+\s*)*$/.test(value))
    throw invalidAttribute(name, 'must be a comma separated list of integers', whereOf(call));
  const ids = value.split(',').map(Number);
  if (ids.length > MAX_IDS) throw tooManyValues(MAX_IDS);
  return ids;
}

/** `queryIds` of a parameter that must be there. */
export function requiredIds(call: Call, name = 'ids'): readonly number[] {
  const ids = queryIds(call, name);
  if (ids === null) throw invalidAttribute(name, 'is missing', whereOf(call));
  return ids;
}

/** `api/v2/tickets/show`. */
export function whereOf(call: Call): string {
  return `${call.controller}/${call.action}`;
}

// The id at the end of a path is called `id` inside the service; those before it keep their names.
function shownName(call: Call, name: string): string {
  return call.path.endsWith(`/${call.params[name] ?? ''}`) ? 'id' : name;
}
