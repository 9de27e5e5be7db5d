/**
 * A target says the same thing often: the same refusal, the same record, an empty list. A body that
 * came before is taken for the bytes it came as first, so that whatever was worked out of those (its
 * text, its value, what a schema says of it) is there already.
 */
import type { Operation } from '../spec/api.ts';
import type { Outcome } from '../transport/exchange.ts';

/** Larger ones are seldom the same twice, and many of them would fill the memory. */
const LONGEST = 16 * 1024;

export interface KnownBodies {
  /** @returns the outcome, its body the very object of the operation's last answer of that status where it says the same */
  recognise(operation: Operation, outcome: Outcome): Outcome;
}

/** @returns an empty book; it keeps one body for each operation and status. */
export function createKnownBodies(): KnownBodies {
  const last = new Map<string, Map<number, Uint8Array>>();
  return {
    recognise: (operation, outcome) => {
      if (outcome.kind !== 'answer' || outcome.body.byteLength > LONGEST) return outcome;
      const byStatus = last.get(operation.id) ?? new Map<number, Uint8Array>();
      last.set(operation.id, byStatus);
      const before = byStatus.get(outcome.status);
      if (before !== undefined && isSame(before, outcome.body)) {
        const { kind, status, headers } = outcome;
        return { kind, status, headers, body: before };
      }
      byStatus.set(outcome.status, outcome.body);
      return outcome;
    },
  };
}

function isSame(some: Uint8Array, others: Uint8Array): boolean {
  return some.byteLength === others.byteLength && Buffer.compare(some, others) === 0;
}
