// One kind of record by its key. Rows are immutable values that are replaced whole; every change is noted in the journal
// and raises the version, by which derived lists know that they are stale.
import type { Journal } from './journal.ts';

/** Rows by key, in the order in which they were first set. */
export class Table<K, V> {
  readonly #rows = new Map<K, V>();
  readonly #journal: Journal;
  #version = 0;

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  /** Grows with every change, also with the undoing of one. */
  get version(): number {
    return this.#version;
  }

  get size(): number {
    return this.#rows.size;
  }

  get(key: K): V | undefined {
    return this.#rows.get(key);
  }

  keys(): IterableIterator<K> {
    return this.#rows.keys();
  }

  values(): IterableIterator<V> {
    return this.#rows.values();
  }

  entries(): IterableIterator<[K, V]> {
    return this.#rows.entries();
  }

  set(key: K, row: V): void {
    if (this.#journal.isOpen) {
      const before = this.#rows.get(key);
      this.#journal.note(() => {
        this.#put(key, before);
      });
    }
    this.#put(key, row);
  }

  delete(key: K): void {
    const before = this.#rows.get(key);
    if (before === undefined) return;
    this.#journal.note(() => {
      this.#put(key, before);
    });
    this.#put(key, undefined);
  }

  #put(key: K, row: V | undefined): void {
    this.#version += 1;
    if (row === undefined) this.#rows.delete(key);
    else this.#rows.set(key, row);
  }
}
