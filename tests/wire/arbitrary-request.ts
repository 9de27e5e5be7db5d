/**
 * Random operations with values that their styles can carry without ambiguity: what the laws of
 * writing and reading quantify over. The narrowings below are the ambiguities of the styles
 * themselves, each named where it is made.
 */
import fc from 'fast-check';
import type {
  Operation,
  Parameter,
  ParameterLocation,
  ParameterStyle,
} from '../../src/spec/api.ts';
import { contentText } from '../../src/wire/parameter-content.ts';
import { canStandInHeader, canStandInPath } from '../../src/wire/can-stand.ts';
import { jsonTypeOf } from '../../src/wire/json-type.ts';
import { NO_VALUES } from '../../src/wire/request.ts';
import type { RequestValues } from '../../src/wire/request.ts';
import { aMediaType, anOperation, aParameter } from './an-operation.ts';

const CONTENT_TYPES = [
  'application/json',
  'application/vnd.a+json',
  'application/x-www-form-urlencoded',
  'text/plain',
] as const;

interface Sample {
  readonly operation: Operation;
  readonly values: RequestValues;
}

export const STYLES = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
} as const;

export function anySample(): fc.Arbitrary<Sample> {
  return fc
    .tuple(fc.array(anyParameter(), { maxLength: 4 }), fc.option(anyBody(), { nil: undefined }))
    .map(([drawn, body]) => {
      const named = drawn.filter(isOnlySpread).map(({ parameter, value }, index) => ({
        value,
        parameter: { ...parameter, name: `${parameter.name}${index}` },
      }));
      const path = named
        .filter(({ parameter }) => parameter.in === 'path')
        .map(({ parameter }) => `/{${parameter.name}}`);
      const values = named.reduce<RequestValues>(
        (all, { parameter: { in: location, name }, value }) => ({
          ...all,
          [location]: { ...all[location], [name]: value },
        }),
        NO_VALUES,
      );
      const content = body === undefined ? [] : [body.mediaType];
      const operation = anOperation({
        path: `/x${path.join('')}`,
        parameters: named.map(({ parameter }) => parameter),
        requestBody: { required: false, enforced: true, content, place: 'test.yaml#/requestBody' },
      });
      const written =
        body === undefined ? undefined : { mediaType: body.mediaType.type, value: body.value };
      return { operation, values: { ...values, body: written } };
    });
}

/** Two exploded objects in one location can't tell their members apart. */
function isOnlySpread(
  { parameter, value }: { parameter: Parameter; value: unknown },
  index: number,
  all: readonly { parameter: Parameter; value: unknown }[],
): boolean {
  const spreads = (one: { parameter: Parameter; value: unknown }): boolean =>
    one.parameter.in === parameter.in &&
    one.parameter.explode &&
    jsonTypeOf(one.value) === 'object';
  return !spreads({ parameter, value }) || !all.slice(0, index).some(spreads);
}

export interface Drawn {
  readonly schema: unknown;
  readonly value: unknown;
}

function anyParameter(): fc.Arbitrary<{ parameter: Parameter; value: unknown }> {
  // Made once: to make it anew for each location costs more than all that is drawn from it.
  const value = anyValue();
  const location = fc.constantFrom<ParameterLocation[]>('path', 'query', 'header', 'cookie');
  return location.chain((where) =>
    fc
      .record({
        style: fc.constantFrom(...STYLES[where]),
        explode: fc.boolean(),
        allowReserved: fc.boolean(),
        isContent: fc.boolean(),
        contentType: fc.constantFrom(...CONTENT_TYPES),
        name: fc.constantFrom('p', 'ids[]', 'a.b', 'Ümlaut +', 'x'),
        drawn: value,
      })
      .filter(({ style, explode, drawn }) =>
        isCarried({ location: where, style, explode }, drawn.value),
      )
      .map(({ style, explode, allowReserved, isContent, contentType, name, drawn }) => {
        const content = aMediaType(contentType, drawn.schema);
        const asContent = isContent && isCarriedAsContent(where, contentType, drawn.value);
        const parts = asContent
          ? { schema: undefined, content }
          : { style, explode, allowReserved };
        const spelled = where === 'header' ? 'X-P' : where === 'path' ? 'p' : name;
        return { parameter: aParameter(where, spelled, drawn.schema, parts), value: drawn.value };
      }),
  );
}

/** Where and how a value is written. */
interface Spelled {
  readonly location: ParameterLocation;
  readonly style: ParameterStyle;
  readonly explode: boolean;
}

/** @returns whether the style can carry the value there: what its delimiters can't keep apart is no value of its own. */
export function isCarried(spelled: Spelled, value: unknown): boolean {
  return isCarriedAt(spelled.location, value) && isCarriedBy(spelled, value);
}

function isCarriedAt(location: ParameterLocation, value: unknown): boolean {
  if (location === 'path') return canStandInPath(value);
  return location === 'header' ? canStandInHeader(value) : true;
}

/** A form is of members, and of nothing else. */
function isCarriedAsContent(location: ParameterLocation, type: string, value: unknown): boolean {
  const isForm = type === 'application/x-www-form-urlencoded';
  return (
    (!isForm || jsonTypeOf(value) === 'object') && isCarriedAt(location, contentText(value, type))
  );
}

function isCarriedBy({ location, style, explode }: Spelled, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  // Brackets within a key, and no key at all, are structure of their own.
  if (style === 'deepObject' && !Array.isArray(value))
    return keysIn(value).every((key) => /^[^[\]]+$/.test(key));
  const texts = Object.entries(value).flatMap(([key, item]) => [
    ...(Array.isArray(value) ? [] : [key]),
    typeof item === 'object' ? JSON.stringify(item) : String(item),
  ]);
  const none = (pattern: RegExp): boolean => texts.every((text) => !pattern.test(text));
  // A header is not encoded, so its items may hold neither comma nor, exploded, an equals sign.
  if (location === 'header') return none(/[,=]/) && none(/^\s|\s$/) && texts.join('') !== '';
  // Unreserved, so never encoded, but the delimiter of an exploded label.
  if (style === 'label' && explode) return none(/\./);
  // Encoded, an item's own space or pipe is the delimiter's.
  if (style === 'spaceDelimited') return none(/ /);
  if (style === 'pipeDelimited') return none(/\|/);
  return true;
}

/** The names of an object's members, and of those below. */
function keysIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...own, ...Object.values(value).flatMap(keysIn)];
}

function anyBody(): fc.Arbitrary<Drawn & { mediaType: ReturnType<typeof aMediaType> }> {
  const form = fc.constantFrom('application/x-www-form-urlencoded', 'multipart/form-data');
  return fc
    .oneof(
      fc.record({ type: fc.constant('application/json'), drawn: anyValue() }),
      fc.record({ type: form, drawn: anyObject(anyMember()) }),
      anyEncodedForm(),
      fc.record({
        type: fc.constantFrom('text/plain', 'application/octet-stream'),
        drawn: anyText(),
      }),
    )
    .map((made) => {
      const { type, drawn } = made;
      const encoding = 'encoding' in made ? made.encoding : {};
      return { ...drawn, mediaType: aMediaType(type, drawn.schema, encoding) };
    });
}

type Encoding = ReturnType<typeof aMediaType>['encoding'];

/** Each member of a form in a style or as a content type of its own (OAS 3.1.0, section 4.8.15). */
function anyEncodedForm(): fc.Arbitrary<{ type: string; drawn: Drawn; encoding: Encoding }> {
  const styled = fc
    .record({
      style: fc.constantFrom(...STYLES.query),
      explode: fc.boolean(),
      allowReserved: fc.boolean(),
    })
    .map((one) => ({
      type: 'application/x-www-form-urlencoded',
      one: { ...one, contentType: undefined, headers: [] },
    }));
  const typed = fc.record({
    type: fc.constantFrom('application/x-www-form-urlencoded', 'multipart/form-data'),
    one: fc.constant({
      contentType: 'application/json',
      headers: [],
      style: undefined,
      explode: undefined,
      allowReserved: false,
    }),
  });
  return fc.oneof(styled, typed).chain(({ type, one }) =>
    anyObject(anyMember())
      .filter(({ value }) => one.style === undefined || isCarriedInForm(one, value))
      .map((drawn) => {
        const names = Object.keys(drawn.value as object);
        return { type, drawn, encoding: Object.fromEntries(names.map((name) => [name, one])) };
      }),
  );
}

/** An exploded object's members are told from the other members by nothing. */
function isCarriedInForm(
  { style, explode }: { readonly style: ParameterStyle; readonly explode: boolean },
  value: unknown,
): boolean {
  return Object.values(value as object).every((member) => {
    const isSpread = style !== 'deepObject' && explode && jsonTypeOf(member) === 'object';
    return !isSpread && isCarried({ location: 'query', style, explode }, member);
  });
}

function anyValue(): fc.Arbitrary<Drawn> {
  return fc.oneof(anyScalar(), anyList(), anyObject(fc.oneof(anyScalar(), anyNested())));
}

function anyMember(): fc.Arbitrary<Drawn> {
  return fc.oneof(anyScalar(), anyList(), anyNested());
}

function anyScalar(): fc.Arbitrary<Drawn> {
  return fc.oneof(anyText(), anyInteger(), anyNumber(), anyBoolean());
}

function anyInteger(): fc.Arbitrary<Drawn> {
  return fc.integer().map((value) => ({ schema: { type: 'integer' }, value }));
}

function anyNumber(): fc.Arbitrary<Drawn> {
  return fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((value) => ({ schema: { type: 'number' }, value: value === 0 ? 0 : value }));
}

function anyBoolean(): fc.Arbitrary<Drawn> {
  return fc.boolean().map((value) => ({ schema: { type: 'boolean' }, value }));
}

const TELLING_TEXTS = [
  '',
  '5',
  'true',
  'null',
  'a,b',
  'a b',
  'a+b',
  '%41',
  'a=b&c',
  '{}',
  '[1]',
  '"',
];

function anyText(): fc.Arbitrary<Drawn> {
  return fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(...TELLING_TEXTS),
    )
    .map((value) => ({ schema: { type: 'string' }, value: value.toString() }));
}

/** Not empty: no style sends an empty list. */
function anyList(item: fc.Arbitrary<Drawn> = anyScalar()): fc.Arbitrary<Drawn> {
  return fc.array(item, { minLength: 1, maxLength: 4 }).map((items) => ({
    schema: { type: 'array', prefixItems: items.map(({ schema }) => schema) },
    value: items.map(({ value }) => value),
  }));
}

/** Some that every object inherits, and some that mean something to those who take texts apart. */
const MEMBER_NAMES = [
  ...['R', 'G', 'o n', 'ü', 'toString', '__proto__', 'k'],
  ...['a=b', 'a&b', 'a,b', 'a;b', 'a.b', 'a[b]', 'a+b', '%41', "!'()*", '5'],
];

/** Closed, so that an exploded object takes no other pairs; and not empty, as that is not sent. */
function anyObject(member: fc.Arbitrary<Drawn>): fc.Arbitrary<Drawn> {
  const names = fc.constantFrom(...MEMBER_NAMES);
  return fc
    .uniqueArray(fc.tuple(names, member), {
      minLength: 1,
      maxLength: 4,
      selector: ([name]) => name,
    })
    .map((members) => ({
      schema: {
        type: 'object',
        properties: Object.fromEntries(members.map(([name, { schema }]) => [name, schema])),
        additionalProperties: false,
      },
      value: Object.fromEntries(members.map(([name, { value }]) => [name, value])),
    }));
}

/** Deeper than any style goes: JSON in a text. */
function anyNested(): fc.Arbitrary<Drawn> {
  return anyObject(anyScalar());
}

/** Values by their type, each as deep as a style goes and one level deeper. */
export const KINDS: Readonly<Record<string, fc.Arbitrary<Drawn>>> = {
  text: anyText(),
  integer: anyInteger(),
  number: anyNumber(),
  boolean: anyBoolean(),
  list: anyList(),
  'list of objects': anyList(anyNested()),
  object: anyObject(anyScalar()),
  'object of objects': anyObject(anyNested()),
  'object of lists': anyObject(anyList()),
};
