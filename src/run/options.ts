/**
 * What a run may be told, complete: `config/` applies defaults, so nothing here tests for undefined.
 */
import type { Phase } from '../cases/case.ts';
import type { Severity } from '../checks/check.ts';
import type { RefusalOverrides } from '../checks/refusal-statuses.ts';

export interface RunOptions {
  /** Unsigned 32-bit integer: same seed, same cases. */
  readonly seed: number;
  /** In the order of the design; `template` always comes first and is not listed. */
  readonly phases: readonly Exclude<Phase, 'template'>[];
  /** Cases an operation, of boundaries and of fuzz each. */
  readonly maxCases: number;
  /** Requests of the whole run; infinite for no bound. */
  readonly maxRequests: number;
  /** Of the whole run, in milliseconds, after which no new case is begun. */
  readonly maxTimeMs: number;
  /** Requests in flight at once. */
  readonly concurrency: number;
  /** Writes to a target that is not loopback. */
  readonly allowWrites: boolean;
  /** Resends spent on making one failure small. */
  readonly maxResends: number;
  /** operationId to parameter (or body pointer) to values, each used once by a remover. */
  readonly values: ValuesByOperation;
  /** operationIds that remove, beyond those that look like it. */
  readonly removers: readonly string[];
  /** operationIds that look like shutdown, reset, logout or purge and may be sent all the same. */
  readonly named: readonly string[];
  /** operationId to the identity it is sent as. */
  readonly identityOf: Readonly<Record<string, string>>;
  /** Check name to a severity of its own, or off. */
  readonly checks: Readonly<Record<string, Severity | 'off'>>;
  /** Statuses that count as refusals, instead of the checks' own. */
  readonly refusals: RefusalOverrides;
  /** Longest time that an answer should take, for who asks for response-time. */
  readonly maxResponseMs: number;
  /** Findings that are known and not to be reported. */
  readonly tolerate: readonly Tolerated[];
  readonly gate: Gate;
}

/** A finding that config accepts; what it does not name matches anything. */
export interface Tolerated {
  readonly check: string;
  readonly operation?: string | undefined;
  /** JSON pointer of the request's member, or of the answer's. */
  readonly pointer?: string | undefined;
  readonly keyword?: string | undefined;
  /** Why it is accepted; told in the summary. */
  readonly why: string;
}

export type ValuesByOperation = Readonly<
  Record<string, Readonly<Record<string, readonly unknown[]>>>
>;

export interface Gate {
  /** How many operations must be accepted: all that manners allow, or a share from 0 to 1. */
  readonly accepted: 'all' | number;
}
