/**
 * In which members two versions of a request differ, and requests that take only some of them: how
 * a failing request is told from the plain one beside it.
 */
import { placeBelow } from '../spec/place.ts';
import type { RequestValues } from '../wire/request.ts';
import { valueAt, withValueAt, type ValuePlace } from './values-at.ts';

/** Objects below this depth, and arrays, are told apart whole. */
const MAX_DEPTH = 4;

const LOCATIONS = ['path', 'query', 'header', 'cookie'] as const;

/** @returns the members of `changed` that are not as in `base`, or that only one of the two has. */
export function differingMembers(
  base: RequestValues,
  changed: RequestValues,
): readonly ValuePlace[] {
  const parameters = LOCATIONS.flatMap((location) =>
    differences(base[location], changed[location], '', 1).map((pointer) => ({
      in: location,
      pointer,
    })),
  );
  if (base.body === undefined || changed.body === undefined) return parameters;
  const inBody = differences(base.body.value, changed.body.value, '', MAX_DEPTH);
  return [...parameters, ...inBody.map((pointer) => ({ in: 'body' as const, pointer }))];
}

/** @returns `base` with those members as `changed` has them. */
export function withMembers(
  base: RequestValues,
  changed: RequestValues,
  members: readonly ValuePlace[],
): RequestValues {
  return members.reduce(
    (values, member) => withValueAt(values, member, valueAt(changed, member)),
    base,
  );
}

function differences(a: unknown, b: unknown, pointer: string, depth: number): readonly string[] {
  // Versions of one request share the members that neither changes.
  if (Object.is(a, b)) return [];
  if (!isObject(a) || !isObject(b) || depth === 0) {
    return JSON.stringify(a) === JSON.stringify(b) ? [] : [pointer];
  }
  const found: string[] = [];
  const compare = (name: string): void => {
    const [one, other] = [own(a, name), own(b, name)];
    if (!Object.is(one, other))
      found.push(...differences(one, other, placeBelow(pointer, name), depth - 1));
  };
  for (const name of Object.keys(a)) compare(name);
  for (const name of Object.keys(b)) if (!Object.hasOwn(a, name)) compare(name);
  return found;
}

function own(object: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
