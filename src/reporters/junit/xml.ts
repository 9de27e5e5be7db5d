/**
 * Writes XML whatever text goes in: characters that XML 1.0 forbids (section 2.2) are written as
 * `\u{…}`, and the rest is escaped by the library.
 */
import { XMLBuilder } from 'fast-xml-parser';

const FORBIDDEN = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * @returns text that XML can hold; a carriage return, which parsers change, becomes a line feed
 * with one and visible without.
 */
export function xmlText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(FORBIDDEN, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** @returns text for an attribute, where parsers turn line feeds and tabs into spaces. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}

/** @returns the document; members beginning with `@` are attributes, `#text` is text. */
export function buildXml(root: Readonly<Record<string, unknown>>): string {
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    suppressBooleanAttributes: false,
    suppressEmptyNode: true,
    format: true,
  });
  return builder.build({ '?xml': { '@version': '1.0', '@encoding': 'UTF-8' }, ...root });
}
