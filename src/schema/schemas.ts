/**
 * The harness's door: values and verdicts for schemas where they stand in a description. Everything
 * is worked out when first asked for and kept per place and direction.
 */
import type fc from 'fast-check';
import type { SchemaAt } from '../spec/api.ts';
import type { Documents } from '../spec/documents.ts';
import type { Boundary } from './boundaries/boundary.ts';
import { planBoundaries } from './boundaries/plan-boundaries.ts';
import type { Tier } from './draw/draw.ts';
import { Engine } from './engine.ts';
import type { Validator } from './judge/judge.ts';
import { describedBy, locationIn } from './model/description-resolver.ts';
import { createWorld, type Direction } from './model/world.ts';
import type { SchemaNode } from './model/schema-node.ts';
import { planViolations, type GrowingPlan } from './violations/plan.ts';
import type { Violation } from './violations/violation.ts';
import { violationArbitrary } from './violations/violation-arbitrary.ts';

export type { SchemaError } from './judge/schema-error.ts';
export type { Tier };
export type { Boundary, Violation };

export interface ArbitraryOptions {
  readonly direction: Direction;
  readonly tier: Tier;
}

export interface Schemas {
  /** Compiled lazily, cached per place and direction; never throws on a value. */
  validator(at: SchemaAt, direction: Direction): Validator;
  /** Quick boolean form of the same. */
  isValid(at: SchemaAt, direction: Direction, value: unknown): boolean;
  /** @throws {UnsatisfiableSchemaError} {@link UnsupportedSchemaError} no value can be had */
  arbitrary(at: SchemaAt, options: ArbitraryOptions): fc.Arbitrary<unknown>;
  /** One plain, minimal but realistic valid value; the same each time. */
  plain(at: SchemaAt, direction: Direction): unknown;
  /**
   * Every provable deviation of a valid value in one keyword, worked out as it is asked for; none of a
   * value that is not valid.
   */
  violations(at: SchemaAt, value: unknown, options: DeviationOptions): Iterable<Violation>;
  /** The same drawn. @throws {UnsupportedSchemaError} no violation of the value is known */
  violation(at: SchemaAt, value: unknown, options: DeviationOptions): fc.Arbitrary<Violation>;
  /** Valid values on the edges of every keyword, one deviation from the given value each, in the same way. */
  boundaries(at: SchemaAt, value: unknown, options: DeviationOptions): Iterable<Boundary>;
}

export interface DeviationOptions {
  readonly direction: Direction;
}

/** @returns the engine over a description's files. */
export function createSchemas(documents: Documents): Schemas {
  const resolver = describedBy(documents);
  const engineFor = (direction: Direction): Engine =>
    new Engine(
      createWorld({ resolver, direction, honoursRefSiblings: false, malformed: 'absent' }),
    );
  const engines = { request: engineFor('request'), response: engineFor('response') };
  const planOf = createPlans();
  const nodeIn = (engine: Engine, { schema, dialect, place }: SchemaAt): SchemaNode =>
    engine.world.node({ raw: schema, location: locationIn(place, dialect) });
  return {
    validator: (at, direction) => {
      const engine = engines[direction];
      return engine.judge.validator(nodeIn(engine, at));
    },
    isValid: (at, direction, value) => {
      const engine = engines[direction];
      return engine.judge.isValid(nodeIn(engine, at), value);
    },
    arbitrary: (at, { direction, tier }) => {
      const engine = engines[direction];
      return engine.arbitrary(nodeIn(engine, at), tier);
    },
    plain: (at, direction) => {
      const engine = engines[direction];
      return engine.plain(nodeIn(engine, at));
    },
    violations: (at, value, { direction }) => {
      const engine = engines[direction];
      return violationsOf(planOf(engine, nodeIn(engine, at), value));
    },
    violation: (at, value, { direction }) => {
      const engine = engines[direction];
      return violationArbitrary(planOf(engine, nodeIn(engine, at), value).whole());
    },
    boundaries: (at, value, { direction }) => {
      const engine = engines[direction];
      return planBoundaries(engine, nodeIn(engine, at), value);
    },
  };
}

function* violationsOf(plan: GrowingPlan): Iterable<Violation> {
  for (const { violation } of plan.planned()) yield violation;
}

/** @returns what plans the violations of a value, once for as long as that very value is there. */
function createPlans(): typeof planViolations {
  const plans = new WeakMap<object, Map<SchemaNode, GrowingPlan>>();
  return (engine, node, value) => {
    if (typeof value !== 'object' || value === null) return planViolations(engine, node, value);
    const known = plans.get(value) ?? new Map<SchemaNode, GrowingPlan>();
    plans.set(value, known);
    const plan = known.get(node) ?? planViolations(engine, node, value);
    known.set(node, plan);
    return plan;
  };
}
