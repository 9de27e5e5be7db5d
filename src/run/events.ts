/**
 * The only way out of a run. The union written out, one JSON object a line, is `run.ndjson`; every
 * report is a fold over it. Secrets are redacted before an event exists, and every event that
 * belongs to an operation carries its id as `operation`.
 */
import type { Phase } from '../cases/case.ts';
import type { Intent } from '../cases/intent.ts';
import type { NotReached, Verdict } from '../checks/verdict.ts';
import type { Severity } from '../checks/check.ts';
import type { Place, SourceLocation } from '../spec/place.ts';
import type { Problem } from '../spec/problem.ts';
import type { HeaderField } from '../wire/request.ts';
import type { Lessons } from './lessons.ts';
import type { FaultKind } from '../transport/exchange.ts';

/** Grows when a reader of an older log would misread a newer one. */
export const LOG_VERSION = 1;

export type RunEvent =
  | RunStarted
  | SpecProblem
  | OperationStarted
  | ExchangeEvent
  | VerdictEvent
  | UnsentEvent
  | FailureEvent
  | Note
  | PhaseFinished
  | OperationFinished
  | RunFinished;

export interface RunStarted {
  readonly kind: 'run-started';
  readonly version: typeof LOG_VERSION;
  readonly assay: string;
  readonly title: string;
  /** The description's path or URL, as given. */
  readonly source: string;
  readonly baseUrl: string;
  readonly seed: number;
  readonly phases: readonly Phase[];
  readonly concurrency: number;
  readonly operations: readonly OperationSummary[];
  /** Names of the checks that are on, in order of blame. */
  readonly checks: readonly string[];
  /** ISO 8601, UTC. */
  readonly startedAt: string;
}

export interface OperationSummary {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly tags: readonly string[];
  readonly location: SourceLocation;
}

export interface SpecProblem extends Problem {
  readonly kind: 'spec-problem';
  readonly location: SourceLocation;
}

export interface OperationStarted {
  readonly kind: 'operation-started';
  readonly operation: string;
}

export interface ExchangeEvent {
  readonly kind: 'exchange';
  readonly operation: string;
  readonly phase: Phase;
  readonly case: string;
  readonly intent: Intent;
  readonly deviation: string;
  readonly request: RequestRecord;
  readonly attempts: number;
  /** Milliseconds since the run started. */
  readonly startedMs: number;
  readonly elapsedMs: number;
  readonly outcome: OutcomeRecord;
}

export interface RequestRecord {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly HeaderField[];
  readonly body: BodyRecord | null;
}

export type OutcomeRecord =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: readonly HeaderField[];
      readonly body: BodyRecord | null;
    }
  | { readonly kind: 'fault'; readonly fault: FaultKind; readonly message: string }
  | { readonly kind: 'held-back'; readonly why: string; readonly status: number };

/** A body in the log: text where it is UTF-8, else base64; over 16 KB cut, with length and hash. */
export interface BodyRecord {
  readonly encoding: 'text' | 'base64';
  readonly content: string;
  /** Bytes of the whole body. */
  readonly bytes: number;
  /** SHA-256 of the whole body in hex, only where `content` was cut. */
  readonly sha256?: string;
}

/** What every check that applies said of one exchange. */
export interface VerdictEvent {
  readonly kind: 'verdict';
  readonly operation: string;
  readonly phase: Phase;
  readonly case: string;
  /** Check name to verdict; passes as the bare word, to keep the log small. */
  readonly checks: Readonly<Record<string, 'pass' | Exclude<Verdict, { kind: 'pass' }>>>;
}

/** A planned case that was not sent, save for those that are only counted: sent before, or not proven. */
export interface UnsentEvent {
  readonly kind: 'unsent';
  readonly operation: string;
  readonly phase: Phase;
  readonly case: string;
  readonly deviation: string;
  readonly why: NotReached;
}

/** A distinct failure, when it is first seen and made small. Counts follow in {@link RunFinished}. */
export interface FailureEvent {
  readonly kind: 'failure';
  readonly operation: string;
  readonly phase: Phase;
  /** Eight hex digits of the fingerprint: what `replay` and reports call it. */
  readonly id: string;
  readonly fingerprint: string;
  readonly code: string;
  readonly check: string;
  readonly severity: Severity;
  readonly title: string;
  readonly detail: string;
  /** What was sent and what it deserved, in one sentence. */
  readonly sentence: string;
  /** What the accepted request beside it has instead, in one sentence; empty where there is none. */
  readonly twin: string;
  readonly at: string;
  /** Lines of the answer around `at`, with an arrow; none for the answer as a whole. */
  readonly answerFrame: readonly string[];
  readonly place: Place;
  readonly location: SourceLocation;
  /** Lines of the description around `location`, the one that is meant marked. */
  readonly frame: readonly string[];
  readonly keyword: string;
  readonly expected: unknown;
  readonly actual: unknown;
  /** The smallest exchange that shows it, bodies whole. */
  readonly example: ExchangeEvent;
  readonly curl: string;
  /** How often the smallest request failed of how often it was sent, such as `2/2`. */
  readonly reproduced: string;
}

/** Something to know of the target that is no failure. */
export interface Note {
  readonly kind: 'note';
  readonly message: string;
}

export interface PhaseFinished {
  readonly kind: 'phase-finished';
  readonly operation: string;
  readonly phase: Phase;
  readonly sent: number;
  /** Why nothing of it was sent, where nothing was. */
  readonly notReached?: NotReached;
}

/** One operation's account of the run. */
export interface OperationFinished {
  readonly kind: 'operation-finished';
  readonly operation: string;
  readonly ledger: OperationLedger;
}

export interface OperationLedger {
  readonly sent: number;
  /** Answered with any 2xx, or with a 3xx that the operation declares. */
  readonly accepted: number;
  /** Status to how often it came. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly mediaTypes: readonly string[];
  readonly checks: Readonly<Record<string, VerdictCounts>>;
  /** Why it was never accepted, where it was not. */
  readonly untested: NotReached | null;
  /** True when manners forbade to send it: it does not count against the gate. */
  readonly withheld: boolean;
}

export interface VerdictCounts {
  readonly pass: number;
  readonly fail: number;
  readonly notReached: number;
  readonly skipped: number;
}

export interface RunFinished {
  readonly kind: 'run-finished';
  readonly exitCode: 0 | 1 | 2 | 130;
  /** One sentence each: what made the exit code other than 0. */
  readonly reasons: readonly string[];
  readonly interrupted: boolean;
  readonly operations: number;
  readonly accepted: number;
  readonly withheld: number;
  readonly sent: number;
  /** Ranked: by severity, then by operations touched. */
  readonly failures: readonly FailureCount[];
  readonly elapsedMs: number;
  /** Invalid cases that were dropped, since some reading of their bytes is valid. */
  readonly unproven: number;
  /** Cases that were left out, since the same bytes had been sent. */
  readonly repeated: number;
  /** Cases not judged, since the description says that what they break is not enforced. */
  readonly unenforced: number;
  /** Refusals not judged, since no schema can state what is valid there. */
  readonly opaque: number;
  /** Findings that config tolerates. */
  readonly tolerated: number;
  /** Which request was the last that showed something new: a status, a failure. */
  readonly lastLesson: number;
  /** The same of the requests drawn at random alone: of no others could there be more. */
  readonly drawn: Lessons;
  /** True where cases were left when time or requests ran out. */
  readonly outOfBudget: boolean;
}

export interface FailureCount {
  readonly id: string;
  readonly count: number;
  readonly operations: readonly string[];
  /** Where it was sighted, each place once. */
  readonly sightings: readonly Sighting[];
}

/** A check that failed over a cause, whether the cause is told there or elsewhere, by another check even. */
export interface Sighting {
  readonly operation: string;
  readonly phase: Phase;
  readonly check: string;
}
