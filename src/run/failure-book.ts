/** The distinct failures of a run, each kept once with its count and the operations it touches. */
import { SEVERITY_RANK } from '../checks/check.ts';
import type { FailureCount, FailureEvent } from './events.ts';

export interface FailureBook {
  /** Counts one sighting. @returns true for the first of its fingerprint, which is then to be explained */
  sight(fingerprint: string, operation: string): boolean;
  /** Files the failure whose first sighting was announced by `sight`. */
  file(failure: FailureEvent): void;
  /** Forgets what did not show again, so that a later sighting is looked into anew. */
  retract(fingerprint: string): void;
  /** By severity, then by operations touched, then as first seen. */
  ranked(): readonly FailureCount[];
  readonly size: number;
}

interface Sighting {
  count: number;
  readonly operations: Set<string>;
  filed: FailureEvent | undefined;
}

/** @returns an empty book. */
export function createFailureBook(): FailureBook {
  const sightings = new Map<string, Sighting>();
  return {
    sight: (fingerprint, operation) => {
      const known = sightings.get(fingerprint);
      if (known === undefined) {
        const operations = new Set([operation]);
        sightings.set(fingerprint, { count: 1, operations, filed: undefined });
        return true;
      }
      known.count += 1;
      known.operations.add(operation);
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
      const filed = [...sightings.values()].flatMap(({ filed: about, count, operations }) =>
        about === undefined
          ? []
          : [{ id: about.id, severity: about.severity, count, operations: [...operations] }],
      );
      return filed
        .sort(
          (a, b) =>
            SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity] ||
            b.operations.length - a.operations.length,
        )
        .map(({ id, count, operations }) => ({ id, count, operations }));
    },
    get size() {
      return [...sightings.values()].filter(({ filed }) => filed !== undefined).length;
    },
  };
}
