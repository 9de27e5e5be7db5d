/**
 * The headers of an answer as they were written: order, casing and repetitions are evidence, which
 * a dictionary of headers would lose.
 */
import type { Dispatcher } from 'undici';
import type { HeaderField } from '../wire/request.ts';

/** Names and values in the order received; bytes beyond ASCII are read as Latin-1 (RFC 9110, 5.5). */
export function headerFields(
  raw: Dispatcher.DispatchController['rawHeaders'],
): readonly HeaderField[] {
  if (!Array.isArray(raw)) return [];
  const fields: HeaderField[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2)
    fields.push([latin1(raw[index]), withoutBlanksAtEnd(latin1(raw[index + 1]))]);
  return fields;
}

const latin1 = (value: Buffer | string | undefined): string =>
  typeof value === 'object' ? value.toString('latin1') : (value ?? '');

/** They are no part of the value (RFC 9110, 5.5); undici takes off only those in front. */
function withoutBlanksAtEnd(value: string): string {
  let end = value.length;
  while (end > 0 && (value[end - 1] === ' ' || value[end - 1] === '\t')) end -= 1;
  return end === value.length ? value : value.slice(0, end);
}
