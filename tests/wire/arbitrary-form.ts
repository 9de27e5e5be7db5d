/**
 * Random forms whose members are encoded each in its own way: by style, as JSON, text or a file, or
 * as the defaults say (OAS 3.1.0, section 4.8.15). The first member is asked for, others stand
 * around it.
 */
import fc from 'fast-check';
import type { Encoding, HeaderObject, Operation } from '../../src/spec/api.ts';
import { NO_VALUES } from '../../src/wire/request.ts';
import type { RequestValues } from '../../src/wire/request.ts';
import { textOf } from '../../src/wire/value-text.ts';
import { aHeader, aMediaType, withBody } from './an-operation.ts';
import { isCarried, KINDS, STYLES, type Drawn } from './arbitrary-request.ts';

export const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data'] as const;

type Form = (typeof FORMS)[number];

export const BY_DEFAULT: Encoding = {
  contentType: undefined,
  headers: [],
  style: undefined,
  explode: undefined,
  allowReserved: false,
};

const STYLED = STYLES.query.flatMap((style) =>
  [false, true].flatMap((explode) =>
    [false, true].map((allowReserved): Encoding => {
      return { ...BY_DEFAULT, style, explode, allowReserved };
    }),
  ),
);

/** Every way to encode a member, by name. */
export const ENCODINGS: Readonly<Record<string, Encoding>> = {
  'by default': BY_DEFAULT,
  'as JSON': { ...BY_DEFAULT, contentType: 'application/json' },
  'as text': { ...BY_DEFAULT, contentType: 'text/plain' },
  'as one of several types': { ...BY_DEFAULT, contentType: 'application/vnd.a+json, text/plain' },
  ...Object.fromEntries(
    STYLED.map((encoding) => [
      `by ${encoding.style ?? ''}${encoding.explode ? ', exploded' : ''}${encoding.allowReserved ? ', reserved' : ''}`,
      encoding,
    ]),
  ),
};

const FILES: Readonly<Record<string, fc.Arbitrary<Drawn>>> = {
  file: fileOf(fc.string({ unit: 'binary', maxLength: 8 })),
  'list of files': fc
    .array(fc.string({ unit: 'grapheme', maxLength: 4 }), { minLength: 1, maxLength: 3 })
    .map((value) => ({
      schema: { type: 'array', items: { type: 'string', format: 'binary' } },
      value,
    })),
};

/** Files have parts of their own; a form without parts has no place for them. */
export function kindsIn(form: Form): Readonly<Record<string, fc.Arbitrary<Drawn>>> {
  return form === 'multipart/form-data' ? { ...KINDS, ...FILES } : KINDS;
}

function fileOf(texts: fc.Arbitrary<string>): fc.Arbitrary<Drawn> {
  return texts.map((value) => ({ schema: { type: 'string', format: 'binary' }, value }));
}

interface Member extends Drawn {
  readonly encoding: Encoding;
  readonly headers: readonly DrawnHeader[];
}

interface DrawnHeader {
  readonly header: HeaderObject;
  readonly value: unknown;
}

/** Headers of a part, by style or as JSON; a form without parts has none. */
function anyHeaders(form: Form): fc.Arbitrary<readonly DrawnHeader[]> {
  const one = fc
    .record({
      name: fc.constantFrom('X-One', 'x-two'),
      explode: fc.boolean(),
      isJson: fc.boolean(),
      drawn: fc.oneof(...Object.values(KINDS)),
    })
    .filter(({ explode, isJson, drawn }) =>
      isCarried(
        { location: 'header', style: 'simple', explode },
        isJson ? JSON.stringify(drawn.value) : drawn.value,
      ),
    )
    .map(({ name, explode, isJson, drawn: { schema, value } }) => {
      const content = aMediaType('application/json', schema);
      const by = isJson ? { schema: undefined, content } : { explode };
      return { header: aHeader(schema, { name, ...by }), value };
    });
  const selector = ({ header }: DrawnHeader): string => header.name;
  return fc.uniqueArray(one, { maxLength: form === 'multipart/form-data' ? 2 : 0, selector });
}

export interface FormSample {
  readonly operation: Operation;
  readonly values: RequestValues;
  readonly value: Readonly<Record<string, unknown>>;
}

/** A form whose first member is of that kind and encoded in that way, among up to three others. */
export function anyForm(form: Form, encoding: Encoding, kind: string): fc.Arbitrary<FormSample> {
  const kinds = kindsIn(form);
  const first = kinds[kind] ?? fc.constant({ schema: {}, value: '' });
  const others = fc.array(
    anyMember(form).filter((member) => !isSpread(member)),
    { maxLength: 3 },
  );
  return fc
    .tuple(first, anyHeaders(form), others)
    .map(([drawn, headers, rest]) => [{ ...drawn, encoding, headers }, ...rest])
    .filter(([member]) => member !== undefined && isCarriedIn(form, member))
    .map((members) => sampleOf(form, members));
}

function anyMember(form: Form): fc.Arbitrary<Member> {
  return fc
    .record({
      encoding: fc.constantFrom(...Object.values(ENCODINGS)),
      drawn: fc.oneof(...Object.values(kindsIn(form))),
      headers: anyHeaders(form),
    })
    .map(({ encoding, drawn, headers }) => ({ ...drawn, encoding, headers }))
    .filter((member) => isCarriedIn(form, member));
}

/** Two exploded objects tell their members apart by nothing. */
function isSpread({ encoding: { style, explode }, value }: Member): boolean {
  const isObject = typeof value === 'object' && !Array.isArray(value);
  return style !== undefined && style !== 'deepObject' && explode === true && isObject;
}

function isCarriedIn(form: Form, { encoding: { style, explode = false }, value }: Member): boolean {
  if (style === undefined) return true;
  if (!isCarried({ location: 'query', style, explode }, value)) return false;
  // Parts are not percent-encoded: a comma within an item is a comma between items.
  const isListed = form === 'multipart/form-data' && style === 'form' && !explode;
  return !isListed || textsIn(value).every((text) => !text.includes(','));
}

/** The texts that a style puts into one. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [key, textOf(item)]);
}

/** Names that no member of a member has. */
const NAMES = ['m', 'm 1', 'm.2', 'm3[]'] as const;

function sampleOf(form: Form, members: readonly Member[]): FormSample {
  const named = members.map((member, index) => [NAMES[index] ?? '', member] as const);
  const pick = <Part>(part: (member: Member) => Part): Record<string, Part> =>
    Object.fromEntries(named.map(([name, member]) => [name, part(member)]));
  const value = pick((member) => member.value);
  const schema = { type: 'object', properties: pick((member) => member.schema) };
  const mediaType = aMediaType(
    form,
    { ...schema, additionalProperties: false },
    pick(({ encoding, headers }) => ({ ...encoding, headers: headers.map((one) => one.header) })),
  );
  const headed = named.filter(([, { headers }]) => headers.length > 0);
  const partHeaders = Object.fromEntries(
    headed.map(([name, { headers }]) => [
      name,
      Object.fromEntries(headers.map((one) => [one.header.name, one.value])),
    ]),
  );
  const body = { mediaType: form, value, ...(headed.length === 0 ? {} : { partHeaders }) };
  return { operation: withBody(mediaType), value, values: { ...NO_VALUES, body } };
}
