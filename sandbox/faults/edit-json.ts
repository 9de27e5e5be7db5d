// Changing one place inside a JSON answer without touching the rest, by a dotted path; `*` goes through all of an array.
import type { Reply } from '../http/reply.ts';

/** What an edit gives back to leave the member out. */
export const OMIT: unique symbol = Symbol('omit');

type Members = Readonly<Record<string, unknown>>;

/** Changes the value at a place; `holder` is the object it stands in. */
export type Edit = (value: unknown, holder: Members) => unknown;

/** The value with the edit applied wherever the path leads; a path that leads nowhere changes nothing. */
export function editAt(value: unknown, path: string, edit: Edit): unknown {
  const names = path === '' ? [] : path.split('.');
  return names.length === 0 ? edit(value, {}) : descend(value, names, edit);
}

/** A JSON reply with one place changed. */
export function editReply(reply: Reply, path: string, edit: Edit): Reply {
  if (reply.body.kind !== 'json') return reply;
  return { ...reply, body: { kind: 'json', value: editAt(reply.body.value, path, edit) } };
}

/** The JSON of a reply; undefined when it has none. */
export function jsonOf({ body }: Reply): unknown {
  return body.kind === 'json' ? body.value : undefined;
}

/** A member of a JSON object; undefined for anything else. */
export function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Members)[name];
}

function descend(value: unknown, [name = '', ...rest]: readonly string[], edit: Edit): unknown {
  if (name === '*') {
    if (!Array.isArray(value)) return value;
    return value.map((item: unknown) =>
      rest.length === 0 ? edit(item, {}) : descend(item, rest, edit),
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const holder = value as Members;
  if (!Object.hasOwn(holder, name)) return value;
  const changed =
    rest.length === 0 ? edit(holder[name], holder) : descend(holder[name], rest, edit);
  if (changed !== OMIT) return { ...holder, [name]: changed };
  return Object.fromEntries(Object.entries(holder).filter(([key]) => key !== name));
}
