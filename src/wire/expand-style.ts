/**
 * The styles that put a value into one text or into name-value pairs: simple, label and matrix for
 * path and header; form, spaceDelimited, pipeDelimited and deepObject for query, cookie and form
 * bodies (OAS 3.1.0, section 4.8.12.2; RFC 6570, section 3.2).
 */
import type { ParameterStyle } from '../spec/api.ts';
import { isRecord, isSent, itemsOf, membersOf, textOf } from './value-text.ts';

/** How a parameter is to be spelled: its encoding differs by location, and by `allowReserved`. */
export interface Spelling {
  /** Already encoded. */
  readonly name: string;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly encode: (text: string) => string;
}

/** A name and its text, both encoded. */
export type Pair = readonly [name: string, text: string];

/** @returns the value as one text, as path segments and header fields take it; empty when nothing is sent. */
export function expandText(value: unknown, spelling: Spelling): string {
  if (!isSent(value)) return '';
  switch (spelling.style) {
    case 'label':
      return `.${delimited(value, spelling, '.')}`;
    case 'matrix':
      return expandMatrix(value, spelling);
    default:
      return delimited(value, spelling, ',');
  }
}

/** @returns the value as the pairs that a query, a cookie or a form takes; none when nothing is sent. */
export function expandPairs(value: unknown, spelling: Spelling): readonly Pair[] {
  if (!isSent(value)) return [];
  const { name, style, explode, encode } = spelling;
  if (style === 'deepObject')
    return isRecord(value) ? bracketPairs(name, value, encode) : explodedPairs(value, spelling);
  if (explode) return explodedPairs(value, spelling);
  const separator = SEPARATORS[style] ?? ',';
  return [[name, delimited(value, { ...spelling, explode: false }, separator, separator)]];
}

/** Between the items of one text; the space and the pipe may not stand in a query as they are. */
const SEPARATORS: Partial<Record<ParameterStyle, string>> = {
  spaceDelimited: '%20',
  pipeDelimited: '%7C',
};

/** Items, or names and values, in one text; `exploded` stands between them when exploded, else `plain`. */
function delimited(
  value: unknown,
  { explode, encode }: Spelling,
  exploded: string,
  plain = ',',
): string {
  if (Array.isArray(value)) {
    const items = itemsOf(value).map((item) => encode(textOf(item)));
    return items.join(explode ? exploded : plain);
  }
  if (!isRecord(value)) return encode(textOf(value));
  const members = membersOf(value).map(
    ([key, member]) => encode(key) + (explode ? '=' : plain) + encode(textOf(member)),
  );
  return members.join(explode ? exploded : plain);
}

/** `;name=value`; an empty text goes without its equals sign. @see RFC 6570, 3.2.7 */
function expandMatrix(value: unknown, spelling: Spelling): string {
  if (spelling.explode && typeof value === 'object')
    return explodedPairs(value, spelling)
      .map(([name, text]) => matrixPart(name, text))
      .join('');
  return matrixPart(spelling.name, delimited(value, spelling, ','));
}

function matrixPart(name: string, text: string): string {
  return text === '' ? `;${name}` : `;${name}=${text}`;
}

/** A pair for each item or member. */
function explodedPairs(value: unknown, { name, encode }: Spelling): readonly Pair[] {
  if (Array.isArray(value)) return itemsOf(value).map((item) => [name, encode(textOf(item))]);
  if (isRecord(value))
    return membersOf(value).map(([key, member]) => [asName(key, encode), encode(textOf(member))]);
  return [[name, encode(textOf(value))]];
}

/** A key that stands before an equals sign holds none of its own, reserved characters or not. */
function asName(key: string, encode: Spelling['encode']): string {
  return encode(key).replaceAll('=', '%3D');
}

/**
 * `name[key]=value`. OAS leaves deeper structures undefined; nested names and `[]` for the items of
 * a list are what the servers that read this form agree on, an index where the items are objects.
 */
function bracketPairs(name: string, value: unknown, encode: Spelling['encode']): readonly Pair[] {
  if (Array.isArray(value))
    return itemsOf(value).flatMap((item, index) =>
      bracketPairs(`${name}%5B${typeof item === 'object' ? index : ''}%5D`, item, encode),
    );
  if (isRecord(value))
    return membersOf(value).flatMap(([key, member]) =>
      bracketPairs(`${name}%5B${asName(key, encode)}%5D`, member, encode),
    );
  return [[name, encode(textOf(value))]];
}
