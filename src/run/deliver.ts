/**
 * Writes a bound case and sends it. A fault of the wire is sent again alone before it is blamed on
 * the request; a target that nothing was ever heard from stops the run.
 */
import type { Case } from '../cases/case.ts';
import type { Exchange } from '../transport/exchange.ts';
import { applyChanges } from '../cases/apply-changes.ts';
import type { PreparedRequest } from '../wire/request.ts';
import { writeRequest } from '../wire/write-request.ts';
import { noted, type RunState } from './run-state.ts';
import { TargetUnreachable } from './target-error.ts';

/**
 * @returns the exchange, noted and emitted; undefined when its values can't be put into bytes
 * @throws {TargetUnreachable} nothing has answered yet, and nothing listens there
 */
export async function deliver(run: RunState, testCase: Case): Promise<Exchange | undefined> {
  const prepared = prepare(run, testCase);
  if (prepared === undefined) return undefined;
  const first = await run.quiet.together(() => send(run, testCase, prepared));
  if (first?.outcome.kind !== 'fault') return first === undefined ? undefined : note(run, first);
  const { fault, message } = first.outcome;
  if (run.counts.answers === 0 && (fault === 'unreachable' || fault === 'tls')) {
    throw new TargetUnreachable(run.voice.baseUrl, fault, message);
  }
  const again = await run.quiet.alone(() => send(run, testCase, prepared));
  if (again?.outcome.kind === 'fault' && again.outcome.fault === 'unreachable') {
    run.counts.gone = true;
  }
  return note(run, again ?? first);
}

function prepare(run: RunState, testCase: Case): PreparedRequest | undefined {
  const { operation, values, changes } = testCase;
  try {
    const written = writeRequest(operation, values, run.api.documents);
    return changes === undefined ? written : applyChanges(written, changes);
  } catch (error) {
    if (isUnsendable(error)) return undefined;
    throw error;
  }
}

async function send(
  run: RunState,
  testCase: Case,
  prepared: PreparedRequest,
): Promise<Exchange | undefined> {
  try {
    const { request, ...sent } = await run.voice.send(prepared, testCase);
    run.counts.sent += 1;
    return { case: testCase, request, ...sent };
  } catch (error) {
    if (isUnsendable(error)) return undefined;
    throw error;
  }
}

function isUnsendable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'UNSENDABLE_REQUEST';
}

function note(run: RunState, exchange: Exchange): Exchange {
  if (exchange.outcome.kind === 'answer') run.counts.answers += 1;
  noted(run.ledgers, exchange.case.operation).exchanged(exchange.outcome);
  run.emit(run.recorder.record(exchange, false));
  return exchange;
}
