/**
 * What answers showed to exist, for the slots of later requests. It is frozen between rounds: what
 * a round finds counts from the next one, in the order of operations, whatever order answers came in.
 */
import { mostTellingOf, type Traits } from './traits.ts';

export type Identifier = string | number;

export interface PoolEntry {
  /** `resource.field`, such as `ticket.id`. */
  readonly key: string;
  readonly value: Identifier;
  /** What it stands under: pool key to value. */
  readonly context: Readonly<Record<string, Identifier>>;
  /** Created by this run, or found under something that was. */
  readonly own: boolean;
  /** Id of the operation whose answer showed it. */
  readonly from: string;
  /** What its record showed beside it; nothing where it was only named. */
  readonly traits: Traits;
}

export interface Pool {
  /** Entries for the first of `keys` that has any left that `accepts` takes, oldest first. */
  candidates(keys: readonly string[], accepts: (entry: PoolEntry) => boolean): readonly PoolEntry[];
  /** Counts from the next `publish` on; `order` says where. */
  add(entries: readonly PoolEntry[], order: number): void;
  publish(): void;
  /** Offers a value to nobody until it is released. */
  claim(key: string, value: Identifier): void;
  release(key: string, value: Identifier): void;
  /** Forgets a value that is gone, and what stood under it. */
  evict(key: string, value: Identifier): void;
  /** Whether it is one of the few that, together, show every kind of record known. */
  isTelling(key: string, value: Identifier): boolean;
  /** Whether a value this run created, by key: the newest too, published or not. */
  isOwn(key: string, value: Identifier): boolean;
}

/** Enough to choose from, and bounded however long a run goes. */
const MAX_PER_KEY = 256;
const MAX_GONE = 10_000;

/** @returns an empty pool. */
export function createPool(): Pool {
  return new FrozenPool();
}

/** Two layers: what is offered, and what waits for the round to be over. */
class FrozenPool implements Pool {
  readonly #entries = new Map<string, Map<Identifier, PoolEntry>>();
  readonly #own = new Set<string>();
  readonly #telling = new Map<string, ReadonlySet<Identifier>>();
  readonly #gone = new Set<string>();
  readonly #claimed = new Set<string>();
  #pending: { readonly entry: PoolEntry; readonly order: number }[] = [];

  candidates(
    keys: readonly string[],
    accepts: (entry: PoolEntry) => boolean,
  ): readonly PoolEntry[] {
    for (const key of keys) {
      const found = [...(this.#entries.get(key)?.values() ?? [])].filter(
        (entry) => !this.#claimed.has(named(entry.key, entry.value)) && accepts(entry),
      );
      if (found.length > 0) return found;
    }
    return [];
  }

  add(found: readonly PoolEntry[], order: number): void {
    for (const entry of found) {
      this.#pending.push({ entry, order });
      if (entry.own) this.#own.add(named(entry.key, entry.value));
    }
  }

  publish(): void {
    const batch = this.#pending.sort((a, b) => a.order - b.order);
    this.#pending = [];
    for (const { entry } of batch) {
      if (!this.#keep(entry)) this.#own.delete(named(entry.key, entry.value));
    }
    for (const key of new Set(batch.map(({ entry }) => entry.key)))
      this.#telling.set(key, mostTellingOf(this.#entries.get(key)?.values() ?? []));
  }

  claim(key: string, value: Identifier): void {
    this.#claimed.add(named(key, value));
  }

  release(key: string, value: Identifier): void {
    this.#claimed.delete(named(key, value));
  }

  evict(key: string, value: Identifier): void {
    this.#forget(key, value);
    this.release(key, value);
    this.#entries.get(key)?.delete(value);
    for (const known of this.#entries.values()) {
      for (const entry of known.values()) {
        if (entry.context[key] !== value) continue;
        known.delete(entry.value);
        this.#own.delete(named(entry.key, entry.value));
      }
    }
  }

  isTelling(key: string, value: Identifier): boolean {
    return this.#telling.get(key)?.has(value) === true;
  }

  isOwn(key: string, value: Identifier): boolean {
    return this.#own.has(named(key, value));
  }

  /** Late lists may still show what is gone; after many more are gone, none does. */
  #forget(key: string, value: Identifier): void {
    const name = named(key, value);
    this.#own.delete(name);
    const [oldest] = this.#gone;
    if (this.#gone.size >= MAX_GONE && oldest !== undefined) this.#gone.delete(oldest);
    this.#gone.add(name);
  }

  /** @returns whether it is offered from now on. */
  #keep(entry: PoolEntry): boolean {
    if (this.#gone.has(named(entry.key, entry.value))) return false;
    const known = this.#entries.get(entry.key) ?? new Map<Identifier, PoolEntry>();
    this.#entries.set(entry.key, known);
    const before = known.get(entry.value);
    if (before === undefined && known.size >= MAX_PER_KEY && !makeRoom(known, entry)) return false;
    // Once ours, always ours: a later list shows the same record without saying who made it.
    const own = entry.own || before?.own === true;
    const context = { ...before?.context, ...entry.context };
    // Named alone, by another record, it is what it was.
    const traits = { ...before?.traits, ...entry.traits };
    known.set(entry.value, { ...entry, own, context, traits });
    return true;
  }
}

function makeRoom(known: Map<Identifier, PoolEntry>, entry: PoolEntry): boolean {
  if (!entry.own) return false;
  const stranger = [...known.values()].find(({ own }) => !own);
  if (stranger === undefined) return false;
  known.delete(stranger.value);
  return true;
}

function named(key: string, value: Identifier): string {
  return `${key}\u0000${String(value)}`;
}
