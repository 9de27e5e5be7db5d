/**
 * What can be depended on as a whole: an operation, or anything a `$ref` points at. Units note their
 * defects and which other units they use; from that follows which operations a defect touches,
 * however many references lie between.
 */
import type { Place } from '../place.ts';
import type { ProblemCode } from '../problem.ts';

export interface Defect {
  readonly code: ProblemCode;
  readonly message: string;
  readonly place: Place;
  /** Defects with the same key are one; by default those that agree in code, place and message. */
  readonly key: string;
}

export interface Unit {
  readonly name: string;
  readonly defects: Map<string, Defect>;
  readonly uses: Set<Unit>;
}

/** @returns a unit that has no defects and uses nothing yet. */
export function newUnit(name: string): Unit {
  return { name, defects: new Map(), uses: new Set() };
}

/** @returns the keys of all defects of a unit and of what it uses, directly or not. */
export function reachableDefects(start: Unit): ReadonlySet<string> {
  const keys = new Set<string>();
  const seen = new Set([start]);
  const pending = [start];
  for (let unit = pending.pop(); unit !== undefined; unit = pending.pop()) {
    for (const key of unit.defects.keys()) keys.add(key);
    for (const used of unit.uses) {
      if (seen.has(used)) continue;
      seen.add(used);
      pending.push(used);
    }
  }
  return keys;
}
