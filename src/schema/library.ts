/**
 * The library's door: a schema given as a value, in any dialect, with the schemas it refers to by
 * URI beside it. Nothing here knows of HTTP.
 */
import type fc from 'fast-check';
import { SCHEMA_DIALECTS, type SchemaDialect } from './dialect.ts';
import type { Tier } from './draw/draw.ts';
import { Engine } from './engine.ts';
import { UnsatisfiableSchemaError } from './errors.ts';
import type { Validator } from './judge/judge.ts';
import type { SchemaNode } from './model/schema-node.ts';
import { createRegistry } from './model/value-resolver.ts';
import { createWorld } from './model/world.ts';

export interface SchemaOptions {
  /** @defaultValue '2020-12' */
  readonly dialect?: SchemaDialect;
  /** URI to schema, for references out of the schema. */
  readonly remotes?: Readonly<Record<string, unknown>>;
  /** @defaultValue 'wide': values of all kinds, each about as often */
  readonly tier?: Tier;
}

/**
 * Turns a schema into an arbitrary whose every value the schema accepts.
 * @throws {UnsatisfiableSchemaError} nothing satisfies it; says which keywords clash
 * @throws {UnsupportedSchemaError} nothing could be drawn
 */
export function arbitraryFor(schema: unknown, options: SchemaOptions = {}): fc.Arbitrary<unknown> {
  const { tier = 'wide' } = options;
  // Keywords beside `$ref` are honoured where they can be, even where the dialect ignores them:
  // many tools don't ignore them, and such values are valid either way.
  try {
    const { engine, node } = open(schema, options, true);
    return engine.arbitrary(node, tier);
  } catch (error) {
    if (!(error instanceof UnsatisfiableSchemaError)) throw error;
    const { engine, node } = open(schema, options, false);
    return engine.arbitrary(node, tier);
  }
}

/** @returns what lists the errors of a value under the schema; empty where it is valid. */
export function validatorFor(schema: unknown, options: SchemaOptions = {}): Validator {
  const { engine, node } = open(schema, options, false);
  return engine.judge.validator(node);
}

function open(
  schema: unknown,
  { dialect = '2020-12', remotes = {} }: SchemaOptions,
  honoursRefSiblings: boolean,
): { readonly engine: Engine; readonly node: SchemaNode } {
  if (!SCHEMA_DIALECTS.includes(dialect)) throw new TypeError(`Unknown dialect "${dialect}"`);
  const { resolver, root } = createRegistry({ schema, dialect, remotes });
  const engine = new Engine(createWorld({ resolver, direction: undefined, honoursRefSiblings }));
  return { engine, node: engine.world.node(root) };
}
