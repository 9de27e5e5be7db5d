// Readers of single members of a body: each takes what JSON brought and gives the value, or INVALID when the type is not
// the member's. They are strict on purpose: a number is no text and "5" is no number.

export const INVALID: unique symbol = Symbol('invalid');

export type Reader<T> = (value: unknown) => T | typeof INVALID;

/** What a reader gives when it does not refuse. */
export type Read<R> = R extends Reader<infer T> ? T : never;

export const text: Reader<string> = (value) => (typeof value === 'string' ? value : INVALID);

export const flag: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : INVALID);

/** A boolean that examples also write as text. */
export const looseFlag: Reader<boolean> = (value) =>
  value === true || value === 'true'
    ? true
    : value === false || value === 'false'
      ? false
      : INVALID;

export const integer: Reader<number> = (value) =>
  typeof value === 'number' && Number.isInteger(value) ? value : INVALID;

/** A whole number from 0. */
export const count: Reader<number> = (value) => {
  const number = integer(value);
  return number === INVALID || number < 0 ? INVALID : number;
};

/** An id: a positive whole number. */
export const id: Reader<number> = (value) => {
  const number = integer(value);
  return number === INVALID || number < 1 ? INVALID : number;
};

/** An id that may be written as text, as people lists and X ids are. */
export const looseId: Reader<number> = (value) =>
  typeof value === 'string' && /^\d{1,20}$/.test(value) ? id(Number(value)) : id(value);

/** Something with an at sign between two parts without blanks. */
export const email: Reader<string> = (value) =>
  typeof value === 'string' && value.length <= 320 && /^[^\s@]+@[^\s@]+$/.test(value)
    ? value
    : INVALID;

/** A JSON object. */
export const record: Reader<Readonly<Record<string, unknown>>> = (value) =>
  isRecord(value) ? value : INVALID;

/** True for a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One of a few words. */
export function word<W extends string>(words: readonly W[]): Reader<W> {
  return (value) => words.find((known) => known === value) ?? INVALID;
}

/** The same, or null. */
export function nullable<T>(reader: Reader<T>): Reader<T | null> {
  return (value) => (value === null ? null : reader(value));
}

/** An array of the same. */
export function arrayOf<T>(reader: Reader<T>): Reader<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) return INVALID;
    const items: T[] = [];
    for (const item of value) {
      const read = reader(item);
      if (read === INVALID) return INVALID;
      items.push(read);
    }
    return items;
  };
}

/** An array of the same, or one of them alone. */
export function oneOrMore<T>(reader: Reader<T>): Reader<readonly T[]> {
  const many = arrayOf(reader);
  return (value) => (Array.isArray(value) ? many(value) : many([value]));
}
