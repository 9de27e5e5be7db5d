/**
 * The engine of one world: its solver and its judge, and the arbitraries made of both. Both doors
 * of the room lead here.
 */
import fc from 'fast-check';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Place } from '../spec/place.ts';
import { explain } from './canon/explain.ts';
import { holds } from './canon/literal.ts';
import { Solver } from './canon/solver.ts';
import type { Tier } from './draw/draw.ts';
import { Randomness } from './draw/randomness.ts';
import { UnsatisfiableSchemaError, UnsupportedSchemaError } from './errors.ts';
import { Judge } from './judge/judge.ts';
import type { SchemaNode } from './model/schema-node.ts';
import type { World } from './model/world.ts';
import { drawValid, plainOf, ValueArbitrary, type ValueSource } from './value-arbitrary.ts';

export class Engine {
  readonly world: World;
  readonly solver: Solver;
  readonly judge: Judge;
  #thorough: Solver | undefined;
  readonly #arbitraries = new Map<string, fc.Arbitrary<unknown>>();
  readonly #plain = new Map<SchemaNode, unknown>();

  constructor(world: World) {
    this.world = world;
    this.solver = new Solver(world);
    this.judge = new Judge(world);
  }

  /** @returns the node's values. @throws {UnsatisfiableSchemaError} {@link UnsupportedSchemaError} */
  arbitrary(node: SchemaNode, tier: Tier): fc.Arbitrary<unknown> {
    const key = `${node.id} ${tier}`;
    const known = this.#arbitraries.get(key);
    if (known !== undefined) return known;
    const made = refusingDepth(node.place, () => {
      const source = this.#source(node, tier);
      // One value is had before anyone relies on there being some.
      drawValid(source, fixedRandomness());
      return new ValueArbitrary(source);
    });
    this.#arbitraries.set(key, made);
    return made;
  }

  /** @returns one plain valid value, the same each time. @throws like {@link arbitrary} */
  plain(node: SchemaNode): unknown {
    if (!this.#plain.has(node)) {
      const value = refusingDepth(node.place, () =>
        plainOf(this.#source(node, 'plain'), fixedRandomness()),
      );
      this.#plain.set(node, value);
    }
    return structuredClone(this.#plain.get(node));
  }

  #source(node: SchemaNode, tier: Tier): ValueSource {
    const solver = this.#solverFor(node);
    return {
      solver,
      goal: solver.goal([holds(node)]),
      tier,
      place: node.place,
      isValid: (value) => this.judge.isValid(node, value),
    };
  }

  /** The quick solver, unless it finds no way and has not looked at all of them. */
  #solverFor(node: SchemaNode): Solver {
    const quick = this.solver.goal([holds(node)]);
    if (this.solver.ways(quick).length > 0) return this.solver;
    if (this.solver.isComplete)
      throw new UnsatisfiableSchemaError(node.place, explain(quick, this.solver));
    this.#thorough ??= new Solver(this.world, 'thorough');
    const goal = this.#thorough.goal([holds(node)]);
    if (this.#thorough.ways(goal).length > 0) return this.#thorough;
    const clash = explain(goal, this.#thorough);
    if (this.#thorough.isComplete) throw new UnsatisfiableSchemaError(node.place, clash);
    throw new UnsupportedSchemaError(node.place, 'no way to satisfy it was found among too many');
  }
}

/** Turns what overflows the stack, or is nested without end, into a typed refusal. */
export function refusingDepth<T>(place: Place, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError)
      throw new UnsupportedSchemaError(place, 'it is nested too deep');
    throw error;
  }
}

const FIXED_SEED = 1;

function fixedRandomness(): Randomness {
  return new Randomness(new fc.Random(xoroshiro128plus(FIXED_SEED)));
}
