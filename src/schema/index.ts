/**
 * `assay/schema`: JSON Schema to sound, varied, shrinkable fast-check arbitraries, of use without
 * HTTP.
 */
export {
  arbitraryFor,
  boundariesFor,
  unviolatedFor,
  validatorFor,
  violationArbitraryFor,
  violationsFor,
  type SchemaOptions,
} from './library.ts';
export {
  createSchemas,
  type ArbitraryOptions,
  type DeviationOptions,
  type Schemas,
} from './schemas.ts';
export { UnsatisfiableSchemaError, UnsupportedSchemaError } from './errors.ts';
export type { Boundary } from './boundaries/boundary.ts';
export type { Clash, Origin } from './canon/atom.ts';
export type { SchemaDialect } from './dialect.ts';
export type { Tier } from './draw/draw.ts';
export type { Validator } from './judge/judge.ts';
export type { SchemaError } from './judge/schema-error.ts';
export type { Direction } from './model/world.ts';
export type { BrokenKeyword, Unviolated, Violation } from './violations/violation.ts';
