/**
 * Of the errors that one value gives, the one that says most. An `anyOf` or `oneOf` of which no
 * branch fits is traced to the branch that was meant: the one that its discriminator names, else the
 * nearest. Of what is left, the shallower and earlier error comes before the deeper and later one.
 */
import { listed } from '../schema/judge/schema-error.ts';
import type { SchemaError } from '../schema/schemas.ts';
import { branchesOf, type Branches, type Reach } from './branches.ts';
import { discriminated } from './discriminated.ts';
import type { SchemaAt } from '../spec/api.ts';

/** A value that is not what its schema says. */
export interface Misfit {
  readonly schema: Pick<SchemaAt, 'dialect'>;
  readonly value: unknown;
  readonly errors: readonly SchemaError[];
}

/** @returns undefined for no errors. */
export function mostTelling(misfit: Misfit, reach: Reach): SchemaError | undefined {
  if (misfit.errors.length === 0) return undefined;
  const choices = misfit.errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  const branched = choices.map((choice) => branchesOf(choice, misfit, reach));
  const guesses = new Set(branched.flatMap(({ errors }) => errors.flat().map(keyOf)));
  const leaves = misfit.errors.filter(
    (error) => !choices.includes(error) && !guesses.has(keyOf(error)) && !isLost(error, branched),
  );
  const traced = branched
    .filter(({ choice }) => !guesses.has(keyOf(choice)))
    .map((branches) => trace(branches, misfit, reach));
  const pool = [...leaves, ...traced];
  return [...(pool.length > 0 ? pool : misfit.errors)].sort(
    (a, b) => rank(a) - rank(b) || depth(a) - depth(b),
  )[0];
}

function keyOf({ at, place, keyword }: SchemaError): string {
  return `${at} ${place} ${keyword}`;
}

/** Where branches can't be told apart, all that is wrong below their value is a guess. */
function isLost({ at }: SchemaError, branched: readonly Branches[]): boolean {
  return branched.some(
    ({ choice, errors }) =>
      errors.length === 0 && (at === choice.at || at.startsWith(`${choice.at}/`)),
  );
}

function trace(branches: Branches, misfit: Misfit, reach: Reach): SchemaError {
  const { choice, errors } = branches;
  // None could be looked at: the choice itself is all there is.
  if (errors.length === 0) return choice;
  const fitting = errors.filter((list) => list.length === 0).length;
  if (fitting > 0) return ofTooMany(choice, fitting);
  const named = discriminated(branches, reach);
  if (named?.kind === 'unknown') return named.error;
  if (named?.kind === 'branch') return within(errors[named.index], misfit, reach) ?? choice;
  const told = errors.map((list) => within(list, misfit, reach));
  const typed = errors.filter((_list, index) => !isType(told[index], choice));
  if (typed.length === 0) return ofNoType(choice, told);
  const tag = sharedTag(typed);
  if (tag !== undefined) return ofNoTag(tag, typed, choice);
  const [nearest] = [...typed].sort((a, b) => tagMisses(a) - tagMisses(b) || a.length - b.length);
  return within(nearest, misfit, reach) ?? choice;
}

function within(
  errors: readonly SchemaError[] | undefined,
  misfit: Misfit,
  reach: Reach,
): SchemaError | undefined {
  return errors === undefined ? undefined : mostTelling({ ...misfit, errors }, reach);
}

function isType(error: SchemaError | undefined, choice: SchemaError): boolean {
  return error?.keyword === 'type' && error.at === choice.at;
}

function ofTooMany(choice: SchemaError, fitting: number): SchemaError {
  const message = `fits ${String(fitting)} schemas of its oneOf, and must fit exactly one`;
  return fitting === 1 ? choice : { ...choice, message };
}

function ofNoType(choice: SchemaError, told: readonly (SchemaError | undefined)[]): SchemaError {
  const types = told.flatMap((error) => [error?.expected].flat());
  const expected = [...new Set(types.map(String))];
  return { ...choice, keyword: 'type', message: `must be ${expected.join(' or ')}`, expected };
}

/** A member that every branch fixes, and whose value none of them has. */
function sharedTag(branches: readonly (readonly SchemaError[])[]): string | undefined {
  if (branches.length < 2) return undefined;
  const [first = [], ...others] = branches.map((errors) => errors.filter(isTagMiss));
  return first.find(({ at }) => others.every((errors) => errors.some((error) => error.at === at)))
    ?.at;
}

function ofNoTag(
  at: string,
  branches: readonly (readonly SchemaError[])[],
  choice: SchemaError,
): SchemaError {
  const misses = branches.flatMap((errors) =>
    errors.filter((error) => isTagMiss(error) && error.at === at),
  );
  const expected = misses.flatMap(({ keyword, expected: one }) =>
    keyword === 'enum' && Array.isArray(one) ? (one as readonly unknown[]) : [one],
  );
  const actual = misses[0]?.actual;
  return {
    ...choice,
    at,
    message: `must be one of ${listed(expected)}`,
    keyword: 'enum',
    expected,
    actual,
  };
}

function isTagMiss({ keyword }: SchemaError): boolean {
  return keyword === 'const' || keyword === 'enum';
}

function tagMisses(errors: readonly SchemaError[]): number {
  return errors.filter(isTagMiss).length;
}

/** What is wrong only because something else is. */
const CONSEQUENCES: ReadonlySet<string> = new Set([
  'unevaluatedProperties',
  'unevaluatedItems',
  'if',
  'propertyNames',
]);

function rank({ keyword }: SchemaError): number {
  return CONSEQUENCES.has(keyword) ? 1 : 0;
}

function depth({ at }: SchemaError): number {
  return at.split('/').length;
}
