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

/** @returns the plan; empty where the value itself is not valid or nested too deep. */
export function planViolations(engine: Engine, root: SchemaNode, value: unknown): Plan {
  const base: Case = { engine, root, value, finder: new FaultFinder(), parts: new Parts(engine) };
  const planned: Planned[] = [];
  const unviolated: Unviolated[] = [];
  if (!engine.judge.isValid(root, value)) return { base, planned, unviolated };
  const walk = new Walk({ ...base, direction: engine.world.direction });
  try {
    for (const visit of walk.from(root, value)) {
      const { anchor } = visit;
      if (!findAt(anchor, anchor.put(visit.value), base.finder).holds) continue;
      for (const node of visit.applied) planAt(node, visit, { base, planned, unviolated });
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  const isViolated = new Set(planned.map(({ violation }) => violation.place));
  return { base, planned, unviolated: unviolated.filter(({ place }) => !isViolated.has(place)) };
}

interface Planning {
  readonly base: Case;
  readonly planned: Planned[];
  readonly unviolated: Unviolated[];
}

function planAt(node: SchemaNode, visit: Visit, { base, planned, unviolated }: Planning): void {
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
  }
}
