/** What the parts of one run share: what it was given, and the books it keeps. */
import type { Case } from '../cases/case.ts';
import type { Check, Severity } from '../checks/check.ts';
import type { Schemas } from '../schema/schemas.ts';
import type { Api, Operation } from '../spec/api.ts';
import type { Sent } from '../transport/transport.ts';
import type { PreparedRequest } from '../wire/request.ts';
import type { GivenValues } from './bind.ts';
import type { RunEvent } from './events.ts';
import type { FailureBook } from './failure-book.ts';
import type { LedgerBook } from './ledger.ts';
import type { RunOptions } from './options.ts';
import type { Pool } from './pool.ts';
import type { Quiet } from './quiet.ts';
import type { Recorder } from './record.ts';

/** Sends as the operation's identity. `request` is what went out, credentials included. */
export type Send = (
  request: PreparedRequest,
  operation: Operation,
) => Promise<Sent & { readonly request: PreparedRequest }>;

export interface RunState {
  readonly api: Api;
  readonly operations: readonly Operation[];
  readonly schemas: Schemas;
  readonly checks: readonly ActiveCheck[];
  readonly options: RunOptions;
  readonly baseUrl: string;
  readonly isLoopback: boolean;
  readonly send: Send;
  readonly emit: (event: RunEvent) => void;
  readonly curl: (request: PreparedRequest, operation: Operation) => string;
  readonly recorder: Recorder;
  readonly signal: AbortSignal;
  readonly pool: Pool;
  /** Pool keys that some slot asks for. */
  readonly wanted: Set<string>;
  readonly ledgers: ReadonlyMap<string, LedgerBook>;
  readonly given: ReadonlyMap<string, GivenValues>;
  readonly failures: FailureBook;
  readonly quiet: Quiet;
  /** Templates that were accepted, by operation id, with the candidate that made them so. */
  readonly settled: Map<string, SettledTemplate>;
  readonly counts: RunCounts;
}

export interface ActiveCheck extends Check {
  readonly severity: Severity;
}

export interface SettledTemplate {
  readonly case: Case;
  readonly attempt: number;
}

/** The few numbers that change while a run goes on. */
export interface RunCounts {
  sent: number;
  /** Answers of any status: before the first, a refused connection is the target's address being wrong. */
  answers: number;
  /** Set once the target is gone for good; what is left is not sent. */
  gone: boolean;
}

/** @returns what was noted under that operation's id. @throws for an operation that is not of this run */
export function noted<Value>(book: ReadonlyMap<string, Value>, { id }: Operation): Value {
  const found = book.get(id);
  if (found === undefined) throw new Error(`operation ${id} is not of this run`);
  return found;
}
