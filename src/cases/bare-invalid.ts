/**
 * An invalid request without what its operation does not ask for: what was made wrong stays, in the
 * accepted request stripped of its optional parameters and members.
 */
import { placeBelow } from '../spec/place.ts';
import type { Schemas } from '../schema/schemas.ts';
import type { RequestValues } from '../wire/request.ts';
import type { Case } from './case.ts';
import { differingMembers } from './differing-members.ts';
import { strippedTemplate } from './stripped-template.ts';
import { valueAt, withValueAt, type ValuePlace } from './values-at.ts';

/**
 * @param plain the accepted request, with the same ids
 * @returns its values, less what is optional and as it is in the accepted one
 */
export function bareInvalid(
  { values }: Pick<Case, 'values'>,
  plain: Case,
  schemas: Schemas,
): RequestValues {
  const { bare = plain } = strippedTemplate(plain, schemas) ?? {};
  const optional = plain.operation.parameters
    .filter(({ required }) => !required)
    .map(({ in: location, name }): ValuePlace => ({ in: location, pointer: placeBelow('', name) }));
  const dropped = [...optional, ...differingMembers(plain.values, bare.values)];
  return dropped
    .filter((place) => isSame(valueAt(values, place), valueAt(plain.values, place)))
    .reduce((all, place) => withValueAt(all, place, undefined), values);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
