/**
 * A bound case as the request that will go out, credentials included. An invalid one goes out only
 * with the proof that its bytes have no valid reading.
 */
import { applyChanges } from '../cases/apply-changes.ts';
import type { Case } from '../cases/case.ts';
import { canBeCarried, staysValid } from '../cases/carried.ts';
import { prove } from '../cases/prove.ts';
import type { NotReachedReason } from '../checks/verdict.ts';
import type { PreparedRequest } from '../wire/request.ts';
import { writeRequest } from '../wire/write-request.ts';
import type { RunState } from './run-state.ts';

/** Why a case was not sent, after all. */
export type Unsent = Extract<
  NotReachedReason,
  'cannot be written' | 'cannot be proven' | 'sent before'
>;

/** What is ready to go out. */
export interface Written {
  /** With its proof, where it needs one. */
  readonly case: Case;
  readonly request: PreparedRequest;
}

/**
 * @param once leaves out what went out before, byte for byte
 * @returns the case as it will be sent, its bytes noted; or why it can't or need not be
 */
export function writeCase(run: RunState, testCase: Case, once: boolean): Written | Unsent {
  const request = prepare(run, testCase);
  if (request === undefined) return 'cannot be written';
  if (once && run.sentBytes.knows(request)) {
    run.counts.repeated += 1;
    return 'sent before';
  }
  const proven = withProof(run, testCase, request);
  if (proven === undefined) {
    run.counts.unproven += 1;
    return 'cannot be proven';
  }
  run.sentBytes.note(request);
  return { case: proven, request };
}

/** @returns undefined where no message can carry it, or none that its reader has to take for valid */
function prepare(run: RunState, testCase: Case): PreparedRequest | undefined {
  const { operation, values, changes } = testCase;
  if (!canBeCarried(operation, values)) return undefined;
  try {
    const { documents } = run.api;
    const written = writeRequest(operation, values, documents);
    const isValid = testCase.intent.kind === 'valid';
    if (isValid && !staysValid(testCase, written, { schemas: run.schemas, documents }))
      return undefined;
    const changed = changes === undefined ? written : applyChanges(written, changes);
    const request = run.voice.dress(changed, testCase);
    return isWithinReach(request, testCase) ? request : undefined;
  } catch (error) {
    if (isUnsendable(error)) return undefined;
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
  return proof === undefined ? undefined : { ...testCase, intent: { ...intent, proof } };
}

/** @returns whether the error says that no request can hold what was asked for */
export function isUnsendable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'UNSENDABLE_REQUEST';
}
