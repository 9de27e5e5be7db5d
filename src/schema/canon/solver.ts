/**
 * The solver keeps what is known of every goal of one world: its branches per type, and how deep
 * its shallowest value is. A goal of infinite height has no value at all; that is how recursion
 * without an end and required members that can't exist are told.
 */
import { JSON_TYPES, type JsonType } from '../json-value.ts';
import { accepts } from '../judge/evaluate.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import type { World } from '../model/world.ts';
import type { ArrayBranch, Branch, ObjectBranch, Shape } from './branch.ts';
import { itemLiterals, memberLiterals } from './claims.ts';
import { Goals, type Goal, type Literal } from './literal.ts';
import { requirementsOf, type Requirements } from './requirements.ts';
import { Languages } from '../text/languages.ts';
import { searchBranches, type Branches } from './search.ts';

/** A branch that has values. */
export interface Way {
  readonly type: JsonType;
  readonly branch: Branch;
  /** Levels of nesting below its shallowest value. */
  readonly height: number;
}

export class Solver {
  readonly world: World;
  readonly languages = new Languages();
  readonly #effort: 'quick' | 'thorough';
  readonly #goals = new Goals();
  #isComplete = true;
  readonly #branches = new Map<string, Branches>();
  readonly #heights = new Map<Goal, number>();
  readonly #shapeHeights = new Map<Branch, number>();
  readonly #ways = new Map<Goal, readonly Way[]>();
  readonly #requirements = new Map<Shape, Requirements | undefined>();
  readonly #either = new Map<string, SchemaNode>();

  constructor(world: World, effort: 'quick' | 'thorough' = 'quick') {
    this.world = world;
    this.#effort = effort;
  }

  goal(literals: readonly Literal[]): Goal {
    return this.#goals.of(literals);
  }

  itemGoal({ claims }: ArrayBranch, index: number, extra: readonly Literal[] = []): Goal {
    return this.goal([...itemLiterals(claims, index), ...extra]);
  }

  memberGoal(branch: ObjectBranch, name: string, extra: readonly Literal[] = []): Goal {
    return this.goal([...memberLiterals(branch, name), ...extra]);
  }

  /** Whether every way was looked at so far: if so, a goal without ways has no value. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** @returns one schema for several of which any may hold. */
  either(schemas: readonly SchemaNode[]): SchemaNode {
    const key = schemas.map(({ id }) => id).join(' ');
    const known = this.#either.get(key);
    if (known !== undefined) return known;
    const made = this.world.synthetic({ anyOf: schemas }, schemas[0]?.place ?? '');
    this.#either.set(key, made);
    return made;
  }

  branches(goal: Goal, type: JsonType): Branches {
    const key = `${type} ${goal.key}`;
    const known = this.#branches.get(key);
    if (known !== undefined) return known;
    const either = (schemas: readonly SchemaNode[]): SchemaNode => this.either(schemas);
    const found = searchBranches(goal, type, either, this.#effort);
    if (!found.isComplete) this.#isComplete = false;
    this.#branches.set(key, found);
    return found;
  }

  /** @returns what must exist below a value of the shape. */
  requirements(shape: Shape): Requirements | undefined {
    if (this.#requirements.has(shape)) return this.#requirements.get(shape);
    const found = requirementsOf(shape, this);
    this.#requirements.set(shape, found);
    return found;
  }

  /** @returns whether the literals allow the name of a member. */
  allowsName(branch: ObjectBranch, name: string): boolean {
    return branch.names.every((literal) => accepts(literal.node, name) === literal.holds);
  }

  /** @returns the ways that have values, of every type. */
  ways(goal: Goal): readonly Way[] {
    const known = this.#ways.get(goal);
    if (known !== undefined) return known;
    this.height(goal);
    const ways = JSON_TYPES.flatMap((type) =>
      this.branches(goal, type).branches.flatMap((branch) => {
        const height = this.#branchHeight(branch);
        return height < Infinity ? [{ type, branch, height }] : [];
      }),
    );
    this.#ways.set(goal, ways);
    return ways;
  }

  /** @returns the nesting of the goal's shallowest value; Infinity where it has none. */
  height(goal: Goal): number {
    const known = this.#heights.get(goal);
    if (known !== undefined) return known;
    const open = this.#reach(goal);
    for (let changed = true; changed;) {
      changed = false;
      for (const each of open) {
        const height = this.#leastHeight(each);
        if (height < (this.#heights.get(each) ?? Infinity)) {
          this.#heights.set(each, height);
          changed = true;
        }
      }
    }
    for (const each of open) if (!this.#heights.has(each)) this.#heights.set(each, Infinity);
    return this.#heights.get(goal) ?? Infinity;
  }

  /** @returns goals without a height that the goal's values may need, the goal included. */
  #reach(goal: Goal): ReadonlySet<Goal> {
    const open = new Set<Goal>();
    const queue = [goal];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (open.has(next) || this.#heights.has(next)) continue;
      open.add(next);
      for (const type of JSON_TYPES)
        for (const { shape } of this.branches(next, type).branches)
          for (const alternatives of this.requirements(shape) ?? []) queue.push(...alternatives);
    }
    return open;
  }

  #leastHeight(goal: Goal): number {
    let least = Infinity;
    for (const type of JSON_TYPES)
      for (const branch of this.branches(goal, type).branches)
        least = Math.min(least, this.#branchHeight(branch));
    return least;
  }

  #branchHeight(branch: Branch): number {
    const known = this.#shapeHeights.get(branch);
    if (known !== undefined) return known;
    const height = this.#shapeHeight(branch.shape);
    // Heights only fall while they are worked out: a finite one of a leaf is final.
    if (height === 0) this.#shapeHeights.set(branch, height);
    return height;
  }

  #shapeHeight(shape: Shape): number {
    const requirements = this.requirements(shape);
    if (requirements === undefined) return Infinity;
    let height = 0;
    for (const alternatives of requirements) {
      const least = Math.min(...alternatives.map((goal) => this.#heights.get(goal) ?? Infinity));
      height = Math.max(height, least + 1);
    }
    return height;
  }
}
