/**
 * Finds the operations of a description, before any is read: what links name and what problems touch
 * are operations by id, so all ids have to be known first (OAS 3.1.0, sections 4.8.8 and 4.8.9).
 */
import type { Method } from '../api.ts';
import type { Place } from '../place.ts';
import { isObject, member, members, type Part, textMember } from './part.ts';
import { follow } from './follow.ts';
import type { Reading } from './reading.ts';
import { newUnit, noteUse } from './unit.ts';

export interface OperationEntry {
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  /** Where the path itself stands, whatever its path item refers to. */
  readonly pathPlace: Place;
  /** The Operation Object. */
  readonly part: Part;
  /** The path item's `parameters` and `servers`, on behalf of this operation. */
  readonly sharedParameters: Part | undefined;
  readonly sharedServers: Part | undefined;
}

const METHODS = {
  get: 'GET',
  put: 'PUT',
  post: 'POST',
  delete: 'DELETE',
  options: 'OPTIONS',
  head: 'HEAD',
  patch: 'PATCH',
  trace: 'TRACE',
} as const satisfies Record<string, Method>;

const OTHER_FIELDS = new Set(['$ref', 'summary', 'description', 'servers', 'parameters']);

/** @returns the operations in document order, each with an id of its own. */
export function operationEntries(
  reading: Reading,
  paths: Part | undefined,
): readonly OperationEntry[] {
  if (paths === undefined) return [];
  if (!isObject(paths.value)) {
    const message = 'paths must be an object; there is nothing to test';
    reading.report(paths, { code: 'wrong-part', message });
    return [];
  }
  const found = members(paths).flatMap(([path, item]) =>
    path.startsWith('x-') ? [] : pathEntries(reading, path, item),
  );
  return withDistinctIds(reading, found);
}

type FoundOperation = Omit<OperationEntry, 'id'>;

function pathEntries(reading: Reading, key: string, item: Part): readonly FoundOperation[] {
  const path = key.startsWith('/') ? key : `/${key}`;
  if (path !== key) {
    const message = `path "${key}" must begin with a slash; it is read as ${path}`;
    reading.report(item, { code: 'wrong-part', message });
  }
  const layers = pathItemLayers(reading, item);
  return layers.flatMap((layer, depth) =>
    members(layer).flatMap(([field, value]) => {
      const isShadowed = layers.slice(0, depth).some((upper) => member(upper, field) !== undefined);
      if (isShadowed || !isOperation(reading, field, value)) return [];
      const unit = newUnit(`${field} ${path}`);
      // Not unitAt: a path item that two paths refer to holds two operations at one place.
      reading.placeUnit(value.place, unit);
      if (layer.unit !== item.unit) noteUse(unit, layer.unit);
      const shared = (name: string): Part | undefined => {
        const part = layers.map((upper) => member(upper, name)).find((found) => found);
        return part && { ...part, unit };
      };
      return [
        {
          method: METHODS[field as keyof typeof METHODS],
          path,
          pathPlace: item.place,
          part: { ...value, unit },
          sharedParameters: shared('parameters'),
          sharedServers: shared('servers'),
        },
      ];
    }),
  );
}

/** A path item and what its `$ref` leads to; what stands beside the `$ref` comes first and wins. */
function pathItemLayers(reading: Reading, item: Part): readonly Part[] {
  if (member(item, '$ref') === undefined) {
    if (isObject(item.value)) return [item];
    const message = 'a path item must be an object; it is left out';
    reading.report(item, { code: 'wrong-part', message });
    return [];
  }
  const target = follow(reading, item, 'what it holds is not tested');
  return target === undefined ? [item] : [item, target];
}

function isOperation(reading: Reading, field: string, part: Part): boolean {
  if (Object.hasOwn(METHODS, field)) {
    if (isObject(part.value)) return true;
    const message = 'an operation must be an object; it is left out';
    reading.report(part, { code: 'wrong-part', message });
  } else if (!OTHER_FIELDS.has(field) && !field.startsWith('x-')) {
    const message = `a path item has no field "${field}"; it is left out`;
    reading.report(part, { code: 'wrong-part', message });
  }
  return false;
}

function withDistinctIds(
  reading: Reading,
  found: readonly FoundOperation[],
): readonly OperationEntry[] {
  const taken = new Set<string>();
  return found.map((entry) => {
    const given = textMember(entry.part, 'operationId') || undefined;
    const plain = `${entry.method} ${entry.path}`;
    if (given !== undefined && taken.has(given)) {
      const message = `operationId "${given}" is taken; this operation is called "${plain}"`;
      const part = member(entry.part, 'operationId') ?? entry.part;
      reading.report(part, { code: 'duplicate-operation-id', message });
    }
    const id = given === undefined || taken.has(given) ? plain : given;
    taken.add(id);
    return { id, ...entry };
  });
}
