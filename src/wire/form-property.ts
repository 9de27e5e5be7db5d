/**
 * How one property of a form body goes on the wire: by style where its Encoding Object asks for
 * one, else by content, which is JSON for objects and a field for each item of a list (OAS 3.1.0,
 * sections 4.8.14.3, 4.8.14.4 and 4.8.15).
 */
import type { Encoding, MediaType, ParameterStyle } from '../spec/api.ts';
import { isJson } from './media-type.ts';
import { ownMember } from './value-text.ts';

type FormProperty =
  | {
      readonly kind: 'style';
      readonly style: ParameterStyle;
      readonly explode: boolean;
      readonly allowReserved: boolean;
    }
  /** Each item of a list apart; `isJson` when scalars are JSON too, as an encoding may demand. */
  | { readonly kind: 'content'; readonly isJson: boolean };

/** @returns how a property is written; undeclared ones by the defaults. */
export function formProperty(declared: MediaType | undefined, name: string): FormProperty {
  const encoding = encodingOf(declared, name);
  const { style, explode, allowReserved = false, contentType } = encoding ?? {};
  const isStyled = style !== undefined || explode !== undefined || allowReserved;
  if (!isStyled || ignoresStyles(declared))
    return { kind: 'content', isJson: contentType !== undefined && isJson(contentType) };
  const chosen = style ?? 'form';
  return { kind: 'style', style: chosen, explode: explode ?? chosen === 'form', allowReserved };
}

/** OAS 3.0.3, section 4.7.15: there, styles are for forms without parts alone. */
function ignoresStyles(declared: MediaType | undefined): boolean {
  const isMultipart = /^multipart\//i.test(declared?.type ?? '');
  return isMultipart && declared?.schema?.dialect === 'openapi-3.0';
}

/** @returns the Encoding Object of a property, if it has one. */
export function encodingOf(declared: MediaType | undefined, name: string): Encoding | undefined {
  const encodings = declared?.encoding ?? {};
  return Object.hasOwn(encodings, name) ? encodings[name] : undefined;
}

/** @returns the members of a form's value; none of a value that has no members. */
export function formMembers(value: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(value).filter((name) => {
    const member = ownMember(value, name);
    return member !== undefined && member !== null;
  });
}
