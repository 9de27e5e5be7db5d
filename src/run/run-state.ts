/** What the parts of one run share: what it was given, and the books it keeps. */
import type { Case } from '../cases/case.ts';
import type { Check, Severity } from '../checks/check.ts';
import type { ErrorShape } from '../checks/error-shape.ts';
import type { Judgement } from '../checks/judge-exchange.ts';
import type { Schemas } from '../schema/schemas.ts';
import type { Api, Operation } from '../spec/api.ts';
import type { Exchange } from '../transport/exchange.ts';
import type { Voice } from '../transport/voice.ts';
import type { RequestValues } from '../wire/request.ts';
import type { Dispatched, SentBeside } from './attempted.ts';
import type { GivenValues } from './bind.ts';
import type { ErrorLooks } from './error-looks.ts';
import type { RunEvent } from './events.ts';
import type { FailureBook } from './failure-book.ts';
import type { LessonBook } from './lessons.ts';
import type { Fits } from './fitting.ts';
import type { KnownBodies } from './known-bodies.ts';
import type { LedgerBook } from './ledger.ts';
import type { RunOptions } from './options.ts';
import type { Pool } from './pool.ts';
import type { Quiet } from './quiet.ts';
import type { Recorder } from './record.ts';
import type { Said } from './said.ts';
import type { SentBytes } from './sent-bytes.ts';

export interface RunState {
  readonly api: Api;
  readonly operations: readonly Operation[];
  /** Those that may be sent to bring ids, though nobody asked to test them. */
  readonly producers: readonly Operation[];
  readonly schemas: Schemas;
  readonly checks: readonly ActiveCheck[];
  readonly options: RunOptions;
  readonly voice: Voice;
  readonly isLoopback: boolean;
  readonly emit: (event: RunEvent) => void;
  readonly recorder: Recorder;
  readonly signal: AbortSignal;
  readonly pool: Pool;
  readonly fits: Fits;
  /** Pool keys that some slot asks for. */
  readonly wanted: Set<string>;
  readonly ledgers: ReadonlyMap<string, LedgerBook>;
  readonly given: ReadonlyMap<string, GivenValues>;
  readonly failures: FailureBook;
  readonly lessons: LessonBook;
  readonly quiet: Quiet;
  readonly sentBytes: SentBytes;
  readonly knownBodies: KnownBodies;
  /** What all checks said of an answer, put together. */
  readonly said: (judgements: readonly Judgement[]) => Said;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Templates that were accepted, by operation id, with the candidate that made them so. */
  readonly settled: Map<string, SettledTemplate>;
  /** Pool key to the id of the operation that was first seen to create it. */
  readonly makers: Map<string, string>;
  /** The plain requests sent beside invalid ones in this round, by their values. */
  readonly twins: Map<string, Promise<Exchange | undefined>>;
  /** How many Locations were followed, by operation id. */
  readonly followed: Map<string, number>;
  /** How many refusals were looked into, by operation id. */
  readonly reductions: Map<string, number>;
  readonly evidence: { honoursAccept: boolean; errorShape: ErrorShape | undefined };
  /** Answers that later ones decide about. */
  readonly undecided: Undecided;
  /** Operations that got no answer, as long as none did. */
  readonly mute: Set<string>;
  readonly counts: RunCounts;
}

/** What is judged when the run has seen all it will. */
export interface Undecided {
  /** Served although no Accept could be met. */
  readonly served: Dispatched[];
  /** Answers to wrong credentials, served or not. */
  readonly unauthenticated: Dispatched[];
  /** Failures over a body that was to be read: what else failed so tells whether they are a cause of their own. */
  readonly crashes: SentBeside[];
  /** Error answers, where config asks whether they look alike. */
  readonly errors: ErrorLooks;
  /** Set once that is so: nothing is put off any more. */
  isClosed: boolean;
}

export interface ActiveCheck extends Check {
  readonly severity: Severity;
}

export interface SettledTemplate {
  readonly case: Case;
  readonly attempt: number;
  /** As bound when it was accepted. */
  readonly values: RequestValues;
}

/** The few numbers that change while a run goes on. */
export interface RunCounts {
  /** Answers of any status: before the first, a refused connection is the target's address being wrong. */
  answers: number;
  outOfBudget: boolean;
  /** Invalid cases dropped, since some reading of their bytes is valid. */
  unproven: number;
  /** Cases left out, since the same bytes were sent before. */
  repeated: number;
  /** Cases not judged, since the description says `x-enforced: false`. */
  unenforced: number;
  /** Refusals not judged, since the member's valid values cannot be stated. */
  opaque: number;
  /** Findings that config accepts. */
  tolerated: number;
  /** Set once round 0 has seen what it could: weaker names and stand-ins fill slots from then on. */
  loose: boolean;
  /** Set once the target is gone for good; what is left is not sent. */
  gone: boolean;
}

/** @returns what was noted under that operation's id. @throws for an operation that is not of this run */
export function noted<Value>(book: ReadonlyMap<string, Value>, { id }: Operation): Value {
  const found = book.get(id);
  if (found === undefined) throw new Error(`operation ${id} is not of this run`);
  return found;
}
