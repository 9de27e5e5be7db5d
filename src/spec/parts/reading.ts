/**
 * What the readers of one description share: its documents, the units and the defects found so far.
 * One reading makes one Api.
 */
import type { Dialect } from '../api.ts';
import type { Documents, Resolved } from '../documents.ts';
import { type Place, placeBelow, splitPlace } from '../place.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import { isObject, type Part } from './part.ts';
import { type Defect, newUnit, reachableDefects, type Unit } from './unit.ts';

export interface Reading {
  readonly documents: Documents;
  /** The unit of whatever stands at a place that references point at. */
  unitAt(place: Place): Unit;
  /** @returns whether this is the first time that somebody walks the unit as a schema. */
  enterSchema(unit: Unit): boolean;
  dialectAt(place: Place): Dialect;
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

export interface OperationUnit {
  readonly id: string;
  readonly unit: Unit;
}

/** @returns a reading at its beginning; `dialect` is the root document's. */
export function newReading(documents: Documents, dialect: Dialect): Reading {
  const units = new Map<Place, Unit>();
  const entered = new Set<Unit>();
  const found = new Map<string, Defect>();
  const dialects = new Map<string, Dialect>();
  return {
    documents,
    unitAt: (place) => {
      const unit = units.get(place) ?? newUnit(place);
      units.set(place, unit);
      return unit;
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
    report: (part, { code, message, place = part.place, key = `${code} ${place} ${message}` }) => {
      const defect = found.get(key) ?? { code, message, place, key };
      found.set(key, defect);
      part.unit.defects.set(key, defect);
    },
    problems: (operations) => {
      const touched = new Map<string, string[]>();
      for (const { id, unit } of operations) {
        for (const key of reachableDefects(unit)) {
          const ids = touched.get(key) ?? [];
          ids.push(id);
          touched.set(key, ids);
        }
      }
      return [...found.values()].map(({ code, message, place, key }) => ({
        code,
        message,
        place,
        operations: touched.get(key) ?? [],
      }));
    },
  };
}

/** @returns the dialect that a whole OpenAPI document says it is in. */
export function dialectOf(document: unknown): Dialect | undefined {
  const version = isObject(document) ? document['openapi'] : undefined;
  if (typeof version !== 'string' && typeof version !== 'number') return undefined;
  if (/^3\.0(\.|$)/.test(String(version)) || version === 3) return 'openapi-3.0';
  return /^3\.1(\.|$)/.test(String(version)) ? 'openapi-3.1' : undefined;
}

/**
 * Follows a part that is a Reference Object, and further ones it leads to, to the part that is meant.
 * @param consequence what is done when it leads nowhere: "the parameter is left out".
 * @returns undefined when it leads nowhere, which is reported.
 */
export function follow(reading: Reading, part: Part, consequence: string): Part | undefined {
  const seen = new Set<Place>([part.place]);
  let current = part;
  while (isObject(current.value) && Object.hasOwn(current.value, '$ref')) {
    const next = followOnce(reading, current, consequence);
    if (next === undefined) return undefined;
    if (seen.has(next.place)) {
      reading.report(next, {
        code: 'circular-reference',
        message: `this reference leads back to itself; ${consequence}`,
        key: `circle ${[...seen].sort()[0]}`,
      });
      return undefined;
    }
    seen.add(next.place);
    current = next;
  }
  return current;
}

function followOnce(reading: Reading, part: Part, consequence: string): Part | undefined {
  const reference = (part.value as { readonly $ref: unknown }).$ref;
  if (typeof reference !== 'string') {
    const message = `$ref must be a string; ${consequence}`;
    reading.report(part, { code: 'wrong-part', message, place: placeBelow(part.place, '$ref') });
    return undefined;
  }
  const resolved = reading.documents.resolve(reference, part.place);
  if (resolved.kind === 'dangling') {
    reportDangling(reading, part, resolved, consequence);
    return undefined;
  }
  const unit = reading.unitAt(resolved.place);
  part.unit.uses.add(unit);
  return { value: resolved.value, place: resolved.place, unit };
}

/** Reports a `$ref` that leads nowhere: one problem for each target, or for each file without text. */
export function reportDangling(
  reading: Reading,
  part: Part,
  { target, cause, reason }: Extract<Resolved, { kind: 'dangling' }>,
  consequence: string,
  keyword = '$ref',
): void {
  const { file, pointer } = splitPlace(target);
  const place = placeBelow(part.place, keyword);
  if (cause === 'unreadable-file') {
    const message = `${file} cannot be used: ${reason}; ${consequence}`;
    reading.report(part, { code: 'unreadable-file', message, place, key: `unreadable ${file}` });
    return;
  }
  const shown = file === splitPlace(part.place).file ? `#${pointer}` : target;
  const message = `"${shown}" leads nowhere, since ${reason}; ${consequence}`;
  reading.report(part, { code: 'dangling-reference', message, place, key: `dangling ${target}` });
}
