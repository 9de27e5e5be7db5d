/**
 * A second opinion on what a lenient server may read from a request, written from the wire's own
 * rules: WHATWG's URL and form decoding, JSON, and the readings that servers are known for. It
 * shares no code with `src/wire`.
 */
import type { Operation, Parameter } from '../../../src/spec/api.ts';
import type { PreparedRequest } from '../../../src/wire/request.ts';

export const ABSENT = Symbol('absent');

/** @returns what may stand for the parameter; {@link ABSENT} where it may be taken as missing */
export function readingsOfParameter(
  operation: Operation,
  parameter: Parameter,
  request: PreparedRequest,
): readonly unknown[] {
  const { name, in: location } = parameter;
  const [rawPath = '', query = ''] = request.target.split('?');
  switch (location) {
    case 'query':
      return namedReadings(name, [...new URLSearchParams(query)], parameter);
    case 'path':
      return texts(segmentsOf(operation.path, rawPath, name)).flatMap(readingsOfText);
    case 'header':
      return headerReadings(request, name);
    case 'cookie': {
      const pairs = (fieldOf(request, 'cookie') ?? '')
        .split('; ')
        .filter((pair) => pair !== '')
        .map((pair): [string, string] => {
          const [key = '', ...rest] = pair.split('=');
          return [decoded(key), decoded(rest.join('='))];
        });
      return namedReadings(name, pairs, parameter);
    }
  }
}

/** @returns what may stand for the body @throws where there are too many readings to try */
export function readingsOfBody(request: PreparedRequest): readonly unknown[] {
  const { body } = request;
  if (body === undefined || body.length === 0) return [ABSENT];
  const type = fieldOf(request, 'content-type') ?? '';
  const text = new TextDecoder().decode(body);
  if (/[/+]json\b/.test(type)) {
    const value: unknown = JSON.parse(text);
    return value === null ? [null, ABSENT] : [value];
  }
  if (type.startsWith('application/x-www-form-urlencoded'))
    return formReadings([...new URLSearchParams(text)]);
  if (type.startsWith('multipart/')) return formReadings(partsIn(text, type));
  return readingsOfText(text);
}

/** Each part's name and text, by RFC 7578; what it says of its type is for nobody to rely on. */
function partsIn(text: string, type: string): readonly (readonly [string, string])[] {
  const boundary = /boundary=([\w-]+)/.exec(type)?.[1] ?? '';
  return text
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [head = '', ...content] = part.split('\r\n\r\n');
      const name = /[; ]name="([^"]*)"/.exec(head)?.[1] ?? '';
      return [name, content.join('\r\n\r\n').replace(/\r\n$/, '')] as const;
    });
}

const MOST_READINGS = 100_000;

/** No member is written with brackets but where that is its declared style. */
const BRACKETS_COUNT = { explode: false, style: 'deepObject' } as const;

/** Every member in every way that a parameter of a query may be read, and any of it left out where it may be nothing. */
function formReadings(pairs: readonly (readonly [string, string])[]): readonly unknown[] {
  const names = [...new Set(pairs.map(([name]) => name.replace(/\[.*$/, '')))];
  let wholes: readonly Readonly<Record<string, unknown>>[] = [{}];
  for (const name of names) {
    const readings = distinct(namedReadings(name, pairs, BRACKETS_COUNT));
    wholes = wholes.flatMap((whole) =>
      readings.map((reading) => (reading === ABSENT ? whole : { ...whole, [name]: reading })),
    );
    if (wholes.length > MOST_READINGS) throw new Error('too many readings to try');
  }
  return wholes;
}

function distinct(readings: readonly unknown[]): readonly unknown[] {
  const known = new Map(
    readings.map((one) => [one === ABSENT ? '' : JSON.stringify(one), one] as const),
  );
  return [...known.values()];
}

function namedReadings(
  name: string,
  pairs: readonly (readonly [string, string])[],
  { explode, style }: Pick<Parameter, 'explode' | 'style'>,
): readonly unknown[] {
  const found = pairs
    .filter(([key]) => key === name || key === `${name}[]`)
    .map(([, text]) => text);
  const inside = pairs.filter(([key]) => key.startsWith(`${name}[`) && key !== `${name}[]`);
  const readings: unknown[] = found.flatMap(readingsOfText);
  for (const separator of [',', ' ', '|'])
    readings.push(...listsOf(found.flatMap((text) => text.split(separator))));
  readings.push(...listsOf(found));
  if (inside.length > 0) {
    const members = inside.map(([key, text]) => [key.slice(name.length + 1, -1), text] as const);
    readings.push(...objectsOf(members));
  }
  if (explode) readings.push(...objectsOf(pairs));
  // Who declares that keys stand in brackets looks there.
  const isThere = found.length > 0 || (style === 'deepObject' && inside.length > 0);
  return isThere ? readings : [...readings, ABSENT];
}

/** All items as one kind of reading takes them: texts, or what the texts spell. */
function listsOf(items: readonly string[]): readonly unknown[] {
  if (items.length === 0) return [];
  return [items, items.map(spelled), items.map((item) => spelled(item.trim()))];
}

function objectsOf(members: readonly (readonly [string, string])[]): readonly unknown[] {
  return [
    Object.fromEntries(members),
    Object.fromEntries(members.map(([key, text]) => [key, spelled(text)])),
  ];
}

/** A number, a boolean, null or JSON where the text spells one; else the text. */
function spelled(text: string): unknown {
  return valuesIn(text)[0] ?? text;
}

function readingsOfText(text: string): readonly unknown[] {
  const trimmed = text.trim();
  const spellings = [text, trimmed, ...valuesIn(trimmed), [text], ...listsOf(text.split(','))];
  if (trimmed === '') return [...spellings, null, ABSENT, [], false];
  return /^(null|nil|none|undefined)$/i.test(trimmed) ? [...spellings, null, ABSENT] : spellings;
}

function valuesIn(text: string): readonly unknown[] {
  const values: unknown[] = [];
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) values.push(Number(text));
  if (/^(true|1|yes|y|on|t)$/i.test(text)) values.push(true);
  if (/^(false|0|no|n|off|f)$/i.test(text)) values.push(false);
  try {
    values.push(JSON.parse(text));
  } catch {
    // It spells no JSON.
  }
  return values;
}

function headerReadings(request: PreparedRequest, name: string): readonly unknown[] {
  const text = fieldOf(request, name);
  if (text === undefined) return [ABSENT];
  return [text, decoded(text)].flatMap(readingsOfText);
}

function fieldOf({ headers }: PreparedRequest, name: string): string | undefined {
  return headers.find(([field]) => field.toLowerCase() === name.toLowerCase())?.[1];
}

/** What the placeholder may stand for, as short and as long as the template lets it be. */
function segmentsOf(template: string, rawPath: string, name: string): readonly string[] {
  return ['+?', '+'].flatMap((greed) => {
    const pattern = template
      .split(/(\{[^}]+\})/)
      .map((part) =>
        part === `{${name}}`
          ? `(?<it>[^/]${greed})`
          : part.startsWith('{')
            ? `[^/]${greed}`
            : part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'),
      )
      .join('');
    const match = new RegExp(`^${pattern}$`).exec(rawPath);
    return match?.groups?.['it'] === undefined ? [] : [match.groups['it']];
  });
}

/** A path's texts, decoded once or, as some proxies do, twice. */
function texts(raws: readonly string[]): readonly string[] {
  return raws.flatMap((raw) => [decoded(raw), decoded(decoded(raw))]);
}

function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}
