/**
 * Sends what is written. A fault of the wire is sent again alone before it is blamed on the request;
 * a target that nothing was ever heard from stops the run.
 */
import type { Exchange, FaultKind, TransportFault } from '../transport/exchange.ts';
import { noted, type RunState } from './run-state.ts';
import { TargetUnreachable } from './target-error.ts';
import { isUnsendable, type Unsent, type Written } from './write-case.ts';

/**
 * @returns the exchange, noted and emitted; or why it was not sent
 * @throws {TargetUnreachable} nothing has answered yet, and nothing listens there or nothing answers
 */
export async function deliver(run: RunState, written: Written): Promise<Exchange | Unsent> {
  const entered = run.quiet.enter();
  if (entered !== undefined) await entered;
  let first: Exchange | Unsent;
  try {
    first = await send(run, written);
  } finally {
    run.quiet.leave();
  }
  if (typeof first === 'string') return first;
  const { outcome } = first;
  return note(
    run,
    outcome.kind === 'fault' ? await sendAlone(run, written, first, outcome) : first,
  );
}

/** @returns what came of sending it with nothing else in flight; the first exchange where it can't be sent */
async function sendAlone(
  run: RunState,
  written: Written,
  first: Exchange,
  { fault, message }: TransportFault,
): Promise<Exchange> {
  if (run.counts.answers === 0 && (fault === 'unreachable' || fault === 'tls')) {
    throw new TargetUnreachable(run.voice.baseUrl, fault, message);
  }
  const again = await run.quiet.alone(() => send(run, written));
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

async function send(
  run: RunState,
  { case: testCase, request }: Written,
): Promise<Exchange | Unsent> {
  try {
    const sent = await run.voice.send(request, { hearOut: testCase.heardOut });
    const { attempts, startedAt, elapsedMs } = sent;
    run.lessons.sent(testCase.phase);
    const outcome = run.knownBodies.recognise(testCase.operation, sent.outcome);
    return { case: testCase, request, attempts, startedAt, elapsedMs, outcome };
  } catch (error) {
    if (isUnsendable(error)) return 'cannot be written';
    throw error;
  }
}

function note(run: RunState, exchange: Exchange): Exchange {
  if (exchange.outcome.kind === 'answer') run.counts.answers += 1;
  const isNew = noted(run.ledgers, exchange.case.operation).exchanged(exchange.outcome);
  if (isNew) run.lessons.learnt(exchange.case.phase, exchange.case.operation.id);
  run.emit(run.recorder.record(exchange, false));
  return exchange;
}
