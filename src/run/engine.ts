/**
 * One run from its first event to its last: round 0, then the phases in slices, then the accounts.
 * It emits events and returns the last one; it reads no file, prints nothing and knows no target
 * but through its voice.
 */
import type { Schemas } from '../schema/schemas.ts';
import type { Api, Operation } from '../spec/api.ts';
import type { Redactor } from '../transport/redaction.ts';
import type { Voice } from '../transport/voice.ts';
import { activeChecks } from './active-checks.ts';
import { conclude } from './conclude.ts';
import { LOG_VERSION, type RunEvent, type RunFinished, type RunStarted } from './events.ts';
import { createFailureBook } from './failure-book.ts';
import { createFitting } from './fitting.ts';
import { createGivenValues } from './given-values.ts';
import { giveHints } from './hints.ts';
import { createKnownBodies } from './known-bodies.ts';
import { laterRounds } from './later-rounds.ts';
import { createLessonBook } from './lessons.ts';
import { openLedger } from './ledger.ts';
import { isLoopback, isRemover } from './manners.ts';
import type { RunOptions } from './options.ts';
import { createPool } from './pool.ts';
import { createQuiet } from './quiet.ts';
import { createRecorder } from './record.ts';
import { redactEvent } from './redact-event.ts';
import { roundZero } from './round-zero.ts';
import { noted, type RunState } from './run-state.ts';
import { createSayings } from './said.ts';
import { createSentBytes } from './sent-bytes.ts';
import { openUndecided, settleUndecided } from './settle-undecided.ts';
import { NothingToRun } from './target-error.ts';
import { noteUncoded } from './uncoded-bodies.ts';

export interface EngineInput {
  readonly api: Api;
  /** Those of the Api's operations that were asked for. */
  readonly operations: readonly Operation[];
  /** Others that may be sent to bring what those name; what was excluded is not among them. */
  readonly producers: readonly Operation[];
  readonly schemas: Schemas;
  readonly options: RunOptions;
  readonly voice: Voice;
  /** What is to be known before anything is sent. */
  readonly notes: readonly string[];
  readonly emit: (event: RunEvent) => void;
  readonly signal: AbortSignal;
  /** The package's own version, for the log. */
  readonly version: string;
}

/**
 * @returns the last event, after it was emitted
 * @throws {NothingToRun} there is no operation @throws {TargetUnreachable} nothing ever answered
 */
export async function runEngine(input: EngineInput): Promise<RunFinished> {
  if (input.operations.length === 0) throw new NothingToRun();
  const startedAt = Date.now();
  const run = openRun(input, startedAt);
  input.emit(runStarted(run, input, startedAt));
  for (const message of input.notes) run.emit({ kind: 'note', message });
  for (const problem of input.api.problems) {
    const location = input.api.documents.locate(problem.place);
    run.emit({ kind: 'spec-problem', ...problem, location });
  }
  await unlessInterrupted(run, async () => laterRounds(run, await roundZero(run)));
  // What was seen before an interruption is told all the same.
  await unlessInterrupted(run, () => settleUndecided(run));
  giveHints(run);
  noteUncoded(run);
  for (const operation of run.operations) {
    const ledger = noted(run.ledgers, operation).snapshot();
    run.emit({ kind: 'operation-finished', operation: operation.id, ledger });
  }
  const finished = conclude(run, Date.now() - startedAt);
  run.emit(finished);
  return finished;
}

async function unlessInterrupted(run: RunState, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!run.signal.aborted) throw error;
  }
}

function openRun(input: EngineInput, startedAt: number): RunState {
  const { options } = input;
  const operations = [...input.operations, ...input.producers];
  const { redactor, baseUrl } = input.voice;
  return {
    ...input,
    emit: redacting(input.emit, redactor),
    checks: activeChecks(options),
    isLoopback: isLoopback(baseUrl),
    recorder: createRecorder({ redactor, baseUrl, startedAt }),
    startedAt,
    pool: createPool(),
    fits: createFitting(input.schemas),
    wanted: new Set(),
    ledgers: new Map(operations.map((operation) => [operation.id, openLedger(operation)])),
    given: new Map(
      operations.map((operation) => [
        operation.id,
        createGivenValues(options.values[operation.id] ?? {}, isRemover(operation, options)),
      ]),
    ),
    failures: createFailureBook(),
    lessons: createLessonBook(),
    quiet: createQuiet(),
    sentBytes: createSentBytes(),
    knownBodies: createKnownBodies(),
    said: createSayings(),
    settled: new Map(),
    makers: new Map(),
    followed: new Map(),
    reductions: new Map(),
    twins: new Map(),
    evidence: { honoursAccept: false, errorShape: undefined },
    mute: new Set(),
    undecided: openUndecided(),
    counts: {
      answers: 0,
      outOfBudget: false,
      unproven: 0,
      repeated: 0,
      unenforced: 0,
      opaque: 0,
      tolerated: 0,
      loose: false,
      gone: false,
    },
  };
}

/** Nothing is looked for where there are no secrets. */
function redacting(emit: RunState['emit'], redactor: Redactor): RunState['emit'] {
  if (!redactor.knowsSecrets) return emit;
  return (event) => {
    emit(redactEvent(event, redactor));
  };
}

function runStarted(run: RunState, input: EngineInput, startedAt: number): RunStarted {
  const { api, options } = input;
  return {
    kind: 'run-started',
    version: LOG_VERSION,
    assay: input.version,
    title: api.title,
    source: api.source,
    baseUrl: input.voice.redactor.text(input.voice.baseUrl),
    seed: options.seed,
    phases: ['template', ...options.phases],
    concurrency: options.concurrency,
    operations: input.operations.map(({ id, method, path, tags, place }) => {
      return { id, method, path, tags, location: api.documents.locate(place) };
    }),
    checks: run.checks.map(({ name }) => name),
    startedAt: new Date(startedAt).toISOString(),
  };
}
