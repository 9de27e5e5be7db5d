/**
 * The examples of a parameter, a header or a media type: `example`, and `examples` with their values
 * (OAS 3.1.0, section 4.8.19). Those within schemas belong to the schema room.
 */
import type { Example } from '../api.ts';
import { isObject, items, member, members, type Part } from './part.ts';
import { follow } from './follow.ts';
import type { Reading } from './reading.ts';

/** @returns the examples that have a value here; an `externalValue` is not fetched. */
export function readExamples(reading: Reading, part: Part): readonly Example[] {
  const single = member(part, 'example');
  const first = single ? [{ name: 'example', value: single.value, place: single.place }] : [];
  return [...first, ...readNamed(reading, member(part, 'examples'))];
}

function readNamed(reading: Reading, part: Part | undefined): readonly Example[] {
  if (part === undefined) return [];
  if (Array.isArray(part.value)) {
    const message = 'examples must be an object of Example Objects; its items are taken as values';
    reading.report(part, { code: 'wrong-part', message });
    return items(part).map(({ value, place }, index) => ({ name: String(index), value, place }));
  }
  if (!isObject(part.value)) {
    const message = 'examples must be an object of Example Objects; it is left out';
    reading.report(part, { code: 'wrong-part', message });
    return [];
  }
  return members(part).flatMap(([name, entry]) => readExample(reading, name, entry));
}

function readExample(reading: Reading, name: string, entry: Part): readonly Example[] {
  const part = follow(reading, entry, 'the example is left out');
  if (part === undefined) return [];
  const value = member(part, 'value');
  if (value) return [{ name, value: value.value, place: value.place }];
  if (!isObject(part.value)) {
    const message = 'an Example Object must be an object; the example is left out';
    reading.report(part, { code: 'wrong-part', message });
  }
  const [stray] = members(part).filter(([known]) => !isOfExample(known));
  if (stray !== undefined) {
    const message = `an Example Object holds its value under "value" and has no "${stray[0]}"; the example is left out`;
    reading.report(part, { code: 'wrong-part', message });
  }
  return [];
}

/** An example may go without a value; what is no member of it is a value in the wrong place. */
function isOfExample(name: string): boolean {
  return ['summary', 'description', 'externalValue'].includes(name) || name.startsWith('x-');
}
