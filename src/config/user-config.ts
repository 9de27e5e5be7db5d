/**
 * The configuration as users write it, every member optional: composed of what each room says of
 * its own options.
 */
import * as v from 'valibot';
import { reportOptionEntries } from '../reporters/options.ts';
import { runOptionEntries } from '../run/options-schema.ts';
import { transportOptionEntries } from '../transport/options.ts';
import { identitiesSchema } from './identity-option.ts';
import { targetSchema } from './target-option.ts';

const patterns = v.optional(v.array(v.string('a pattern'), 'a list of patterns'), []);

export const configSchema = v.strictObject({
  spec: v.pipe(
    v.optional(v.pipe(v.string('a path or a URL'), v.nonEmpty('a path or a URL'))),
    v.description('The description: a path (from the configuration file) or a URL.'),
  ),
  target: v.pipe(
    v.optional(targetSchema),
    v.description(
      'Where requests go: `baseUrl`, or `start`. Without it, the first server of the description.',
    ),
  ),
  identities: v.pipe(
    v.optional(identitiesSchema, {}),
    v.description('Credentials by name, sent to this target only; `default` or the first is used.'),
  ),
  headers: v.pipe(
    v.optional(v.record(v.string(), v.string('text'), 'an object of header names and values'), {}),
    v.description('Headers of every request, sent to this target only.'),
  ),
  include: v.pipe(
    patterns,
    v.description(
      'Test these operations only: operationId, tag, path or method; `*` stands for any.',
    ),
  ),
  exclude: v.pipe(patterns, v.description('Leave these operations out, in the same way.')),
  ...runOptionEntries,
  ...transportOptionEntries,
  ...reportOptionEntries,
});

/** What `assay.config.ts` exports, and what `run()` takes. */
export type UserConfig = ReadonlyDeep<v.InferInput<typeof configSchema>>;

/** The same after defaults are filled in. */
export type CheckedConfig = ReadonlyDeep<v.InferOutput<typeof configSchema>>;

type ReadonlyDeep<T> = T extends (...args: never[]) => unknown
  ? T
  : T extends readonly (infer Item)[]
    ? readonly ReadonlyDeep<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: ReadonlyDeep<T[K]> }
      : T;
