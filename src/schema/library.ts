/**
 * The library's door: a schema given as a value, in any dialect, with the schemas it refers to by
 * URI beside it. Nothing here knows of HTTP.
 */
import type fc from 'fast-check';
import type { Boundary } from './boundaries/boundary.ts';
import { planBoundaries } from './boundaries/plan-boundaries.ts';
import { SCHEMA_DIALECTS, traitsOf, type SchemaDialect } from './dialect.ts';
import type { Tier } from './draw/draw.ts';
import { Engine, refusingDepth } from './engine.ts';
import { UnsatisfiableSchemaError, UnsupportedSchemaError } from './errors.ts';
import type { Validator } from './judge/judge.ts';
import type { SchemaNode } from './model/schema-node.ts';
import { createRegistry } from './model/value-resolver.ts';
import { createWorld } from './model/world.ts';
import { planViolations } from './violations/plan.ts';
import type { Unviolated, Violation } from './violations/violation.ts';
import { violationArbitrary } from './violations/violation-arbitrary.ts';

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
  const draw = (honoursRefSiblings: boolean): fc.Arbitrary<unknown> =>
    refusingDepth('#', () => {
      const { engine, node } = open(schema, options, honoursRefSiblings);
      return engine.arbitrary(node, tier);
    });
  // Keywords beside `$ref` are honoured where they can be, even where the dialect ignores them:
  // many tools don't ignore them, and such values are valid either way.
  try {
    return draw(true);
  } catch (error) {
    const isRefused =
      error instanceof UnsatisfiableSchemaError || error instanceof UnsupportedSchemaError;
    if (!isRefused || !traitsOf(options.dialect ?? '2020-12').ignoresRefSiblings) throw error;
    return draw(false);
  }
}

/** @returns what lists the errors of a value under the schema; empty where it is valid. */
export function validatorFor(schema: unknown, options: SchemaOptions = {}): Validator {
  const { engine, node } = open(schema, options, false);
  return engine.judge.validator(node);
}

/** @returns every provable deviation of a valid value in one keyword; none of one that is not valid. */
export function violationsFor(
  schema: unknown,
  value: unknown,
  options: SchemaOptions = {},
): readonly Violation[] {
  const { engine, node } = open(schema, options, false);
  return planViolations(engine, node, value)
    .whole()
    .planned.map(({ violation }) => violation);
}

/** @returns by name the keywords of which {@link violationsFor} has no deviation, and why. */
export function unviolatedFor(
  schema: unknown,
  value: unknown,
  options: SchemaOptions = {},
): readonly Unviolated[] {
  const { engine, node } = open(schema, options, false);
  return planViolations(engine, node, value).whole().unviolated;
}

/**
 * Draws deviations of a valid value in one keyword: a random one each, with a random wrong value.
 * @throws {UnsupportedSchemaError} none is known
 */
export function violationArbitraryFor(
  schema: unknown,
  value: unknown,
  options: SchemaOptions = {},
): fc.Arbitrary<Violation> {
  const { engine, node } = open(schema, options, false);
  return violationArbitrary(planViolations(engine, node, value).whole());
}

/**
 * Lists valid values on the edges of every keyword, each one deviation from a plain value: the one
 * given, or the schema's own.
 * @throws {UnsatisfiableSchemaError} {@link UnsupportedSchemaError} none is given, and none can be had
 */
export function boundariesFor(
  schema: unknown,
  options: SchemaOptions & { readonly value?: unknown } = {},
): readonly Boundary[] {
  const { engine, node } = open(schema, options, false);
  const { value = engine.plain(node) } = options;
  return [...planBoundaries(engine, node, value)];
}

function open(
  schema: unknown,
  { dialect = '2020-12', remotes = {} }: SchemaOptions,
  honoursRefSiblings: boolean,
): { readonly engine: Engine; readonly node: SchemaNode } {
  if (!SCHEMA_DIALECTS.includes(dialect)) throw new TypeError(`Unknown dialect "${dialect}"`);
  const { resolver, root } = createRegistry({ schema, dialect, remotes });
  const engine = new Engine(
    createWorld({ resolver, direction: undefined, honoursRefSiblings, malformed: 'letter' }),
  );
  return { engine, node: engine.world.node(root) };
}
