/**
 * Which branch a discriminator names for a value (OAS 3.1.0, section 4.8.25): by its mapping, else by
 * the name of the schema that the branch refers to.
 */
import type { SchemaError } from '../schema/schemas.ts';
import { placeBelow, pointerTokens, type Place } from '../spec/place.ts';
import type { Branches, Reach } from './branches.ts';

export type Discriminated =
  | { readonly kind: 'branch'; readonly index: number }
  /** The member names no branch. */
  | { readonly kind: 'unknown'; readonly error: SchemaError };

/** @returns undefined where there is no discriminator, or the value lacks its member. */
export function discriminated(branches: Branches, reach: Reach): Discriminated | undefined {
  const { choice, value } = branches;
  const parent = choice.place.slice(0, choice.place.lastIndexOf('/'));
  const found = discriminatorOf(reach.api.documents.at(parent));
  if (found === undefined || !isRecord(value)) return undefined;
  const name = value[found.member];
  if (typeof name !== 'string') return undefined;
  const names = namesOfBranches(branches, found.mapping, parent, reach);
  const index = names.findIndex((list) => list.includes(name));
  if (index >= 0) return { kind: 'branch', index };
  const expected = names.flat();
  // Branches without any name can't be told apart by one.
  if (names.some((list) => list.length === 0)) return undefined;
  return {
    kind: 'unknown',
    error: {
      keyword: 'discriminator',
      at: placeBelow(choice.at, found.member),
      place: placeBelow(parent, 'discriminator'),
      message: `names no schema of the union: ${expected.join(', ')}`,
      expected,
      actual: name,
    },
  };
}

function discriminatorOf(
  schema: unknown,
): { readonly member: string; readonly mapping: Readonly<Record<string, unknown>> } | undefined {
  const written = isRecord(schema) ? schema['discriminator'] : undefined;
  if (!isRecord(written) || typeof written['propertyName'] !== 'string') return undefined;
  const mapping = isRecord(written['mapping']) ? written['mapping'] : {};
  return { member: written['propertyName'], mapping };
}

/** A mapping adds names; the schema's own holds where none leads to it. */
function namesOfBranches(
  { branches }: Branches,
  mapping: Readonly<Record<string, unknown>>,
  parent: Place,
  { api: { documents } }: Reach,
): readonly (readonly string[])[] {
  const placeOf = (reference: unknown, from: Place): Place | undefined => {
    if (typeof reference !== 'string') return undefined;
    const found = documents.resolve(reference, from);
    return found.kind === 'found' ? found.place : undefined;
  };
  const mapped = Object.entries(mapping).map(([name, target]) => ({
    name,
    place: placeOf(target, parent),
    target,
  }));
  return branches.map(({ schema, place }) => {
    const target = placeOf(isRecord(schema) ? schema['$ref'] : undefined, place);
    const own = target === undefined ? undefined : pointerTokens(`/${target}`).at(-1);
    const given = mapped.filter(
      (one) => (one.place !== undefined && one.place === target) || one.target === own,
    );
    if (given.length > 0) return given.map(({ name }) => name);
    return own === undefined ? [] : [own];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
