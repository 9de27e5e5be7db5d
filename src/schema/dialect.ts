/**
 * The dialects a schema may be written in. Whatever the dialect, a schema is read into the terms of
 * draft 2020-12; this file says in which points the dialects differ.
 */

export const SCHEMA_DIALECTS = [
  '2020-12',
  '2019-09',
  'draft-07',
  'draft-06',
  'draft-04',
  'openapi-3.0',
  'openapi-3.1',
] as const;

/** A dialect's name as users give it. */
export type SchemaDialect = (typeof SCHEMA_DIALECTS)[number];

/** How one dialect differs from draft 2020-12. */
export interface DialectTraits {
  /** `exclusiveMinimum: true` beside `minimum`. */
  readonly hasBooleanExclusive: boolean;
  /** `items` may be a list, with `additionalItems` for the rest. */
  readonly hasItemsList: boolean;
  /** Nothing beside `$ref` counts. */
  readonly ignoresRefSiblings: boolean;
  /** `prefixItems` and `$dynamicRef`. */
  readonly has2020Keywords: boolean;
  /** `unevaluated*`, `dependentSchemas`, `dependentRequired`, `minContains`, `maxContains`. */
  readonly has2019Keywords: boolean;
  /** `nullable` and `discriminator`, `readOnly` with an effect on `required`. */
  readonly isOpenApi: boolean;
  readonly identifier: '$id' | 'id';
  /** `$recursiveRef` and `$recursiveAnchor`. */
  readonly hasRecursiveRef: boolean;
}

const NEWEST: DialectTraits = {
  hasBooleanExclusive: false,
  hasItemsList: false,
  ignoresRefSiblings: false,
  has2020Keywords: true,
  has2019Keywords: true,
  isOpenApi: false,
  identifier: '$id',
  hasRecursiveRef: false,
};
const WITH_LISTS: DialectTraits = { ...NEWEST, has2020Keywords: false, hasItemsList: true };
const CLASSIC: DialectTraits = { ...WITH_LISTS, has2019Keywords: false, ignoresRefSiblings: true };

const TRAITS = {
  '2020-12': NEWEST,
  '2019-09': { ...WITH_LISTS, hasRecursiveRef: true },
  'draft-07': CLASSIC,
  'draft-06': CLASSIC,
  'draft-04': { ...CLASSIC, hasBooleanExclusive: true, identifier: 'id' },
  'openapi-3.0': { ...CLASSIC, hasBooleanExclusive: true, isOpenApi: true },
  'openapi-3.1': { ...NEWEST, isOpenApi: true },
} as const satisfies Record<SchemaDialect, DialectTraits>;

/** @returns what is particular to the dialect. */
export function traitsOf(dialect: SchemaDialect): DialectTraits {
  return TRAITS[dialect];
}

const META_SCHEMAS: ReadonlyMap<string, SchemaDialect> = new Map<string, SchemaDialect>([
  ['https://json-schema.org/draft/2020-12/schema', '2020-12'],
  ['https://json-schema.org/draft/2019-09/schema', '2019-09'],
  ['http://json-schema.org/draft-07/schema', 'draft-07'],
  ['http://json-schema.org/draft-06/schema', 'draft-06'],
  ['http://json-schema.org/draft-04/schema', 'draft-04'],
]);

/** @returns the dialect that a `$schema` names, where it is one of the published ones. */
export function dialectNamed(metaSchema: unknown): SchemaDialect | undefined {
  return typeof metaSchema === 'string'
    ? META_SCHEMAS.get(metaSchema.replace(/#$/, ''))
    : undefined;
}
