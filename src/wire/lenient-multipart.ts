/**
 * Every value that a lenient server may take the parts of a multipart body for: each part as JSON,
 * text or bytes, the first, the last or all of a repeated name (RFC 7578).
 */
import { jsonReadings } from './json-readings.ts';
import { pairWays } from './lenient-pairs.ts';
import { textReadings } from './lenient-text.ts';
import { isJson } from './media-type.ts';
import { multipartParts } from './multipart-parts.ts';
import type { Part } from './multipart-parts.ts';
import { decodeText } from './percent-encoding.ts';
import { claimedBeside } from './raw-pairs.ts';
import { only, productOfItems, productOfMembers, union } from './readings-product.ts';
import type { Alternatives } from './readings-product.ts';
import { bytesAsText, utf8Text } from './body-text.ts';
import { takenNames } from './strict-form.ts';
import type { DeclaredForm } from './strict-form.ts';
import { partPair, strictParts, styledMembers } from './strict-multipart.ts';
import type { ValueShape } from './value-shape.ts';
import { formField } from './wire-field.ts';

/** @returns the readings of a multipart body; incomplete where it is not framed as its Content-Type says. */
export function multipartWays(
  body: Uint8Array,
  contentType: string,
  form: DeclaredForm,
): Alternatives {
  const parts = multipartParts(body, contentType);
  if (parts === undefined)
    return {
      readings: [{ kind: 'value', value: bytesAsText(body), how: 'text' }],
      complete: false,
    };
  const styled = styledMembers(form);
  const names = [...new Set(parts.map(({ name }) => name))];
  const pairs = parts.map(partPair);
  const taken = takenNames(pairs, styled, form);
  const ofMember = (name: string): Alternatives => {
    const own = parts.filter((part) => part.name === name);
    const plain = (): Alternatives => namedWays(own, form.shape.member(name));
    if (!styled.includes(name)) return plain();
    const claimed = claimedBeside(name, styled);
    const source = { pairs, decode: decodeText, decodings: [decodeText], claimed };
    const ways = pairWays(source, formField(name, form.declared, form.shape));
    return own.length === 0 ? ways : union([ways, plain()]);
  };
  const readAs = (members: readonly string[]): Alternatives =>
    productOfMembers(
      [...new Set([...styled, ...members])].map((name) => [name, ofMember(name)]),
      'multipart',
    );
  const own = names.filter((name) => !taken.has(name));
  return own.length === names.length ? readAs(names) : union([readAs(own), readAs(names)]);
}

function namedWays(parts: readonly Part[], shape: ValueShape): Alternatives {
  const declared = only({ kind: 'value', value: strictParts(parts, shape), how: 'as declared' });
  const single = [parts[0], parts.at(-1)].flatMap((part) =>
    part === undefined ? [] : [partWays(part, shape)],
  );
  const list = productOfItems(
    parts.map((part, index) => partWays(part, shape.item(index))),
    'repeated name',
  );
  return union([declared, ...single, ...(shape.types.has('array') ? [list] : [])]);
}

function partWays({ contentType, bytes }: Part, shape: ValueShape): Alternatives {
  const text = textReadings({ raw: bytesAsText(bytes), decodings: [(raw) => raw] }, shape);
  return isJson(contentType) ? union([jsonReadings(utf8Text(bytes)), text]) : text;
}
