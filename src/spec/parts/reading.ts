/**
 * What the readers of one description share: its documents, the units and the defects found so far.
 * One reading makes one Api.
 */
import type { Dialect } from '../api.ts';
import { dialectOf } from '../dialect.ts';
import type { Documents } from '../documents.ts';
import { type Place, splitPlace } from '../place.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import type { Part } from './part.ts';
import { type Defect, defectsOf, newUnit, type Unit } from './unit.ts';

export interface Reading {
  readonly documents: Documents;
  /** The unit of whatever stands at a place that references point at. */
  unitAt(place: Place): Unit;
  /** Makes a unit known as what stands at a place. */
  placeUnit(place: Place, unit: Unit): void;
  /** The innermost known unit that a place lies within, if any. */
  unitAround(place: Place): Unit | undefined;
  /** @returns whether this is the first time that somebody walks the unit as a schema. */
  enterSchema(unit: Unit): boolean;
  dialectAt(place: Place): Dialect;
  /** Notes that a schema applies another to the same value. */
  noteInPlace(from: Part, to: Place): void;
  /** All that has been noted so, by the place of the schema that applies. */
  readonly inPlace: ReadonlyMap<Place, InPlace>;
  report(part: Part, defect: DefectReport): void;
  /** @returns the defects found, in the order they were found, with the operations that they touch. */
  problems(operations: readonly OperationUnit[]): readonly Problem[];
}

export interface DefectReport {
  readonly code: ProblemCode;
  readonly message: string;
  /** Where it is; by default the place of the part. */
  readonly place?: Place;
  readonly key?: string;
}

export interface InPlace {
  readonly part: Part;
  readonly targets: Set<Place>;
}

export interface OperationUnit {
  readonly id: string;
  readonly unit: Unit;
}

/** @returns a reading at its beginning; `dialect` is the root document's. */
export function newReading(documents: Documents, dialect: Dialect): Reading {
  const units = new Map<Place, Unit>();
  const entered = new Set<Unit>();
  const defective = new Set<Unit>();
  const inPlace = new Map<Place, InPlace>();
  const found = new Map<string, Defect>();
  const dialects = new Map<string, Dialect>();
  return {
    documents,
    unitAt: (place) => {
      const unit = units.get(place) ?? newUnit(place);
      units.set(place, unit);
      return unit;
    },
    placeUnit: (place, unit) => void units.set(place, unit),
    unitAround: (place) => {
      for (let at = place; at.includes('/'); at = at.slice(0, at.lastIndexOf('/'))) {
        const unit = units.get(at);
        if (unit !== undefined) return unit;
      }
      return undefined;
    },
    enterSchema: (unit) => {
      const isFirst = !entered.has(unit);
      entered.add(unit);
      return isFirst;
    },
    dialectAt: (place) => {
      const { file } = splitPlace(place);
      const known = dialects.get(file) ?? dialectOf(documents.at(`${file}#`)) ?? dialect;
      dialects.set(file, known);
      return known;
    },
    noteInPlace: (part, to) => noteInPlace(inPlace, part, to),
    inPlace,
    report: (part, { code, message, place = part.place, key = `${code} ${place} ${message}` }) => {
      const defect = found.get(key) ?? { code, message, place, key };
      found.set(key, defect);
      part.unit.defects.set(key, defect);
      defective.add(part.unit);
    },
    problems: (operations) => {
      const touched = touchedOperations(operations, [...defective]);
      return [...found.values()].map(({ code, message, place, key }) => {
        return { code, message, place, operations: touched.get(key) ?? [] };
      });
    },
  };
}

function noteInPlace(inPlace: Map<Place, InPlace>, part: Part, to: Place): void {
  const noted = inPlace.get(part.place) ?? { part, targets: new Set() };
  noted.targets.add(to);
  inPlace.set(part.place, noted);
}

/** By the defect's key, the ids of the operations that depend on where it is. */
function touchedOperations(
  operations: readonly OperationUnit[],
  defective: readonly Unit[],
): ReadonlyMap<string, readonly string[]> {
  const touched = new Map<string, string[]>();
  const users = operations.map(({ unit }) => unit);
  const defects = defectsOf(users, defective);
  for (const { id, unit } of operations) {
    for (const key of defects.get(unit) ?? []) {
      const ids = touched.get(key) ?? [];
      ids.push(id);
      touched.set(key, ids);
    }
  }
  return touched;
}
