/**
 * One case up to its answer: bound to what exists, written, sent, its answer read and harvested.
 * Everything that is sent goes through here, so manners and books hold for all of it. What depends
 * on nothing that exists may have been written some time before.
 */
import type { Case } from '../cases/case.ts';
import { readAnswerBody, type AnswerBody } from '../checks/answer-body.ts';
import { isAccepted } from '../checks/find-response.ts';
import type { NotReached } from '../checks/verdict.ts';
import type { Dispatch, Dispatched } from './attempted.ts';
import { bind, type Bound, type Taken } from './bind.ts';
import { deliver } from './deliver.ts';
import { harvest } from './harvest.ts';
import { consumesLast, isRemover } from './manners.ts';
import { isCreator } from './role.ts';
import { noted, type RunState } from './run-state.ts';
import { supply } from './supply.ts';
import { writeCase, type Unsent, type Written } from './write-case.ts';

/** How a case is sent. */
export interface Manner {
  /** Which of the pool's entries a template takes, from 0. */
  readonly candidate: number;
  /** Leaves it out when its very bytes were sent before. */
  readonly once: boolean;
  /** What came of writing the case before; it has no slots. */
  readonly written?: Written | Unsent | undefined;
}

/** However often it was sent, and with the first entries of the pool. */
export const AGAIN: Manner = { candidate: 0, once: false };

export async function dispatch(run: RunState, testCase: Case, manner: Manner): Promise<Dispatch> {
  if (run.signal.aborted) return notReached('interrupted', '');
  if (run.counts.gone) return notReached('unavailable', 'the target stopped listening');
  if (testCase.slots.length === 0) return sendBound(run, testCase, NOTHING_BOUND, manner);
  const bound = await bindOrSupply(run, testCase, manner.candidate);
  if (bound.kind === 'missing') return { kind: 'not-reached', why: bound.why };
  return await sendBound(run, { ...testCase, values: bound.values }, bound, manner);
}

type BoundTo = Pick<Extract<Bound, { kind: 'bound' }>, 'taken' | 'context' | 'given'>;

const NOTHING_BOUND: BoundTo = { context: {}, taken: [], given: [] };

/** Sends a case whose values are final. */
async function sendBound(
  run: RunState,
  testCase: Case,
  bound: BoundTo,
  { once, written = writeCase(run, testCase, once) }: Pick<Manner, 'once' | 'written'>,
): Promise<Dispatch> {
  const claimed = claim(run, testCase, bound.taken);
  const exchange = typeof written === 'string' ? written : await deliver(run, written);
  if (typeof exchange === 'string') {
    settleClaim(run, claimed, false);
    for (const value of bound.given) value.settle(false);
    return notReached(exchange, testCase.deviation);
  }
  const answered = exchange.outcome.kind === 'answer' ? exchange.outcome : undefined;
  const accepted = answered !== undefined && isAccepted(testCase.operation, answered.status);
  settleClaim(run, claimed, accepted);
  for (const value of bound.given) value.settle(accepted);
  const body: AnswerBody = answered === undefined ? { kind: 'none' } : readAnswerBody(answered);
  // What another sees need not be there for who asks next.
  const isOwn = testCase.intent.kind !== 'other-identity';
  if (accepted && isOwn && body.kind === 'json') gather(run, testCase, bound.context, body.value);
  return { kind: 'sent', exchange, body, accepted, taken: bound.taken };
}

/** Sends a case beside another, with what filled that one's slots. @returns undefined where it was not sent */
export async function sendBeside(
  run: RunState,
  testCase: Case,
  { taken }: Pick<Dispatched, 'taken'>,
): Promise<Dispatched | undefined> {
  const answered = await sendBound(run, testCase, { ...NOTHING_BOUND, taken }, AGAIN);
  return answered.kind === 'sent' ? answered : undefined;
}

function notReached(reason: NotReached['reason'], detail: string): Dispatch {
  return { kind: 'not-reached', why: { reason, detail } };
}

async function bindOrSupply(run: RunState, testCase: Case, candidate: number): Promise<Bound> {
  const { operation } = testCase;
  const context = {
    pool: run.pool,
    fits: run.fits,
    operations: run.api.operations,
    seed: run.options.seed,
    given: noted(run.given, operation),
    loose: run.counts.loose,
    ownOnly: isRemover(operation, run.options) || triesToRemove(testCase),
    attempt: candidate,
  };
  let bound = bind(testCase, context);
  // A remover may need more than one record of ours; each turn makes one.
  for (let turns = 0; turns < 3 && needsSupply(bound); turns += 1) {
    if (!(await supply(run, testCase, sendTemplate))) break;
    bound = bind(testCase, context);
  }
  return bound;
}

function sendTemplate(run: RunState, template: Case, candidate: number): Promise<Dispatch> {
  return dispatch(run, template, { ...AGAIN, candidate });
}

/** A DELETE that should not be there may be there all the same. */
function triesToRemove({ intent }: Case): boolean {
  return intent.kind === 'undeclared-method' && intent.method === 'DELETE';
}

function needsSupply(bound: Bound): boolean {
  return bound.kind === 'missing' && bound.why.reason === 'nothing of ours to remove';
}

/** What a remover is about to take away, nobody else is given meanwhile. */
function claim(run: RunState, testCase: Case, taken: readonly Taken[]): readonly Taken[] {
  const { operation } = testCase;
  if (!isRemover(operation, run.options) || !consumesLast(operation, run.options)) return [];
  const path = taken.filter(({ slot }) => slot.in === 'path');
  const inBody = taken.filter(({ slot }) => slot.in !== 'path');
  const consumed = [...path.slice(0, 1), ...inBody];
  for (const { key, values } of consumed) {
    for (const value of values) run.pool.claim(key, value);
  }
  return consumed;
}

function settleClaim(run: RunState, claimed: readonly Taken[], accepted: boolean): void {
  for (const { key, values } of claimed) {
    for (const value of values) {
      if (accepted) run.pool.evict(key, value);
      else run.pool.release(key, value);
    }
  }
}

function gather(
  run: RunState,
  testCase: Case,
  context: Extract<Bound, { kind: 'bound' }>['context'],
  body: unknown,
): void {
  const underOwn = Object.entries(context).some(([key, value]) => run.pool.isOwn(key, value));
  const found = harvest({
    case: testCase,
    wanted: run.wanted,
    context,
    underOwn,
    body,
  });
  const order = run.operations.indexOf(testCase.operation);
  if (found.length > 0) run.pool.add(found, order);
  if (!isCreator(testCase.operation)) return;
  const created = found.find(({ own, key }) => own && !run.makers.has(key));
  if (created !== undefined) run.makers.set(created.key, testCase.operation.id);
}
