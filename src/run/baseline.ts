/**
 * The request beside a refused one: the plain template bound to the same ids. For an invalid
 * request it is the twin (a refusal counts only if the valid neighbour is accepted); for a valid
 * one, and for a probe that made the server fail, the control (sent right after, so that what the
 * records have become in between accuses nobody).
 */
import type { Case } from '../cases/case.ts';
import type { Intent } from '../cases/intent.ts';
import { valueAt, withValueAt } from '../cases/values-at.ts';
import type { Exchange } from '../transport/exchange.ts';
import type { Baseline, Dispatched } from './attempted.ts';
import { AGAIN, dispatch, sendBeside } from './dispatch.ts';
import { NO_BASELINE } from './judge.ts';
import { isRemover } from './manners.ts';
import { isOfOrder } from './of-order.ts';
import { isOfTrimming, mayBeOfTrimming } from './of-trimming.ts';
import type { RunState } from './run-state.ts';

/** Statuses that say "your data is wrong", and so may wrong valid data. */
const DATA_REFUSALS: ReadonlySet<number> = new Set([400, 415, 422]);

/** What the plain request beside an exchange is for: the last need only not fail, whatever it says. */
type Need = 'twin' | 'control' | 'sound control' | 'excuse';

/** @returns what the exchange needs beside it to be judged; sends it where that is not known yet. */
export async function settleBaseline(
  run: RunState,
  sent: Dispatched,
  need: Need,
): Promise<Settled> {
  if (need === 'excuse') return excused(run, sent);
  const known = run.twins.size;
  const asked = need === 'twin' ? twinOf(run, sent) : controlOf(run, sent, need);
  // A twin that is known already is not sent again.
  const besides = need === 'twin' && run.twins.size === known ? 0 : 1;
  const beside = await asked;
  const baseline: Baseline =
    need === 'twin'
      ? { ...NO_BASELINE, twin: beside }
      : { ...NO_BASELINE, control: beside, excuse: await excuseOf(run, sent, beside) };
  return { baseline, isPlainRefused: beside === undefined, besides };
}

async function excused(run: RunState, sent: Dispatched): Promise<Settled> {
  const trims = await isOfTrimming(run, sent);
  const excuse = trims ? 'the server takes away blanks around texts' : undefined;
  return { baseline: { ...NO_BASELINE, excuse }, isPlainRefused: false, besides: 1 };
}

async function excuseOf(
  run: RunState,
  sent: Dispatched,
  control: Exchange | undefined,
): Promise<string | undefined> {
  if (control === undefined || !(await isOfOrder(run, sent, control.case))) return undefined;
  return 'it is refused for where it stands among others';
}

export interface Settled {
  readonly baseline: Baseline;
  /** Whether the plain request was asked for, and was not accepted (any more). */
  readonly isPlainRefused: boolean;
  /** How many requests that took. */
  readonly besides: number;
}

/** What can be judged by itself. */
export const UNCOMPARED: Settled = { baseline: NO_BASELINE, isPlainRefused: false, besides: 0 };

/** What a status makes necessary, by what was sent. */
const NEEDS: Readonly<
  Partial<Record<Intent['kind'], (status: number, intent: Intent) => Need | undefined>>
> = {
  invalid: (status, intent) =>
    status < 300 && mayBeOfTrimming(intent) ? 'excuse' : twinOfRefusal(status),
  'missing-required': twinOfRefusal,
  valid: (status, intent) =>
    intent.kind === 'valid' && intent.member !== undefined && DATA_REFUSALS.has(status)
      ? 'control'
      : undefined,
  'malformed-body': controlOfFailure,
  'malformed-media-type': controlOfFailure,
  'undeclared-media-type': controlOfFailure,
};

function twinOfRefusal(status: number): 'twin' | undefined {
  return status >= 400 && status < 500 ? 'twin' : undefined;
}

function controlOfFailure(status: number): 'sound control' | undefined {
  return status >= 500 ? 'sound control' : undefined;
}

/** @returns undefined where the exchange can be judged by itself */
export function neededBy({ case: { intent }, outcome }: Exchange): Need | undefined {
  return outcome.kind === 'answer' ? NEEDS[intent.kind]?.(outcome.status, intent) : undefined;
}

/** Once a round for each set of ids: many invalid requests share one valid neighbour. */
async function twinOf(run: RunState, sent: Dispatched): Promise<Exchange | undefined> {
  const { operation } = sent.exchange.case;
  const plain = plainBeside(run, sent);
  if (plain === undefined) return undefined;
  const removes = isRemover(operation, run.options);
  const key = `${operation.id} ${removes ? '' : JSON.stringify(plain.values)}`;
  const known = run.twins.get(key) ?? (removes ? sendAfresh(run, plain) : send(run, plain, sent));
  run.twins.set(key, known);
  return known;
}

/** What a remover takes away is gone: its valid neighbour is given something else of ours. */
async function sendAfresh(run: RunState, plain: Case): Promise<Exchange | undefined> {
  const settled = run.settled.get(plain.operation.id);
  if (settled === undefined) return undefined;
  const { id, phase, deviation } = plain;
  const template = { ...settled.case, id, phase, deviation };
  const afresh = await dispatch(run, template, { ...AGAIN, candidate: settled.attempt });
  return afresh.kind === 'sent' && afresh.accepted ? afresh.exchange : undefined;
}

/** An id whose plain request is refused as well leaves the pool: it is the record that is at fault. */
async function controlOf(
  run: RunState,
  sent: Dispatched,
  need: Need,
): Promise<Exchange | undefined> {
  const plain = plainBeside(run, sent);
  // Sending a remover again would need another record: nothing could be compared.
  if (plain === undefined || isRemover(plain.operation, run.options)) return undefined;
  const control = await sendBeside(run, plain, sent);
  if (control?.accepted === true) return control.exchange;
  // A name that is taken, say: the server did not fail over a body that it could read.
  if (need === 'sound control' && control !== undefined && isSound(control)) {
    return control.exchange;
  }
  for (const { key, values } of sent.taken) {
    for (const value of values) run.pool.evict(key, value);
  }
  return undefined;
}

/** @returns the exchange if it was accepted. */
async function send(run: RunState, plain: Case, sent: Dispatched): Promise<Exchange | undefined> {
  const answered = await sendBeside(run, plain, sent);
  return answered?.accepted === true ? answered.exchange : undefined;
}

function isSound({ exchange: { outcome } }: Dispatched): boolean {
  return outcome.kind === 'answer' && outcome.status < 500;
}

/** @returns the template with the ids that the sent case named; undefined where there is none. */
export function plainBeside(
  run: RunState,
  { exchange: { case: testCase } }: Dispatched,
): Case | undefined {
  const settled = run.settled.get(testCase.operation.id);
  if (settled === undefined) return undefined;
  const template = settled.case;
  let values = template.values;
  for (const slot of template.slots) {
    const named = isDeviation(testCase, slot) ? undefined : valueAt(testCase.values, slot);
    values = withValueAt(values, slot, named ?? valueAt(settled.values, slot));
  }
  return {
    ...template,
    id: `${testCase.id}:beside`,
    phase: testCase.phase,
    values,
    slots: [],
    deviation: 'the plain request beside it',
  };
}

/** The one member that was made invalid is no id to compare by. */
function isDeviation(
  testCase: Case,
  slot: { readonly in: string; readonly pointer: string },
): boolean {
  const { intent } = testCase;
  const member =
    intent.kind === 'invalid'
      ? intent.violation
      : intent.kind === 'missing-required' || intent.kind === 'valid'
        ? intent.member
        : undefined;
  return member?.in === slot.in && member.pointer === slot.pointer;
}
