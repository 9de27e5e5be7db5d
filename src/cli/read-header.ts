/** Reads the text of `--header`. A message about it never repeats the value, which may be a secret. */
import type { HeaderField } from '../wire/request.ts';
import { UsageError } from './usage-error.ts';

/** RFC 9110, 5.6.2: what a name is made of. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** RFC 9110, 5.5: visible characters, spaces and tabs; no line ends. */
const VALUE = /^[\t\u0020-\u007e\u0080-\u00ff]*$/;

/** @throws {UsageError} it is no `Name: value` */
export function readHeader(text: string): HeaderField {
  const colon = text.indexOf(':');
  const name = text.slice(0, Math.max(0, colon)).trim();
  const value = text.slice(colon + 1).trim();
  if (!TOKEN.test(name) || !VALUE.test(value))
    throw new UsageError(
      '--header: expected a name, a colon and a value.',
      'Such as --header "X-Trace: 1"; quote it, since it holds a space.',
    );
  return [name, value];
}
