/**
 * What JSON values are, as every part of the room sees them: six types, equality by value, length
 * in code points. It exists so that no two parts disagree on whether 1 is 1.0 (JSON Schema
 * 2020-12, section 4.2).
 */

export const JSON_TYPES = ['null', 'boolean', 'number', 'string', 'array', 'object'] as const;

/** The six types of the data model; an integer is a number without a fraction. */
export type JsonType = (typeof JSON_TYPES)[number];

/** A plain object's view as JSON sees it. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** @returns the JSON type of a value that came from JSON; `undefined` and the like count as null. */
export function typeOf(value: unknown): JsonType {
  switch (typeof value) {
    case 'boolean':
      return 'boolean';
    case 'number':
      return 'number';
    case 'string':
      return 'string';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? 'array' : 'object';
    default:
      return 'null';
  }
}

/** @returns whether the value is a JSON object. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns whether the value is a JSON array, its members still unknown. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** @returns one text for all values that JSON Schema calls equal: members sorted, -0 as 0. */
export function identityOf(value: unknown): string {
  if (isList(value)) return `[${value.map(identityOf).join(',')}]`;
  if (isRecord(value)) {
    const members = Object.keys(value)
      .sort()
      .map((name) => `${JSON.stringify(name)}:${identityOf(value[name])}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** @returns whether two values are equal as JSON Schema has it. */
export function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object') return false;
  return identityOf(left) === identityOf(right);
}

/** @returns the length in code points, which is what `minLength` and `maxLength` count. */
export function lengthOf(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; length += 1)
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return length;
}

/** @returns whether the object has that member itself, `__proto__` and `toString` included. */
export function hasMember(value: JsonRecord, name: string): boolean {
  return Object.prototype.hasOwnProperty.call(value, name);
}

/** Sets a member even where its name is `__proto__`, which plain assignment would lose. */
export function setMember(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(target, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else target[name] = value;
}
