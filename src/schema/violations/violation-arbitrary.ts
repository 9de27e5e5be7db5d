/**
 * Violations as an arbitrary: a random one of those planned, its wrong value drawn anew where the
 * schema leaves a choice. It shrinks to the planned one, whose wrong value is the simplest known.
 */
import fc from 'fast-check';
import { UnsupportedSchemaError } from '../errors.ts';
import { Randomness } from '../draw/randomness.ts';
import { JSON_TYPES, type JsonType } from '../json-value.ts';
import { fitsType } from '../judge/evaluate-scalar.ts';
import { FaultFinder } from './fault-finder.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import type { Plan, Planned } from './plan.ts';
import { violationBy } from './prove.ts';
import type { Violation } from './violation.ts';

/** How often a wrong value is drawn rather than taken from the plan. */
const DRAWN = 0.9;
const MOST_TRIES = 4;

/** @returns the arbitrary. @throws {UnsupportedSchemaError} no violation is known */
export function violationArbitrary(plan: Plan): fc.Arbitrary<Violation> {
  if (plan.planned.length === 0)
    throw new UnsupportedSchemaError(plan.base.root.place, 'no violation of it is known');
  return new ViolationArbitrary(plan);
}

class ViolationArbitrary extends fc.Arbitrary<Violation> {
  readonly #plan: Plan;

  constructor(plan: Plan) {
    super();
    this.#plan = plan;
  }

  override generate(mrng: fc.Random): fc.Value<Violation> {
    const random = new Randomness(mrng);
    const { planned } = this.#plan;
    const index = random.integer(0, planned.length - 1);
    const chosen = planned[index];
    // The plan is not empty, and the index is one of it.
    if (chosen === undefined) throw new RangeError('The plan has no such violation.');
    const drawn = random.chance(DRAWN) ? drawLike(chosen, this.#plan, random) : undefined;
    return new fc.Value(drawn ?? chosen.violation, drawn === undefined ? undefined : chosen);
  }

  override canShrinkWithoutContext(value: unknown): value is Violation {
    // What a violation came from is not to be seen from it.
    return value === this;
  }

  override shrink(_value: Violation, context: unknown): fc.Stream<fc.Value<Violation>> {
    const chosen = this.#plan.planned.find((each) => each === context);
    if (chosen === undefined) return fc.Stream.nil();
    return fc.Stream.of(new fc.Value(chosen.violation, undefined));
  }
}

function drawLike(planned: Planned, { base }: Plan, random: Randomness): Violation | undefined {
  const { attempt, node } = planned;
  const { parts } = base;
  const wrongTypes = wrongTypesOf(node);
  for (let attempts = 0; attempts < MOST_TRIES; attempts += 1) {
    const type = attempt.keyword === 'type' ? random.pick(wrongTypes) : undefined;
    const literals = type === undefined ? attempt.literals : [parts.smallOfType(type)];
    if (literals === undefined) return undefined;
    const found = parts.drawn(literals, 'wide', random);
    if (found === undefined) return undefined;
    if (attempt.keyword === 'type' && fitsType(node.keywords, found.value)) continue;
    // What is found of a drawn value is forgotten with it: there is no end of them.
    const violation = violationBy(planned, found.value, {
      ...base,
      finder: new FaultFinder(base.finder),
    });
    if (violation !== undefined) return violation;
  }
  return undefined;
}

/** Those that leave a choice, if there are any: `null` and `true` are among the planned ones as they are. */
function wrongTypesOf(node: SchemaNode): readonly JsonType[] {
  return node.once('wrong types', () => {
    const wrong = JSON_TYPES.filter((type) => node.keywords.type?.includes(type) === false);
    const open = wrong.filter((type) => type !== 'null' && type !== 'boolean');
    return open.length > 0 ? open : wrong;
  });
}
