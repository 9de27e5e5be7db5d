/** The six types of JSON values, by which text is read and schemas are asked what they take (RFC 8259, section 3). */

export const JSON_TYPES = ['null', 'boolean', 'number', 'string', 'array', 'object'] as const;

export type JsonType = (typeof JSON_TYPES)[number];

/** @returns the type of a JSON value; bytes count as text, as schemas see them. */
export function jsonTypeOf(value: unknown): JsonType {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Uint8Array) return 'string';
  switch (typeof value) {
    case 'boolean':
      return 'boolean';
    case 'number':
    case 'bigint':
      return 'number';
    case 'object':
      return 'object';
    default:
      return 'string';
  }
}
