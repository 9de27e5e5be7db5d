// From names to hooks: the faults that a sandbox was started with, each with memory of its own.
import { combineHooks, type Hooks } from './hooks.ts';
import { FAULTS } from './table.ts';

/** A name that no fault has; the message names the closest ones. */
export class UnknownFaultError extends Error {
  readonly code = 'UNKNOWN_FAULT';

  constructor(name: string, closest: readonly string[]) {
    const hint = closest.length > 0 ? ` Did you mean ${closest.join(' or ')}?` : '';
    super(`There is no fault named "${name}".${hint}`);
    this.name = 'UnknownFaultError';
  }
}

/** The hooks of these faults together. @throws {UnknownFaultError} */
export function chooseFaults(names: readonly string[]): Hooks {
  if (names.length === 0) return {};
  return combineHooks(
    names.map((name) => {
      const fault = FAULTS.find((candidate) => candidate.name === name);
      if (fault === undefined) throw new UnknownFaultError(name, closestNames(name));
      return fault.how();
    }),
  );
}

function closestNames(name: string): readonly string[] {
  return FAULTS.map((fault) => ({ name: fault.name, distance: editDistance(name, fault.name) }))
    .filter(({ distance }) => distance <= Math.max(2, name.length / 3))
    .sort((left, right) => left.distance - right.distance)
    .slice(0, 2)
    .map((candidate) => candidate.name);
}

// Levenshtein, one row at a time.
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...left].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= right.length; column += 1) {
      const kept = (row[column - 1] ?? 0) + (right[column - 1] === letter ? 0 : 1);
      next.push(Math.min(kept, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
