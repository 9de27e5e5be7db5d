/**
 * The branches of an `anyOf` or `oneOf` that a value failed, each asked by itself: the errors of a
 * whole do not tell which branch they are of.
 */
import type { SchemaError, Schemas } from '../schema/schemas.ts';
import type { SchemaAt } from '../spec/api.ts';
import type { Documents } from '../spec/documents.ts';
import { placeBelow } from '../spec/place.ts';
import { valueAt } from './value-at.ts';

/** What a description's parts are looked up and judged by. */
export interface Reach {
  readonly schemas: Schemas;
  readonly api: { readonly documents: Documents };
}

export interface Branches {
  readonly choice: SchemaError;
  /** What stands where the choice is. */
  readonly value: unknown;
  readonly branches: readonly SchemaAt[];
  /** By branch, seen from the whole value; empty where the branches can't be found. */
  readonly errors: readonly (readonly SchemaError[])[];
}

/** @param choice the error of an `anyOf` or `oneOf` in `value` */
export function branchesOf(
  choice: SchemaError,
  whole: { readonly schema: Pick<SchemaAt, 'dialect'>; readonly value: unknown },
  { schemas, api: { documents } }: Reach,
): Branches {
  const { dialect } = whole.schema;
  const value = valueAt(whole.value, choice.at);
  const written = documents.at(choice.place);
  const branches = (Array.isArray(written) ? (written as readonly unknown[]) : []).map(
    (schema, index): SchemaAt => ({ schema, dialect, place: placeBelow(choice.place, index) }),
  );
  const errors = branches.map((branch) =>
    schemas
      .validator(
        branch,
        'response',
      )(value)
      .map((error) => ({ ...error, at: choice.at + error.at })),
  );
  return { choice, value, branches, errors };
}
