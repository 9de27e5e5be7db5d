/**
 * JSON without loss: an integer too large for a double is kept as a bigint, so that a number sent
 * comes back digit for digit (RFC 8259, section 6).
 */
export type Json =
  null | boolean | number | bigint | string | readonly Json[] | { readonly [name: string]: Json };

export type JsonObject = Readonly<Record<string, Json>>;

/** @returns the text of a value, bigints written out in full. */
export function writeJson(value: Json): string {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(writeJson).join(',')}]`;
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}:${writeJson(member)}`,
  );
  return `{${members.join(',')}}`;
}

/** @returns whether a value is an array. */
export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** @returns whether a value is an object. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns a text as it is, anything else as JSON; nothing for what is not there. */
export function asText(value: Json | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : writeJson(value);
}

/** @returns the items of a list as texts; nothing for what is no list. */
export function textsIn(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly Json[]).map(asText) : [];
}
