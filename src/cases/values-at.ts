/**
 * Reads and replaces one member of a request's values by location and JSON pointer (RFC 6901);
 * every change is a new value.
 */
import { pointerTokens } from '../spec/place.ts';
import type { ParameterLocation } from '../spec/api.ts';
import type { RequestValues } from '../wire/request.ts';

/** A member of a request's values. */
export interface ValuePlace {
  readonly in: ParameterLocation | 'body';
  readonly pointer: string;
}

/** @returns the member, or undefined where it is not there. */
export function valueAt(values: RequestValues, at: ValuePlace): unknown {
  let value: unknown = at.in === 'body' ? values.body?.value : values[at.in];
  for (const token of pointerTokens(at.pointer)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.hasOwn(value, token)
      ? (value as Readonly<Record<string, unknown>>)[token]
      : undefined;
  }
  return value;
}

/** @returns the values with that member set; `undefined` takes it away (from an array too). */
export function withValueAt(values: RequestValues, at: ValuePlace, value: unknown): RequestValues {
  const tokens = pointerTokens(at.pointer);
  if (at.in !== 'body') {
    const parameters = replaced(values[at.in], tokens, value) as Readonly<Record<string, unknown>>;
    return { ...values, [at.in]: parameters };
  }
  if (values.body === undefined) return values;
  return { ...values, body: { ...values.body, value: replaced(values.body.value, tokens, value) } };
}

type Members = Readonly<Record<string, unknown>>;

function replaced(target: unknown, tokens: readonly string[], value: unknown): unknown {
  const [token, ...rest] = tokens;
  if (token === undefined) return value;
  if (Array.isArray(target)) {
    const items: readonly unknown[] = target;
    const index = Number(token);
    const item = replaced(items[index], rest, value);
    if (item === undefined) return items.filter((_, position) => position !== index);
    return items.map((existing, position) => (position === index ? item : existing));
  }
  const members = (typeof target === 'object' && target !== null ? target : {}) as Members;
  const member = replaced(members[token], rest, value);
  if (member !== undefined) return { ...members, [token]: member };
  return Object.fromEntries(Object.entries(members).filter(([name]) => name !== token));
}
