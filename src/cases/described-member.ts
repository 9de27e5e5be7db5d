/**
 * What the description says of the one member in which a valid request differs: where it stands,
 * and whether its valid values can be stated at all.
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

type About = Pick<Case, 'operation' | 'values'>;

/** @returns the member; opaque where it is marked so, or names or holds something that must exist */
export function describedMember(
  { operation, values }: About,
  at: ValuePlace,
  documents: Documents,
): Member {
  const known = schemaOf({ operation, values }, at, documents);
  const isReference = pointerTokens(at.pointer).some((token) => referenceOf(token) !== undefined);
  const opaque = known?.opaque === true || isReference || holdsReferences(valueAt(values, at));
  return { ...at, place: known?.place ?? operation.place, ...(opaque ? { opaque } : {}) };
}

/** @returns the case; its member is opaque where its own schema says so, whatever it stands in */
export function withDescribedMember(testCase: Case, documents: Documents): Case {
  const { intent } = testCase;
  if (intent.kind !== 'valid' || intent.member === undefined) return testCase;
  if (schemaOf(testCase, intent.member, documents)?.opaque !== true) return testCase;
  return { ...testCase, intent: { ...intent, member: { ...intent.member, opaque: true } } };
}

function schemaOf(
  { operation, values }: About,
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
