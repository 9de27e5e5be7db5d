/**
 * What the description says of the one member in which a valid request differs: where it stands,
 * and whether its valid values can be stated at all. A format that no validator knows (`decimal`)
 * may refuse what the rest of the schema allows; only what an enum or an example lists is sure.
 */
import type { Documents } from '../spec/documents.ts';
import { placeBelow, pointerTokens } from '../spec/place.ts';
import { mostSpecificMatch } from '../wire/media-type.ts';
import { holdsReferences } from './boundaries.ts';
import type { Case } from './case.ts';
import type { Member } from './intent.ts';
import { memberSchema, type MemberSchema } from './member-schema.ts';
import { referenceOf } from './resource-name.ts';
import { valueAt, type ValuePlace } from './values-at.ts';

type About = Pick<Case, 'operation' | 'values' | 'phase'>;

/** @returns the member; opaque where it is marked so, or names or holds something that must exist */
export function describedMember(about: About, at: ValuePlace, documents: Documents): Member {
  const known = schemaOf(about, at, documents);
  const isReference = pointerTokens(at.pointer).some((token) => referenceOf(token) !== undefined);
  const opaque =
    known?.opaque === true ||
    isReference ||
    holdsReferences(valueAt(about.values, at)) ||
    (about.phase !== 'examples' && holdsUnknownFormat(about, at, documents));
  const place = known?.place ?? about.operation.place;
  return { in: at.in, pointer: at.pointer, place, schema: place, ...(opaque ? { opaque } : {}) };
}

/** @returns whether the description tells the member's values one by one */
export function isListedMember(about: About, at: ValuePlace, documents: Documents): boolean {
  return schemaOf(about, at, documents)?.isListed === true;
}

/** @returns the case; its member has its schema's place, and is opaque where that says so, whatever it stands in */
export function withDescribedMember(testCase: Case, documents: Documents): Case {
  const { intent } = testCase;
  if (intent.kind !== 'valid' || intent.member === undefined) return testCase;
  const { member } = intent;
  const known = schemaOf(testCase, member, documents);
  const isOpaque = known?.opaque === true || holdsUnknownFormat(testCase, member, documents);
  const described = {
    ...member,
    ...(known === undefined ? {} : { schema: known.place }),
    ...(isOpaque ? { opaque: true } : {}),
  };
  return { ...testCase, intent: { ...intent, member: described } };
}

/** @returns whether the member, or anything in its value, is of a format that no validator knows */
function holdsUnknownFormat(about: About, at: ValuePlace, documents: Documents): boolean {
  const value = valueAt(about.values, at);
  if (value === undefined) return false;
  if (schemaOf(about, at, documents)?.hasUnknownFormat === true) return true;
  if (typeof value !== 'object' || value === null) return false;
  return Object.keys(value).some((name) =>
    holdsUnknownFormat(about, { ...at, pointer: placeBelow(at.pointer, name) }, documents),
  );
}

function schemaOf(
  { operation, values }: Pick<About, 'operation' | 'values'>,
  at: ValuePlace,
  documents: Documents,
): MemberSchema | undefined {
  if (at.in === 'body') {
    const type = values.body?.mediaType ?? '';
    const schema = mostSpecificMatch(operation.requestBody?.content ?? [], type)?.schema;
    return schema && memberSchema(schema, at.pointer, documents);
  }
  const [name = '', ...rest] = pointerTokens(at.pointer);
  const parameter = operation.parameters.find((one) => one.in === at.in && one.name === name);
  return parameter?.schema && memberSchema(parameter.schema, placeBelow('', ...rest), documents);
}
