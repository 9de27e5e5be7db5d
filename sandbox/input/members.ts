// Objects of a body read by a table of their members. Members that the table does not have are ignored, and named, so that
// the answer can warn of them; members of the wrong type are named too, so that a rule can refuse them.
import { INVALID, type Read, type Reader } from './reader.ts';

export type MemberTable = Readonly<Record<string, Reader<unknown>>>;

/** The members that were there, typed by the table. */
export type MembersOf<T extends MemberTable> = { readonly [K in keyof T]?: Read<T[K]> };

export interface ReadMembers<T extends MemberTable> {
  readonly values: MembersOf<T>;
  readonly unknown: readonly string[];
  readonly invalid: readonly string[];
}

/** Reads the members of an object by a table. */
export function readMembers<T extends MemberTable>(
  source: Readonly<Record<string, unknown>>,
  table: T,
): ReadMembers<T> {
  const values: Record<string, unknown> = {};
  const unknown: string[] = [];
  const invalid: string[] = [];
  for (const [name, value] of Object.entries(source)) {
    const reader = Object.hasOwn(table, name) ? table[name] : undefined;
    if (reader === undefined) {
      unknown.push(name);
      continue;
    }
    const read = reader(value);
    if (read === INVALID) invalid.push(name);
    else values[name] = read;
  }
  // Each value was read by the reader of its own name.
  return { values: values as MembersOf<T>, unknown, invalid };
}

/** An object without some of its members. */
export function withoutMembers<T extends object, N extends keyof T>(
  source: T,
  ...names: readonly N[]
): Omit<T, N> {
  const kept = Object.entries(source).filter(([name]) => !names.some((left) => left === name));
  // What is left has every member but the named ones.
  return Object.fromEntries(kept) as Omit<T, N>;
}
