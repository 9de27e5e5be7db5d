/** The parts of a multipart body read by their content types and the types of its schema (OAS 3.1.0, section 4.8.14.4). */
import { bytesAsText, parsedOrText, utf8Text } from './body-text.ts';
import { isJson } from './media-type.ts';
import { multipartParts } from './multipart-parts.ts';
import type { Part } from './multipart-parts.ts';
import { strictText } from './strict-text.ts';
import type { ValueShape } from './value-shape.ts';

/** @returns the object of the parts; the text of a body that is not framed as its Content-Type says. */
export function strictMultipart(body: Uint8Array, contentType: string, shape: ValueShape): unknown {
  const parts = multipartParts(body, contentType);
  if (parts === undefined) return bytesAsText(body);
  const names = [...new Set(parts.map(({ name }) => name))];
  return Object.fromEntries(
    names.map((name) => {
      const own = parts.filter((part) => part.name === name);
      return [name, strictParts(own, shape.member(name))];
    }),
  );
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
