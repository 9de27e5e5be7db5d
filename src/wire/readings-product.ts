/**
 * All the ways to read a whole from the ways to read its parts, up to a bound: past it the readings
 * are no longer all there, and what depends on having them all must know.
 */
import type { Reading } from './reading.ts';

/** Ways to read one part of a request. */
export interface Alternatives {
  /** No two say the same. */
  readonly readings: readonly Reading[];
  /** False when some ways were left out. */
  readonly complete: boolean;
}

/** More ways than this to read one whole are not worth trying. */
const MOST_READINGS = 512;

/** @returns the readings of a list whose items are read each in its ways; an absent item is left out. */
export function productOfItems(items: readonly Alternatives[], how: string): Alternatives {
  return product(items, (choice) => {
    const present = choice.flatMap((item) => (item.kind === 'value' ? [item.value] : []));
    return { kind: 'value', value: present, how: described(how, choice) };
  });
}

/** @returns the readings of an object whose members are read each in its ways; an absent member is left out. */
export function productOfMembers(
  members: readonly (readonly [name: string, ways: Alternatives])[],
  how: string,
): Alternatives {
  const ways = members.map(([, alternatives]) => alternatives);
  return product(ways, (choice) => {
    const present = choice.flatMap((member, index) =>
      member.kind === 'value' ? [[members[index]?.[0] ?? '', member.value] as const] : [],
    );
    return { kind: 'value', value: Object.fromEntries(present), how: described(how, choice) };
  });
}

/** @returns all the ways of all the sources, each distinct reading once, in order. */
export function union(sources: readonly Alternatives[]): Alternatives {
  const [first] = sources;
  if (sources.length === 1 && first !== undefined) return first;
  const { readings, complete } = distinct(sources.flatMap((source) => source.readings));
  return { readings, complete: complete && sources.every((source) => source.complete) };
}

/** @returns the readings as the only ways, each once. */
export function distinct(readings: readonly Reading[]): Alternatives {
  const byValue = new Map<string, Reading>();
  for (const reading of readings) {
    const key = keyOf(reading);
    if (!byValue.has(key)) byValue.set(key, reading);
  }
  const all = [...byValue.values()];
  return { readings: all.slice(0, MOST_READINGS), complete: all.length <= MOST_READINGS };
}

/** @returns the reading as the only way. */
export function only(reading: Reading): Alternatives {
  return { readings: [reading], complete: true };
}

export const ABSENT: Reading = { kind: 'absent', how: 'not there' };

function product(
  parts: readonly Alternatives[],
  build: (choice: readonly Reading[]) => Reading,
): Alternatives {
  const size = parts.reduce((ways, { readings }) => ways * readings.length, 1);
  const isWhole = parts.every(({ complete }) => complete);
  if (size <= MOST_READINGS)
    return {
      readings: distinct(everyChoice(parts.map(({ readings }) => readings)).map(build)).readings,
      complete: isWhole,
    };
  // The first way of each part is the one its type asks for; the last, the most far-fetched.
  const uniform = [0, -1].map((at) => parts.flatMap(({ readings }) => readings.at(at) ?? []));
  return { readings: distinct(uniform.map(build)).readings, complete: false };
}

function everyChoice(parts: readonly (readonly Reading[])[]): readonly (readonly Reading[])[] {
  return parts.reduce<readonly (readonly Reading[])[]>(
    (choices, readings) =>
      choices.flatMap((choice) => readings.map((reading) => [...choice, reading])),
    [[]],
  );
}

function described(how: string, choice: readonly Reading[]): string {
  const hows = [...new Set(choice.map((reading) => reading.how))].filter(
    (each) => each !== 'text' && each !== ABSENT.how,
  );
  return hows.length === 0 ? how : `${how} of ${hows.join(', ')}`;
}

function keyOf(reading: Reading): string {
  if (reading.kind === 'absent') return 'absent';
  const { value } = reading;
  // No other JSON text begins like a string.
  if (typeof value === 'string') return `"${value}`;
  // JSON has no -0, but a schema can't tell it from 0 either.
  return `=${JSON.stringify(value) ?? ''}`;
}
