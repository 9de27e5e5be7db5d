/**
 * For each format an expression of which every match is a text of it: not all of them, but enough
 * to meet a length or a pattern beside the format by construction. And for each a text that is none.
 */
import { patternOf, type Pattern } from '../model/pattern.ts';

const HOST = '[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?(\\.[a-z]{2,10}){1,3}';
const DATE = '(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])';
const TIME = '([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?';
const ZONE = '(Z|[+-](0[0-9]|1[01]):[0-5][0-9])';
const BYTE = '(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
const PATH = '(/[A-Za-z0-9._-]+)*';
const POINTER = '(/([A-Za-z0-9._ -]|~0|~1)*)*';

const SOURCES: Readonly<Record<string, string>> = {
  date: DATE,
  time: TIME + ZONE,
  'iso-time': TIME + ZONE,
  'date-time': `${DATE}T${TIME}${ZONE}`,
  'iso-date-time': `${DATE}T${TIME}${ZONE}`,
  duration: 'P([0-9]{1,6}W|[0-9]{1,6}D(T[0-9]{1,6}H)?|[0-9]{1,6}Y|T[0-9]{1,6}(H|M|S))',
  email: `[a-z0-9]+([._+-][a-z0-9]+)*@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]{2,20})+`,
  'idn-email': `[a-z0-9]+([._+-][a-z0-9]+)*@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]{2,20})+`,
  hostname: '([a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?',
  'idn-hostname': '([a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?',
  ipv4: `(${BYTE}\\.){3}${BYTE}`,
  ipv6: '([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|::1|2001:db8::[0-9a-f]{1,4}',
  uri: `([a-z][a-z0-9]{0,20}://(${HOST})${PATH}(\\?[a-z]+=[a-z0-9]*)?(#[a-z0-9]*)?|(mailto|urn):[a-z0-9:]+)`,
  url: `(https?|ftp)://${HOST}${PATH}`,
  iri: `[a-z][a-z0-9]{0,20}://(${HOST})${PATH}`,
  'uri-reference': `([a-z][a-z0-9]{0,20}://(${HOST}))?${PATH}(\\?[a-z]+=[a-z0-9]*)?(#[a-z0-9]*)?`,
  'iri-reference': `([a-z][a-z0-9]{0,20}://(${HOST}))?${PATH}(#[a-z0-9]*)?`,
  'uri-template': `([a-z]+://(${HOST}))?(/[A-Za-z0-9._-]+|/\\{[a-z]+\\})*`,
  uuid: '[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}',
  'json-pointer': POINTER,
  'json-pointer-uri-fragment': '#(/[A-Za-z0-9._-]*)*',
  'relative-json-pointer': `(0|[1-9][0-9]*)(#|${POINTER})`,
  regex: '[A-Za-z0-9 ]*([A-Za-z0-9][*+?]?)*',
  byte: '([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})',
};

const PATTERNS: ReadonlyMap<string, Pattern> = new Map(
  Object.entries(SOURCES).flatMap(([format, source]) => {
    const pattern = patternOf(`^(?:${source})$`);
    return pattern === undefined ? [] : [[format, pattern] as const];
  }),
);

/** @returns an expression whose matches all are of the format; undefined where none is known. */
export function formatPattern(format: string): Pattern | undefined {
  return PATTERNS.get(format);
}

/** The shortest and the longest text of formats whose texts have bounds. */
const LENGTHS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['date', [10, 10]],
  ['date-time', [20, Infinity]],
  ['time', [8, Infinity]],
  ['uuid', [36, 45]],
  ['ipv4', [7, 15]],
  ['ipv6', [2, 45]],
  ['email', [3, Infinity]],
  ['uri', [2, Infinity]],
  ['duration', [3, Infinity]],
  ['relative-json-pointer', [1, Infinity]],
  ['hostname', [1, 255]],
]);

/** @returns the bounds of the lengths of the format's texts, as far as they are known. */
export function formatLengths(format: string): readonly [number, number] {
  return LENGTHS.get(format) ?? [0, Infinity];
}

/** Texts that few formats take, for those that take almost anything. */
export const MISFITS: readonly string[] = [
  '(',
  '\\',
  'a b\\',
  '{',
  '~',
  ' ',
  '#~',
  '%',
  '\n',
  '[',
  'é(',
];
