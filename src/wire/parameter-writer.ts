/**
 * An operation's parameters made ready for writing once, so that a request costs a few
 * microseconds: encoded names, chosen styles, and one function per parameter (OAS 3.1.0, section
 * 4.8.12).
 */
import type { Parameter, ParameterLocation } from '../spec/api.ts';
import { expandPairs, expandText } from './expand-style.ts';
import type { Pair, Spelling } from './expand-style.ts';
import { contentText } from './parameter-content.ts';
import { encodeReserved, encodeText } from './percent-encoding.ts';

export interface ParameterWriter {
  readonly name: string;
  /** One text, for a path segment or a header field. */
  readonly text: (value: unknown) => string;
  /** Encoded pairs, for a query or a cookie. */
  readonly pairs: (value: unknown) => readonly Pair[];
}

/** @returns the writer of a declared parameter: by its style, or by the media type of its content. */
export function parameterWriter(parameter: Parameter): ParameterWriter {
  const encode = encodingOf(parameter);
  if (parameter.content !== undefined) return contentWriter(parameter, parameter.content.type);
  return styleWriter(parameter.name, {
    name: encodeName(parameter),
    style: parameter.style,
    explode: parameter.explode,
    encode,
  });
}

/** @returns the writer of a name that the operation does not declare: the default style of its location. */
export function undeclaredWriter(name: string, location: ParameterLocation): ParameterWriter {
  const isForm = location === 'query' || location === 'cookie';
  return styleWriter(name, {
    name: encodeName({ name, in: location }),
    style: isForm ? 'form' : 'simple',
    explode: isForm,
    encode: encodingOf({ in: location, allowReserved: false }),
  });
}

/** @returns the text that one value is sent as, before it is encoded; undefined where its style or media type makes none, or several */
export function oneTextOf(
  { name, style, explode, content }: Parameter,
  value: unknown,
): string | undefined {
  const isOne = style === 'simple' || (style === 'form' && !explode);
  if (content !== undefined || !isOne) return undefined;
  return expandText(value, { name, style: 'simple', explode, encode: (text) => text });
}

function styleWriter(name: string, spelling: Spelling): ParameterWriter {
  return {
    name,
    text: (value) => expandText(value, spelling),
    pairs: (value) => expandPairs(value, spelling),
  };
}

function contentWriter(parameter: Parameter, mediaType: string): ParameterWriter {
  const encode = encodingOf(parameter);
  const name = encodeName(parameter);
  const text = (value: unknown): string => {
    if (value === undefined) return '';
    return encode(contentText(value, mediaType));
  };
  const pairs = (value: unknown): readonly Pair[] =>
    value === undefined ? [] : [[name, text(value)]];
  return { name: parameter.name, text, pairs };
}

/** Header fields take no percent-encoding; what they can't carry at all is encoded rather than thrown at. */
function encodingOf({
  in: location,
  allowReserved,
}: Pick<Parameter, 'in' | 'allowReserved'>): (text: string) => string {
  if (location === 'header') return encodeForField;
  return location === 'query' && allowReserved ? encodeReserved : encodeText;
}

function encodeName({ name, in: location }: Pick<Parameter, 'name' | 'in'>): string {
  return location === 'header' ? name : encodeText(name);
}

function encodeForField(text: string): string {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text)
    ? text
    : text.replace(/[^\t\x20-\x7e\x80-\xff]+/g, encodeText);
}
