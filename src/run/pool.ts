/**
 * What answers showed to exist, for the slots of later requests. It is frozen between rounds: what
 * a round finds counts from the next one, in the order of operations, whatever order answers came in.
 */
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
  /** Whether a value this run created, by key: the newest too, published or not. */
  isOwn(key: string, value: Identifier): boolean;
}

/** Enough to choose from, and bounded however long a run goes. */
const MAX_PER_KEY = 256;

/** @returns an empty pool. */
export function createPool(): Pool {
  const entries = new Map<string, Map<Identifier, PoolEntry>>();
  const ownValues = new Set<string>();
  const gone = new Set<string>();
  const claimed = new Set<string>();
  let pending: { readonly entry: PoolEntry; readonly order: number }[] = [];

  const keep = (entry: PoolEntry): void => {
    if (gone.has(named(entry.key, entry.value))) return;
    const known = entries.get(entry.key) ?? new Map<Identifier, PoolEntry>();
    entries.set(entry.key, known);
    const before = known.get(entry.value);
    if (before === undefined && known.size >= MAX_PER_KEY && !makeRoom(known, entry)) return;
    // Once ours, always ours: a later list shows the same record without saying who made it.
    const own = entry.own || before?.own === true;
    known.set(entry.value, { ...entry, own, context: { ...before?.context, ...entry.context } });
  };

  return {
    candidates: (keys, accepts) => {
      for (const key of keys) {
        const found = [...(entries.get(key)?.values() ?? [])].filter(
          (entry) => !claimed.has(named(entry.key, entry.value)) && accepts(entry),
        );
        if (found.length > 0) return found;
      }
      return [];
    },
    add: (found, order) => {
      for (const entry of found) {
        pending.push({ entry, order });
        if (entry.own) ownValues.add(named(entry.key, entry.value));
      }
    },
    publish: () => {
      const batch = pending.sort((a, b) => a.order - b.order);
      pending = [];
      for (const { entry } of batch) keep(entry);
    },
    claim: (key, value) => {
      claimed.add(named(key, value));
    },
    release: (key, value) => {
      claimed.delete(named(key, value));
    },
    evict: (key, value) => {
      gone.add(named(key, value));
      claimed.delete(named(key, value));
      entries.get(key)?.delete(value);
      for (const known of entries.values()) {
        for (const entry of known.values()) {
          if (entry.context[key] === value) known.delete(entry.value);
        }
      }
    },
    isOwn: (key, value) => ownValues.has(named(key, value)),
  };
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
