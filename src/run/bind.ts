/**
 * Fills a case's slots: from config `values` first, then from the pool, then from what may stand in
 * for it. What removes is only ever given what this run created or what config names for it.
 */
import type { Case, Slot } from '../cases/case.ts';
import { hashOf } from '../cases/seed.ts';
import { valueAt, withValueAt } from '../cases/values-at.ts';
import type { NotReached } from '../checks/verdict.ts';
import type { Operation } from '../spec/api.ts';
import { pointerTokens } from '../spec/place.ts';
import type { RequestValues } from '../wire/request.ts';
import type { Fits } from './fitting.ts';
import { createdBy, givenBy } from './givers.ts';
import type { Identifier, Pool, PoolEntry } from './pool.ts';

export interface BindContext {
  readonly pool: Pool;
  readonly fits: Fits;
  /** All of the description: who would have to show what is missing. */
  readonly operations: readonly Operation[];
  readonly seed: number;
  /** Config values of the operation that are left, by parameter name or body pointer. */
  readonly given: GivenValues;
  /** Whether weaker names count too: `ticket.id` for the `comment_id` under `/tickets`. */
  readonly loose: boolean;
  /** True for a remover: only own ids, never a stand-in. */
  readonly ownOnly: boolean;
  /** Which candidate a template takes, from 0: another one after a refusal; or {@link NEWEST_OWN}. */
  readonly attempt: number;
}

/** Takes what this run created last, and nothing else. */
export const NEWEST_OWN = -1;

export interface GivenValues {
  /** @returns a value for the slot, or undefined where config names none (or all are used). */
  take(slot: Slot): GivenValue | undefined;
  /** Whether config names the slot at all. */
  names(slot: Slot): boolean;
}

export interface GivenValue {
  readonly value: unknown;
  /** Says what became of it: a value that a remover used up is not given again. */
  readonly settle: (accepted: boolean) => void;
}

export type Bound =
  | {
      readonly kind: 'bound';
      readonly values: RequestValues;
      /** Pool key to value of what the path names. */
      readonly context: Readonly<Record<string, Identifier>>;
      readonly taken: readonly Taken[];
      /** Config's values among them. */
      readonly given: readonly GivenValue[];
    }
  | { readonly kind: 'missing'; readonly why: NotReached };

/** A slot and what went into it. */
export interface Taken {
  readonly slot: Slot;
  readonly key: string;
  readonly values: readonly Identifier[];
}

/** @returns the case's values with every slot filled or, where it is optional and nothing is known, left out. */
export function bind(testCase: Case, context: BindContext): Bound {
  const chosen: Record<string, Identifier> = {};
  const taken: Taken[] = [];
  const given: GivenValue[] = [];
  let values = testCase.values;
  for (const slot of bindingOrder(testCase.slots)) {
    const filling = fill(slot, { testCase, context, chosen, values });
    if (filling.kind === 'missing') {
      for (const value of given) value.settle(false);
      return filling;
    }
    if (filling.kind === 'given') {
      if (filling.from !== undefined) given.push(filling.from);
      values = withValueAt(values, slot, filling.value);
      continue;
    }
    taken.push(filling.taken);
    values = withValueAt(values, slot, filling.value);
    if (slot.in === 'path') Object.assign(chosen, filling.entry.context, named(filling));
  }
  return { kind: 'bound', values, context: pathContext(taken, chosen), taken, given };
}

type Filling =
  | { readonly kind: 'missing'; readonly why: NotReached }
  /** Config's, a stand-in's, or nothing (`undefined` leaves it out). */
  | { readonly kind: 'given'; readonly value: unknown; readonly from?: GivenValue }
  | {
      readonly kind: 'pooled';
      readonly value: unknown;
      readonly entry: PoolEntry;
      readonly taken: Taken;
    };

interface Filler {
  readonly testCase: Case;
  readonly context: BindContext;
  readonly chosen: Readonly<Record<string, Identifier>>;
  readonly values: RequestValues;
}

/** The last placeholder of the path first: what it stands under decides the ones before it. */
function bindingOrder(slots: readonly Slot[]): readonly Slot[] {
  const path = slots.filter((slot) => slot.in === 'path').reverse();
  return [...path, ...slots.filter((slot) => slot.in !== 'path')];
}

function fill(slot: Slot, filler: Filler): Filling {
  const { context } = filler;
  const given = context.given.take(slot);
  if (given !== undefined) return { kind: 'given', value: given.value, from: given };
  const pooled = fromPool(slot, filler);
  if (pooled !== undefined) return pooled;
  if (context.ownOnly) {
    if (!slot.required) return { kind: 'given', value: undefined };
    const detail = createdBy(slot, context.operations);
    return { kind: 'missing', why: { reason: 'nothing of ours to remove', detail } };
  }
  if (slot.fallback !== undefined && context.loose)
    return { kind: 'given', value: slot.fallback.value };
  if (!slot.required) return { kind: 'given', value: undefined };
  const detail = givenBy(slot, context.operations);
  return { kind: 'missing', why: { reason: 'no id known', detail } };
}

function fromPool(slot: Slot, filler: Filler): Filling | undefined {
  const { context } = filler;
  const accepts = acceptor(slot, filler);
  const keys = context.loose ? slot.keys : slot.keys.slice(0, 1);
  const candidates = context.pool.candidates(keys, accepts);
  const preferred = preferOwn(candidates, filler);
  const entry = pick(preferred, filler, slot);
  if (entry === undefined) return undefined;
  const value =
    slot.shape === 'one'
      ? entry.value
      : slot.shape === 'list'
        ? String(entry.value)
        : [entry.value];
  const taken = { slot, key: entry.key, values: [entry.value] };
  return { kind: 'pooled', value, entry, taken };
}

function acceptor(slot: Slot, { context, testCase, chosen, values }: Filler) {
  const parameter = testCase.operation.parameters.find(
    ({ in: location, name }) => location === slot.in && pointerTokens(slot.pointer)[0] === name,
  );
  const schema = slot.in === 'body' || slot.shape !== 'one' ? undefined : parameter?.schema;
  const given = slot.in === 'body' ? sample(valueAt(values, slot)) : undefined;
  return (entry: PoolEntry): boolean => {
    const fixed = chosen[entry.key];
    // What the thing of ours was shown under only says where it is.
    if (context.ownOnly && !entry.own && fixed !== entry.value) return false;
    if (slot.in === 'path' && fixed !== undefined && fixed !== entry.value) return false;
    if (Object.entries(entry.context).some(([key, value]) => (chosen[key] ?? value) !== value)) {
      return false;
    }
    if (given !== undefined && typeof given !== typeof entry.value) return false;
    return schema === undefined || context.fits(schema, entry.value);
  };
}

/** Writes go to what this run created where there is any; reads go to everything. */
function preferOwn(
  candidates: readonly PoolEntry[],
  { testCase, chosen, context }: Filler,
): readonly PoolEntry[] {
  const fixed = candidates.filter(({ key, value }) => chosen[key] === value);
  if (fixed.length > 0) return fixed;
  const own = candidates.filter((entry) => entry.own);
  if (testCase.phase === 'template') {
    return context.attempt === NEWEST_OWN
      ? own.slice(-1)
      : [...own, ...candidates.filter((entry) => !entry.own)];
  }
  return own.length > 0 && testCase.operation.method !== 'GET' ? own : candidates;
}

/** Every second time one of the few that show every kind of record, else any. */
function pick(
  candidates: readonly PoolEntry[],
  { testCase, context }: Filler,
  slot: Slot,
): PoolEntry | undefined {
  const count = candidates.length;
  if (testCase.phase === 'template')
    return candidates[Math.max(0, Math.min(context.attempt, count - 1))];
  const drawn = hashOf(context.seed, testCase.id, slot.pointer);
  const telling =
    drawn % 2 === 0
      ? candidates.filter(({ key, value }) => context.pool.isTelling(key, value))
      : [];
  const among = telling.length > 0 ? telling : candidates;
  return among[Math.floor(drawn / 2) % among.length];
}

function sample(value: unknown): unknown {
  return Array.isArray(value) ? (value as readonly unknown[])[0] : value;
}

function named({ entry }: { readonly entry: PoolEntry }): Record<string, Identifier> {
  return { [entry.key]: entry.value };
}

function pathContext(
  taken: readonly Taken[],
  chosen: Readonly<Record<string, Identifier>>,
): Readonly<Record<string, Identifier>> {
  const keys = taken.filter(({ slot }) => slot.in === 'path').map(({ key }) => key);
  return Object.fromEntries(Object.entries(chosen).filter(([key]) => keys.includes(key)));
}
