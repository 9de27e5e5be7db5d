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
import { declaredNames, itemLiterals, memberLiterals, prefixLength } from './claims.ts';
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
  readonly #branches = new Map<Goal, Map<JsonType, Branches>>();
  readonly #heights = new Map<Goal, number>();
  readonly #shapeHeights = new Map<Branch, number>();
  readonly #ways = new Map<Goal, readonly Way[]>();
  readonly #requirements = new Map<Shape, Requirements | undefined>();
  readonly #either = new Map<string, SchemaNode>();
  readonly #memory = new Map<Shape, Map<string, unknown>>();

  constructor(world: World, effort: 'quick' | 'thorough' = 'quick') {
    this.world = world;
    this.#effort = effort;
  }

  goal(literals: readonly Literal[]): Goal {
    return this.#goals.of(literals);
  }

  itemGoal(branch: ArrayBranch, index: number, extra: readonly Literal[] = []): Goal {
    const { claims } = branch;
    if (extra.length > 0) return this.goal([...itemLiterals(claims, index), ...extra]);
    const goals = this.once(branch, 'items', () => new Map<number, Goal>());
    // Items past the prefix are all alike.
    const at = Math.min(
      index,
      this.once(branch, 'prefix', () => prefixLength(branch)),
    );
    const known = goals.get(at) ?? this.goal(itemLiterals(claims, at));
    goals.set(at, known);
    return known;
  }

  memberGoal(branch: ObjectBranch, name: string, extra: readonly Literal[] = []): Goal {
    if (extra.length > 0) return this.goal([...memberLiterals(branch, name), ...extra]);
    const goals = this.once(branch, 'members', () => new Map<string, Goal>());
    const known = goals.get(name);
    if (known !== undefined) return known;
    const made = this.goal(memberLiterals(branch, name));
    // Names that are made up have no end.
    if (this.#declares(branch, name)) goals.set(name, made);
    return made;
  }

  /** @returns the names that any claim of the branch declares, the required and owed ones first. */
  declaredNames(branch: ObjectBranch): readonly string[] {
    return this.once(branch, 'declared', () => declaredNames(branch));
  }

  /** @returns what was made of the shape under that key, made now if it wasn't. */
  once<T>(shape: Shape, key: string, make: () => T): T {
    const memory = this.#memory.get(shape) ?? new Map<string, unknown>();
    this.#memory.set(shape, memory);
    // Each key is used with one type only: that of its `make`.
    if (memory.has(key)) return memory.get(key) as T;
    const made = make();
    memory.set(key, made);
    return made;
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
    const byType = this.#branches.get(goal) ?? new Map<JsonType, Branches>();
    this.#branches.set(goal, byType);
    const known = byType.get(type);
    if (known !== undefined) return known;
    const either = (schemas: readonly SchemaNode[]): SchemaNode => this.either(schemas);
    const found = searchBranches(goal, type, either, this.#effort);
    if (!found.isComplete) this.#isComplete = false;
    byType.set(type, found);
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
    // What is needed is reached later: backwards, few rounds are enough.
    const open = [...this.#reach(goal)].reverse();
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

  #declares(branch: ObjectBranch, name: string): boolean {
    return this.once(branch, 'names', () => new Set(this.declaredNames(branch))).has(name);
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
      let least = Infinity;
      for (const goal of alternatives) least = Math.min(least, this.#heights.get(goal) ?? Infinity);
      height = Math.max(height, least + 1);
    }
    return height;
  }
}
