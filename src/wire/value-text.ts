/**
 * The text of a value where the wire has no types: scalars as JSON spells them, nested structures
 * as JSON text, since no style says how to write them (OAS 3.1.0, section 4.8.12.3; RFC 6570,
 * section 2.3). Undefined and null have no text: what they name is not sent.
 */

/** @returns the text of a scalar, JSON text of anything deeper; null and undefined give an empty text. */
export function textOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
    case 'bigint':
      return Object.is(value, -0) ? '0' : String(value);
    default:
      if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
      return isSent(value) ? (JSON.stringify(value) ?? '') : '';
  }
}

/** @returns whether a style sends the value at all: RFC 6570 leaves out undefined, null and empty structures. */
export function isSent(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.some(isPresent);
  if (value instanceof Uint8Array) return true;
  return membersOf(value).length > 0;
}

/** @returns the members of a list that are sent. */
export function itemsOf(list: readonly unknown[]): readonly unknown[] {
  return list.every(isPresent) ? list : list.filter(isPresent);
}

/** @returns the members of an object that are sent, as name and value. */
export function membersOf(object: object): readonly (readonly [string, unknown])[] {
  return Object.entries(object).filter(([, value]) => isPresent(value));
}

/** @returns whether the value is an object with members: not null, no list, no bytes. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Uint8Array)
  );
}

/** @returns an own member of the record; what every object inherits is not one of its values. */
export function ownMember(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** @returns the text as UTF-8. */
export function utf8(text: string): Buffer {
  return Buffer.from(text, 'utf8');
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}
