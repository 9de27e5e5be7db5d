/**
 * Finds the branches of a goal for one type: makes every open choice, one way after the other, and
 * keeps what folds without a clash. Where the ways are too many, it takes a spread of them instead
 * of the first; the work is counted, so that no schema hangs it.
 */
import { identityOf, type JsonType } from '../json-value.ts';
import { accepts } from '../judge/evaluate.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import { asserted, type Option } from './asserted.ts';
import { atomsOf, type Clash } from './atom.ts';
import type { Branch, Shape } from './branch.ts';
import { Expansion, type OpenChoice } from './expansion.ts';
import { fold } from './fold.ts';
import type { Either } from './frame.ts';
import { liveOptions } from './live-options.ts';
import type { Goal } from './literal.ts';
import { memberClash } from './member-values.ts';

/** More ways than these are sampled. */
const MOST_BRANCHES = 40;
/** Ways to break one denied schema, unless the search is thorough. */
const MOST_BREAKS = 2;
/** Literals and options looked at for one goal and type. */
const MOST_STEPS = 30_000;
/** With more denied schemas open than these, they are left to a check of the value drawn. */
const MOST_DENIALS = 10;

export interface Branches {
  readonly branches: readonly Branch[];
  /** Why there are none, or why one of the ways is barred. */
  readonly clash: Clash | undefined;
  /** False where the work was cut: no branches then prove nothing. */
  readonly isComplete: boolean;
}

/**
 * `quick` takes a few ways to break a denied schema, `thorough` all of them, `loose` none: the value
 * drawn is checked instead.
 */
export type Effort = 'quick' | 'thorough' | 'loose';

interface Search {
  readonly goal: Goal;
  readonly either: Either;
  readonly found: Map<string, Branch>;
  readonly effort: Effort;
  clash: Clash | undefined;
  steps: number;
  /** Turns the order in which ways are tried. */
  turn: number;
  wanted: number;
  /** The first choice, with all that is known before it: no need to come there again. */
  fork: { readonly state: Expansion; readonly choice: OpenChoice } | undefined;
}

/** @returns the ways to satisfy the goal with a value of that type. */
export function searchBranches(
  goal: Goal,
  type: JsonType,
  either: Either,
  effort: 'quick' | 'thorough',
): Branches {
  const barred = typeClash(goal, type);
  if (barred !== undefined) return { branches: [], clash: barred, isComplete: true };
  const found = run(goal, type, either, effort);
  if (found.branches.length > 0 || found.isComplete) return found;
  return { ...run(goal, type, either, 'loose'), isComplete: false };
}

/** References followed for their types. */
const MOST_STEPS_TO_TYPE = 8;

/** The clash of a schema, asserted itself or by a reference, that does not take the type at all. */
function typeClash(goal: Goal, type: JsonType): Clash | undefined {
  for (const literal of goal.literals) {
    let node: SchemaNode | undefined = literal.holds ? literal.node : undefined;
    for (let steps = 0; node !== undefined && steps < MOST_STEPS_TO_TYPE; steps += 1) {
      const { clash } = asserted(node, type);
      if (clash !== undefined) return clash;
      node = node.keywords.ref;
    }
  }
  return undefined;
}

function run(goal: Goal, type: JsonType, either: Either, effort: Effort): Branches {
  const search: Search = {
    goal,
    either,
    found: new Map(),
    effort,
    clash: undefined,
    steps: MOST_STEPS,
    turn: 0,
    wanted: MOST_BRANCHES + 1,
    fork: undefined,
  };
  const start = new Expansion(type);
  const clash = goal.isAbsurd ? absurd(goal) : start.add(goal.literals);
  if (clash !== undefined) return { branches: [], clash, isComplete: true };
  const isAll = walk(search, start.copy(), 0);
  if (search.found.size > MOST_BRANCHES) spread(search, start);
  return { branches: [...search.found.values()], clash: search.clash, isComplete: isAll };
}

/** Replaces the first ways by ways from all over. */
function spread(search: Search, start: Expansion): void {
  search.found.clear();
  search.steps = MOST_STEPS;
  const { fork } = search;
  for (search.turn = 1; search.turn <= MOST_BRANCHES; search.turn += 1) {
    search.wanted = search.found.size + 1;
    if (fork === undefined) walk(search, start.copy(), 0);
    else branch(search, fork.state.copy(), fork.choice, 0);
    if (search.steps <= 0) return;
  }
}

/** @returns whether every way was looked at. */
function walk(search: Search, state: Expansion, depth: number): boolean {
  for (;;) {
    if (--search.steps <= 0) return false;
    if (search.effort === 'loose' || state.choices.length > MOST_DENIALS)
      loosen(state, search.effort === 'loose');
    const next = nextChoice(search, state);
    if (next === 'barred') return true;
    if (next === 'none') return finish(search, state);
    const [only, ...more] = next.options;
    if (only === undefined) return true;
    if (more.length > 0) return branch(search, state, next, depth);
    state.atoms.push(...only.atoms);
    const clash = state.add(only.literals, next.frames);
    if (clash !== undefined) return note(search, clash);
  }
}

function branch(search: Search, state: Expansion, choice: OpenChoice, depth: number): boolean {
  const { length } = choice.options;
  if (depth === 0) search.fork ??= { state: state.copy(), choice };
  const first = turned(search.turn, depth) % length;
  const enough = search.found.size + mostWays(search, choice);
  let isAll = true;
  for (let index = 0; index < length; index += 1) {
    const option = choice.options[(first + index) % length];
    const isLast = index === length - 1;
    // Nobody needs the state after the last way.
    const way = isLast ? state : state.copy();
    if (option !== undefined && !takeWay(search, way, { option, choice, depth })) isAll = false;
    if (search.found.size >= search.wanted || search.steps <= 0) return false;
    if (search.found.size >= enough && !isLast) return false;
  }
  return isAll;
}

/** Of the ways to break a denied schema a few are enough, unless the search is thorough. */
function mostWays({ effort }: Search, { denial }: OpenChoice): number {
  return denial !== undefined && effort === 'quick' ? MOST_BREAKS : Infinity;
}

interface Taken {
  readonly option: Option;
  readonly choice: OpenChoice;
  readonly depth: number;
}

function takeWay(search: Search, way: Expansion, { option, choice, depth }: Taken): boolean {
  way.atoms.push(...option.atoms);
  const clash = way.add(option.literals, choice.frames) ?? surfaceClash(way);
  return clash === undefined ? walk(search, way, depth + 1) : note(search, clash);
}

/** The first choice goes round in order; deeper ones are mixed, so that pairs differ. */
function turned(turn: number, depth: number): number {
  if (turn === 0) return 0;
  if (depth === 0) return turn - 1;
  return (Math.imul(turn * 31 + depth, 2654435761) >>> 8) & 0xffff;
}

function surfaceClash(way: Expansion): Clash | undefined {
  if (way.type === 'null' || way.type === 'boolean') return undefined;
  const clash = way.type === 'object' ? memberClash(way.atoms) : undefined;
  if (clash !== undefined) return clash;
  const folded = fold(way.type, way.atoms);
  return folded.kind === 'clash' ? folded.clash : undefined;
}

/** Takes the open choice with the fewest ways left; choices that are settled are dropped. */
function nextChoice(search: Search, state: Expansion): OpenChoice | 'none' | 'barred' {
  let best: OpenChoice | undefined;
  const open: OpenChoice[] = [];
  for (const choice of state.choices) {
    search.steps -= choice.options.length;
    const live = liveOptions(choice, state);
    if (live === 'settled') continue;
    if (live.length === 0) {
      const { from } = choice;
      note(search, { first: from, second: from, reason: 'None of its branches can be satisfied.' });
      return 'barred';
    }
    const narrowed = live.length === choice.options.length ? choice : { ...choice, options: live };
    open.push(narrowed);
    if (best === undefined || live.length < best.options.length) best = narrowed;
  }
  state.choices = open.filter((choice) => choice !== best);
  return best ?? 'none';
}

function loosen(state: Expansion, isLoose: boolean): void {
  const denials = state.choices.filter(({ denial }) => denial !== undefined);
  if (!isLoose && denials.length <= MOST_DENIALS) return;
  for (const { denial } of denials) if (denial !== undefined) state.residual.push(denial);
  state.choices = state.choices.filter(({ denial }) => denial === undefined);
}

function finish(search: Search, state: Expansion): true {
  const atoms = state.finish(search.either);
  const folded = fold(state.type, atoms);
  if (folded.kind === 'clash') return note(search, folded.clash);
  const shape = amongIn(search, atoms, folded.shape);
  if (shape === undefined) return true;
  const key = `${search.found.size}`;
  const identity = shape.kind === 'values' ? `values ${identityOf(shape.values)}` : key;
  search.found.set(identity, { shape, residual: state.residual });
  return true;
}

/** Values that are listed are the shape: those of them that the whole goal takes. */
function amongIn(
  search: Search,
  atoms: ReturnType<Expansion['finish']>,
  shape: Shape,
): Shape | undefined {
  const lists = atomsOf(atoms, 'among');
  const except = new Set(atomsOf(atoms, 'except').flatMap(({ values }) => values.map(identityOf)));
  const sets = lists.map(({ values }) => new Set(values.map(identityOf)));
  const listed = shape.kind === 'values' ? shape.values : lists[0]?.values;
  if (listed === undefined) return shape;
  const kept = listed.filter((value) => {
    const identity = identityOf(value);
    return (
      !except.has(identity) &&
      sets.every((set) => set.has(identity)) &&
      search.goal.literals.every((literal) => accepts(literal.node, value) === literal.holds)
    );
  });
  if (kept.length > 0) return { kind: 'values', values: kept };
  const origins = [...lists, ...atoms].map(({ from }) => from);
  const [first = { keyword: 'enum', place: '' }, second = first] = origins;
  note(search, { first, second, reason: 'None of the listed values satisfies the rest.' });
  return undefined;
}

function note(search: Search, clash: Clash): true {
  search.clash ??= clash;
  return true;
}

function absurd(goal: Goal): Clash {
  const [first, second = first] = goal.literals;
  const place = first?.node.place ?? '';
  return {
    first: { keyword: '', place },
    second: { keyword: '', place: second?.node.place ?? place },
    reason: 'A schema is asserted and denied at once.',
  };
}
