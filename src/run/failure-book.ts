/** The distinct failures of a run, each kept once with its count and the operations it touches. */
import { SEVERITY_RANK } from '../checks/check.ts';
import type { CauseNames } from './cause-names.ts';
import type { FailureCount, FailureEvent, Sighting } from './events.ts';

export interface FailureBook {
  /** Counts one sighting. @returns true for the first of its cause, which is then to be explained */
  sight(names: CauseNames, where: Sighting): boolean;
  /** Files the failure whose first sighting was announced by `sight`. */
  file(failure: FailureEvent): void;
  /** Forgets what did not show again, so that a later sighting is looked into anew. */
  retract(fingerprint: string): void;
  /** By severity, then by operations touched, then as first seen. */
  ranked(): readonly FailureCount[];
  readonly size: number;
}

interface Sighted {
  count: number;
  readonly where: Map<string, Sighting>;
  filed: FailureEvent | undefined;
}

/** @returns an empty book. */
export function createFailureBook(): FailureBook {
  const sightings = new Map<string, Sighted>();
  /** Fingerprints, by what else their cause is known as. */
  const told = new Map<string, string>();
  return {
    sight: ({ fingerprint, also, unless = '' }, where) => {
      const key = `${where.operation} ${where.phase} ${where.check}`;
      if (also !== undefined && !sightings.has(told.get(also) ?? '')) told.set(also, fingerprint);
      const known = sightings.get(fingerprint) ?? sightings.get(told.get(unless) ?? unless);
      if (known === undefined) {
        sightings.set(fingerprint, { count: 1, where: new Map([[key, where]]), filed: undefined });
        return true;
      }
      known.count += 1;
      known.where.set(key, where);
      return false;
    },
    file: (failure) => {
      const sighting = sightings.get(failure.fingerprint);
      if (sighting !== undefined) sighting.filed = failure;
    },
    retract: (fingerprint) => {
      sightings.delete(fingerprint);
    },
    ranked: () => {
      const filed = [...sightings.values()].flatMap(({ filed: about, count, where }) => {
        if (about === undefined) return [];
        const places = [...where.values()];
        const operations = [...new Set(places.map(({ operation }) => operation))];
        return [{ id: about.id, severity: about.severity, count, operations, sightings: places }];
      });
      return filed
        .sort(
          (a, b) =>
            SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity] ||
            b.operations.length - a.operations.length,
        )
        .map(({ severity: _, ...count }) => count);
    },
    get size() {
      return [...sightings.values()].filter(({ filed }) => filed !== undefined).length;
    },
  };
}
