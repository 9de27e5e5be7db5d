/**
 * Valid values for parts of a schema: what replaces a member, or is added as one, while all that is
 * asked of it holds or one keyword of it is turned round. What was had once is remembered by its
 * goal.
 */
import fc from 'fast-check';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Literal } from '../canon/literal.ts';
import { holds } from '../canon/literal.ts';
import type { Tier } from '../draw/draw.ts';
import { Randomness } from '../draw/randomness.ts';
import type { Engine } from '../engine.ts';
import { UnsupportedSchemaError } from '../errors.ts';
import { accepts } from '../judge/evaluate.ts';
import type { JsonType } from '../json-value.ts';
import type { Keywords, TypeName } from '../model/keywords.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import { drawValid, plainOf, type ValueSource } from '../value-arbitrary.ts';

/** A value that was found; told apart from none at all, since `undefined` proves nothing. */
export interface Found {
  readonly value: unknown;
}

const SEED = 1;
const KEY = 'plain part';

export class Parts {
  readonly #engine: Engine;
  readonly #types = new Map<string, SchemaNode>();
  readonly #requiring = new Map<string, SchemaNode>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** @returns one plain value of all the literals, the same each time; undefined where none is known. */
  plain(literals: readonly Literal[]): Found | undefined {
    const goal = this.#engine.solver.goal(literals);
    if (goal.memory.has(KEY)) {
      // Kept by this very function.
      return goal.memory.get(KEY) as Found | undefined;
    }
    const found = this.#had(literals, 'plain', (source) => plainOf(source, fixedRandomness()));
    goal.memory.set(KEY, found);
    return found;
  }

  /** @returns a drawn value of all the literals. */
  drawn(literals: readonly Literal[], tier: Tier, random: Randomness): Found | undefined {
    return this.#had(literals, tier, (source) => drawValid(source, random));
  }

  /** @returns the literal that the value is of that type. */
  ofType(type: TypeName): Literal {
    return this.#ofType(type, () => ({ type: [type] }));
  }

  /** @returns the literal that the value is of that type, and little in it: nobody looks into it. */
  smallOfType(type: JsonType): Literal {
    const member = (): SchemaNode => this.ofType('string').node;
    if (type === 'array')
      return this.#ofType('small array', () => ({ type: [type], maxItems: 2, items: member() }));
    if (type === 'object')
      return this.#ofType('small object', () => ({
        type: [type],
        maxProperties: 2,
        additionalProperties: member(),
      }));
    return this.ofType(type);
  }

  #ofType(name: string, keywords: () => Keywords): Literal {
    const known = this.#types.get(name);
    if (known !== undefined) return holds(known);
    const made = this.#engine.world.synthetic(keywords(), '');
    this.#types.set(name, made);
    return holds(made);
  }

  /** @returns the literal that the value is an object with that member. */
  having(name: string): Literal {
    const known = this.#requiring.get(name);
    if (known !== undefined) return holds(known);
    const made = this.#engine.world.synthetic({ type: ['object'], required: [name] }, '');
    this.#requiring.set(name, made);
    return holds(made);
  }

  /** @returns a schema of some keywords of the node, made once per key. */
  some(node: SchemaNode, key: string, keywords: () => Keywords): SchemaNode {
    return node.once(`part ${key}`, () => this.#engine.world.synthetic(keywords(), node.place));
  }

  #had(
    literals: readonly Literal[],
    tier: Tier,
    draw: (source: ValueSource) => unknown,
  ): Found | undefined {
    const { solver } = this.#engine;
    const goal = solver.goal(literals);
    if (solver.ways(goal).length === 0) return undefined;
    const isValid = (value: unknown): boolean =>
      literals.every(({ node, holds: asserted }) => accepts(node, value) === asserted);
    try {
      return { value: draw({ solver, goal, tier, place: '', isValid }) };
    } catch (error) {
      if (error instanceof UnsupportedSchemaError || error instanceof RangeError) return undefined;
      throw error;
    }
  }
}

/** @returns randomness that is the same each time. */
export function fixedRandomness(): Randomness {
  return new Randomness(new fc.Random(xoroshiro128plus(SEED)));
}

/** @returns the type that the keyword is about; undefined for those about any value. */
export function subjectOf(keyword: string): JsonType | undefined {
  return SUBJECTS.get(keyword);
}

const SUBJECTS: ReadonlyMap<string, JsonType> = new Map<string, JsonType>([
  ...(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'] as const).map(
    (name) => [name, 'number'] as const,
  ),
  ...(['minLength', 'maxLength', 'pattern'] as const).map((name) => [name, 'string'] as const),
  ...(['prefixItems', 'items', 'contains', 'minItems', 'maxItems', 'uniqueItems'] as const).map(
    (name) => [name, 'array'] as const,
  ),
  ...(['minContains', 'maxContains', 'unevaluatedItems'] as const).map(
    (name) => [name, 'array'] as const,
  ),
  ...(['required', 'properties', 'patternProperties', 'additionalProperties'] as const).map(
    (name) => [name, 'object'] as const,
  ),
  ...(['propertyNames', 'minProperties', 'maxProperties', 'dependentRequired'] as const).map(
    (name) => [name, 'object'] as const,
  ),
  ...(['dependentSchemas', 'unevaluatedProperties'] as const).map(
    (name) => [name, 'object'] as const,
  ),
]);
