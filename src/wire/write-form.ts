/**
 * An object written as application/x-www-form-urlencoded (OAS 3.1.0, section 4.8.14.3; RFC 1866,
 * section 8.2.1).
 */
import type { MediaType } from '../spec/api.ts';
import { expandPairs } from './expand-style.ts';
import type { Pair } from './expand-style.ts';
import { formMembers, formProperty } from './form-property.ts';
import { encodeFormText, encodeReserved } from './percent-encoding.ts';
import { isRecord, itemsOf, textOf } from './value-text.ts';

/** @returns the text of a form; a value without members goes out as its text. */
export function formText(value: unknown, declared: MediaType | undefined): string {
  if (!isRecord(value)) return textOf(value);
  return formMembers(value)
    .flatMap((name) => propertyPairs(name, value[name], declared))
    .map(([name, text]) => `${name}=${text}`)
    .join('&');
}

function propertyPairs(
  name: string,
  value: unknown,
  declared: MediaType | undefined,
): readonly Pair[] {
  const property = formProperty(declared, name);
  const encodedName = encodeFormText(name);
  if (property.kind === 'style') {
    const { style, explode, allowReserved } = property;
    const encode = allowReserved ? encodeReserved : encodeFormText;
    return expandPairs(value, { name: encodedName, style, explode, encode });
  }
  if (property.isJson) return [[encodedName, encodeFormText(JSON.stringify(value))]];
  const items = Array.isArray(value) ? itemsOf(value) : [value];
  return items.map((item) => [encodedName, encodeFormText(contentText(item))]);
}

/** A scalar as its text; all else, an empty object too, as JSON. */
function contentText(value: unknown): string {
  return isRecord(value) || Array.isArray(value) ? JSON.stringify(value) : textOf(value);
}
