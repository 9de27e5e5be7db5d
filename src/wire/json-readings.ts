/**
 * The values of a JSON text: by its JSON types alone, but for members that stand twice, of which
 * parsers take the first or the last (RFC 8259, section 4).
 */
import { ABSENT, distinct } from './readings-product.ts';
import type { Alternatives } from './readings-product.ts';
import type { Reading } from './reading.ts';
import { isRecord } from './value-text.ts';

/** @returns the readings of a JSON text; incomplete where it is no JSON, as nobody knows what a forgiving parser makes of it. */
export function jsonReadings(text: string): Alternatives {
  let last: unknown;
  try {
    last = JSON.parse(text);
  } catch {
    return { readings: [{ kind: 'value', value: text, how: 'text' }], complete: false };
  }
  const readings: Reading[] = [{ kind: 'value', value: last, how: 'JSON' }];
  // Frameworks hand on a body of null as no body at all.
  if (last === null) readings.push(ABSENT);
  if (hasRepeatedMembers(text, last))
    readings.push({
      kind: 'value',
      value: firstMembers(text),
      how: 'JSON, first of repeated members',
    });
  return distinct(readings);
}

/** Fewer names than colons outside of texts: some name was written over. */
function hasRepeatedMembers(text: string, value: unknown): boolean {
  const colons = text.replace(/"(?:[^"\\]|\\.)*"/g, '').split(':').length - 1;
  return colons > countMembers(value);
}

function countMembers(value: unknown): number {
  let count = 0;
  const open: unknown[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) for (const item of next) open.push(item);
    else if (isRecord(next))
      for (const member of Object.values(next)) {
        count += 1;
        open.push(member);
      }
  }
  return count;
}

/** The JSON value with the first of each repeated member; the text is known to be JSON. */
function firstMembers(text: string): unknown {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[[\]{}:,]|[^\s[\]{}:,"]+/g) ?? [];
  let at = 0;
  const read = (): unknown => {
    const token = tokens[at++] ?? '';
    if (token === '[') return readList();
    return token === '{' ? readMembers() : (JSON.parse(token) as unknown);
  };
  const readList = (): unknown[] => {
    const items: unknown[] = [];
    while (tokens[at] !== ']') {
      items.push(read());
      if (tokens[at] === ',') at += 1;
    }
    at += 1;
    return items;
  };
  const readMembers = (): unknown => {
    const members = new Map<string, unknown>();
    while (tokens[at] !== '}') {
      const name = JSON.parse(tokens[at] ?? '') as string;
      at += 2;
      const value = read();
      if (!members.has(name)) members.set(name, value);
      if (tokens[at] === ',') at += 1;
    }
    at += 1;
    return Object.fromEntries(members);
  };
  return read();
}
