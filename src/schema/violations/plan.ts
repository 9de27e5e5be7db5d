/**
 * All violations of one valid value: each keyword of its schema, wherever it has a say, broken by
 * itself, and by name those for which no violation is known.
 */
import type { Engine } from '../engine.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import { findAt } from './anchor.ts';
import { OutOfReach } from './attempt.ts';
import { attemptsOn } from './attempts.ts';
import { FaultFinder } from './fault-finder.ts';
import { Parts } from './parts.ts';
import { prove, type Case, type Tried } from './prove.ts';
import { pointerOf } from './spot.ts';
import type { Unviolated, Violation } from './violation.ts';
import { Walk, type Visit } from './walk.ts';

/** A violation, and how it came about: drawing goes on from there. */
export interface Planned extends Tried {
  readonly violation: Violation;
}

export interface Plan {
  readonly base: Case;
  readonly planned: readonly Planned[];
  readonly unviolated: readonly Unviolated[];
}

/** A plan that is made as far as it is asked for, and each part of it once. */
export interface GrowingPlan {
  planned(): Iterable<Planned>;
  whole(): Plan;
}

/** @returns the plan; empty where the value itself is not valid or nested too deep. */
export function planViolations(engine: Engine, root: SchemaNode, value: unknown): GrowingPlan {
  const base: Case = { engine, root, value, finder: new FaultFinder(), parts: new Parts(engine) };
  const planning: Planning = { base, planned: [], unviolated: [] };
  const { planned } = planning;
  const steps = stepsOf(planning);
  function* all(): Iterable<Planned> {
    for (let index = 0; ; index += 1) {
      while (index >= planned.length) if (steps.next().done === true) return;
      const next = planned[index];
      if (next !== undefined) yield next;
    }
  }
  return {
    planned: all,
    whole: () => {
      while (steps.next().done !== true);
      const isViolated = new Set(planned.map(({ violation }) => violation.place));
      const unviolated = planning.unviolated.filter(({ place }) => !isViolated.has(place));
      return { base, planned, unviolated };
    },
  };
}

/** Plans on, and pauses after each attempt. */
function* stepsOf(planning: Planning): Generator<undefined> {
  const { base } = planning;
  const { engine, root, value } = base;
  if (!engine.judge.isValid(root, value)) return;
  const walk = new Walk({ ...base, direction: engine.world.direction });
  try {
    for (const visit of walk.from(root, value)) {
      const { anchor } = visit;
      if (!findAt(anchor, anchor.put(visit.value), base.finder).holds) continue;
      for (const node of visit.applied) yield* planAt(node, visit, planning);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}

interface Planning {
  readonly base: Case;
  readonly planned: Planned[];
  readonly unviolated: Unviolated[];
}

function* planAt(
  node: SchemaNode,
  visit: Visit,
  { base, planned, unviolated }: Planning,
): Generator<undefined> {
  const { parts, engine } = base;
  const fresh = new Map<string, boolean>();
  const context = { node, spot: visit, parts, direction: engine.world.direction };
  for (const attempt of attemptsOn(context)) {
    const { keyword } = attempt;
    const isNew = fresh.get(keyword) ?? visit.isNew(node, keyword);
    fresh.set(keyword, isNew);
    if (!isNew) continue;
    const named = { keyword, place: node.placeOf(keyword), pointer: pointerOf(visit.steps) };
    if (attempt instanceof OutOfReach) {
      unviolated.push({ ...named, reason: attempt.reason });
      continue;
    }
    const tried: Tried = { attempt, node, spot: visit };
    const violation = prove(tried, base);
    if (violation !== undefined) planned.push({ ...tried, violation });
    else unviolated.push({ ...named, reason: 'no value tried is proven to break it' });
    yield;
  }
}
