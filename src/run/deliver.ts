/**
 * Writes a bound case and sends it. An invalid one goes out only with the proof that its bytes have
 * no valid reading. A fault of the wire is sent again alone before it is blamed on the request; a
 * target that nothing was ever heard from stops the run.
 */
import { applyChanges } from '../cases/apply-changes.ts';
import type { Case } from '../cases/case.ts';
import { prove } from '../cases/prove.ts';
import type { NotReachedReason } from '../checks/verdict.ts';
import type { Exchange, FaultKind, TransportFault } from '../transport/exchange.ts';
import { canStandInHeader, canStandInPath } from '../wire/can-stand.ts';
import type { PreparedRequest, RequestValues } from '../wire/request.ts';
import { writeRequest } from '../wire/write-request.ts';
import { noted, type RunState } from './run-state.ts';
import { TargetUnreachable } from './target-error.ts';

/** Why a case was not sent, after all. */
export type Unsent = Extract<
  NotReachedReason,
  'cannot be written' | 'cannot be proven' | 'sent before'
>;

/**
 * @param once leaves out what was sent before, byte for byte
 * @returns the exchange, noted and emitted; or why it was not sent
 * @throws {TargetUnreachable} nothing has answered yet, and nothing listens there or nothing answers
 */
export async function deliver(
  run: RunState,
  testCase: Case,
  once: boolean,
): Promise<Exchange | Unsent> {
  const request = prepare(run, testCase);
  if (typeof request === 'string') return request;
  if (once && run.sentBytes.knows(request)) {
    run.counts.repeated += 1;
    return 'sent before';
  }
  const proven = withProof(run, testCase, request);
  if (proven === undefined) return 'cannot be proven';
  run.sentBytes.note(request);
  const prepared = { case: proven, request };
  const first = await run.quiet.together(() => send(run, prepared));
  if (typeof first === 'string') return first;
  const { outcome } = first;
  return note(
    run,
    outcome.kind === 'fault' ? await sendAlone(run, prepared, first, outcome) : first,
  );
}

/** @returns what came of sending it with nothing else in flight; the first exchange where it can't be sent */
async function sendAlone(
  run: RunState,
  prepared: Prepared,
  first: Exchange,
  { fault, message }: TransportFault,
): Promise<Exchange> {
  if (run.counts.answers === 0 && (fault === 'unreachable' || fault === 'tls')) {
    throw new TargetUnreachable(run.voice.baseUrl, fault, message);
  }
  const again = await run.quiet.alone(() => send(run, prepared));
  if (typeof again === 'string') return first;
  if (again.outcome.kind === 'fault') {
    if (again.outcome.fault === 'unreachable') run.counts.gone = true;
    stopIfMute(run, again);
  }
  return again;
}

/** So many operations without any answer, and it is the target that gives none. */
const MUTE_OPERATIONS = 3;

/** Faults that an HTTP server does not show at every operation. */
const MUTE: ReadonlySet<FaultKind> = new Set<FaultKind>(['malformed', 'timeout', 'reset']);

function stopIfMute(run: RunState, { case: { operation }, outcome }: Exchange): void {
  if (run.counts.answers > 0 || outcome.kind !== 'fault' || !MUTE.has(outcome.fault)) return;
  run.mute.add(operation.id);
  if (run.mute.size < MUTE_OPERATIONS) return;
  throw new TargetUnreachable(run.voice.baseUrl, outcome.fault, outcome.message);
}

interface Prepared {
  /** With its proof, where it needs one. */
  readonly case: Case;
  readonly request: PreparedRequest;
}

function prepare(run: RunState, testCase: Case): PreparedRequest | 'cannot be written' {
  const { operation, values, changes } = testCase;
  if (!canBeCarried(values)) return 'cannot be written';
  try {
    const written = writeRequest(operation, values, run.api.documents);
    const changed = changes === undefined ? written : applyChanges(written, changes);
    const request = run.voice.dress(changed, testCase);
    return isWithinReach(request, testCase) ? request : 'cannot be written';
  } catch (error) {
    if (isUnsendable(error)) return 'cannot be written';
    throw error;
  }
}

/** Octets of a target that every recipient should take (RFC 9110, section 4.1). */
const LONGEST_TARGET = 8000;

/**
 * Longer ones are refused by servers before an operation is reached, some by a plain 400, which would
 * be taken for the operation's. What the plain request needs is sent all the same.
 */
function isWithinReach({ target }: PreparedRequest, { phase }: Case): boolean {
  return phase === 'template' || target.length <= LONGEST_TARGET;
}

/** @returns the case, an invalid one with the proof that its bytes are; undefined where there is none */
function withProof(run: RunState, testCase: Case, request: PreparedRequest): Case | undefined {
  const { operation, intent } = testCase;
  if (intent.kind !== 'invalid') return testCase;
  const { api, schemas } = run;
  const { violation } = intent;
  const proof = prove({ operation, request, violation, schemas, documents: api.documents });
  if (proof !== undefined) return { ...testCase, intent: { ...intent, proof } };
  run.counts.unproven += 1;
  return undefined;
}

/** A path that loses a segment reaches another operation; a header that loses a line says something else. */
function canBeCarried({ path, header, cookie }: RequestValues): boolean {
  return (
    Object.values(path).every(canStandInPath) &&
    Object.values(header).every(canStandInHeader) &&
    Object.values(cookie).every(canStandInHeader)
  );
}

async function send(
  run: RunState,
  { case: testCase, request }: Prepared,
): Promise<Exchange | Unsent> {
  try {
    const sent = await run.voice.send(request, { hearOut: testCase.heardOut });
    run.lessons.sent(testCase.phase);
    const outcome = run.knownBodies.recognise(testCase.operation, sent.outcome);
    return { case: testCase, request, ...sent, outcome };
  } catch (error) {
    if (isUnsendable(error)) return 'cannot be written';
    throw error;
  }
}

function isUnsendable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'UNSENDABLE_REQUEST';
}

function note(run: RunState, exchange: Exchange): Exchange {
  if (exchange.outcome.kind === 'answer') run.counts.answers += 1;
  const isNew = noted(run.ledgers, exchange.case.operation).exchanged(exchange.outcome);
  if (isNew) run.lessons.learnt(exchange.case.phase, exchange.case.operation.id);
  run.emit(run.recorder.record(exchange, false));
  return exchange;
}
