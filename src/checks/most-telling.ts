/**
 * Of the errors that one value gives, the one that says most: a leaf before the combinator that
 * failed because of it, the shallower and earlier leaf before the deeper and later one.
 */
import type { SchemaError } from '../schema/schemas.ts';

/** Keywords that fail because something below them did. */
const COMBINATORS: ReadonlySet<string> = new Set(['anyOf', 'oneOf', 'allOf', 'if', 'not', '$ref']);

/** @returns undefined for no errors. */
export function mostTelling(errors: readonly SchemaError[]): SchemaError | undefined {
  const blamed = combinators(errors);
  const outside = errors.filter(
    (error) => !blamed.some((parent) => parent !== error && isWithin(error.at, parent.at)),
  );
  const leaves = outside.filter(({ keyword }) => !COMBINATORS.has(keyword));
  const pool = leaves.length > 0 ? leaves : outside.length > 0 ? outside : errors;
  return [...pool].sort((a, b) => depth(a) - depth(b))[0];
}

/** Errors of an `anyOf` or `oneOf` whose branches all failed: their leaves are guesses at the branch meant. */
function combinators(errors: readonly SchemaError[]): readonly SchemaError[] {
  return errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
}

function isWithin(at: string, parent: string): boolean {
  return at === parent || at.startsWith(`${parent}/`);
}

function depth({ at }: SchemaError): number {
  return at.split('/').length;
}
