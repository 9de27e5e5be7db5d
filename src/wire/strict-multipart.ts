/**
 * The parts of a multipart body read by their content types and the types of its schema, or by style
 * where its Encoding Objects ask for one (OAS 3.1.0, sections 4.8.14.4 and 4.8.15).
 */
import { bytesAsText, parsedOrText, utf8Text } from './body-text.ts';
import { formProperty } from './form-property.ts';
import { isJson } from './media-type.ts';
import { multipartParts } from './multipart-parts.ts';
import type { Part } from './multipart-parts.ts';
import { decodeText } from './percent-encoding.ts';
import type { RawPair } from './raw-pairs.ts';
import { knownMembers, strictForm, takenNames } from './strict-form.ts';
import type { DeclaredForm } from './strict-form.ts';
import { strictText } from './strict-text.ts';
import type { ValueShape } from './value-shape.ts';

/** @returns the object of the parts; the text of a body that is not framed as its Content-Type says. */
export function strictMultipart(
  body: Uint8Array,
  contentType: string,
  form: DeclaredForm,
): unknown {
  const parts = multipartParts(body, contentType);
  if (parts === undefined) return bytesAsText(body);
  const styled = styledMembers(form);
  const pairs = parts.map(partPair);
  const taken = takenNames(pairs, styled, form);
  const plain = parts.filter(({ name }) => !taken.has(name));
  const members = [...new Set(plain.map(({ name }) => name))].map((name) => {
    const own = plain.filter((part) => part.name === name);
    return [name, strictParts(own, form.shape.member(name))] as const;
  });
  const ofStyle = strictForm(
    { pairs: pairs.filter(({ name }) => taken.has(name)), decode: decodeText },
    form,
  );
  return { ...Object.fromEntries(members), ...ofStyle };
}

/** @returns the members of a multipart body that are written by style, as those of other forms are. */
export function styledMembers(form: DeclaredForm): readonly string[] {
  return knownMembers(form).filter((name) => formProperty(form.declared, name).kind === 'style');
}

/** @returns a part as a form has its pairs: its text is not encoded, and what would be taken for an encoding is. */
export function partPair({ name, bytes }: Part): RawPair {
  return { name, raw: bytesAsText(bytes).replace(/[%+]/g, encodeURIComponent) };
}

/** @returns the value of the parts of one name: a list where the shape has no room for a single value, or there are several. */
export function strictParts(parts: readonly Part[], shape: ValueShape): unknown {
  const { types } = shape;
  const isList = types.has('array') && (parts.length > 1 || types.size === 1);
  if (isList) return parts.map((part, index) => strictPart(part, shape.item(index)));
  return parts[0] === undefined ? undefined : strictPart(parts[0], shape);
}

function strictPart({ contentType, bytes, isFile }: Part, shape: ValueShape): unknown {
  if (isJson(contentType) && !isFile) return parsedOrText(utf8Text(bytes));
  const text = bytesAsText(bytes);
  return isFile ? text : strictText(text, shape);
}
