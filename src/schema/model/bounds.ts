/** The keywords by which an author says how far a value may go (JSON Schema Validation 2020-12, section 6). */
import type { Keywords } from './keywords.ts';

/** Of numbers and texts. */
export const SCALAR_BOUNDS = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
] as const satisfies readonly (keyof Keywords)[];

/** Those and the ones of arrays and objects. */
export const BOUNDS = [
  ...SCALAR_BOUNDS,
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
] as const satisfies readonly (keyof Keywords)[];
