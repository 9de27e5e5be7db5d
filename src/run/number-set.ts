/**
 * A set of numbers that takes eight to sixteen bytes for each: a `Set` takes about fifty, which a
 * run of millions of requests would feel. A hash table with open addressing in one typed array.
 */
const SMALLEST = 1024;

/** Of integers from 1 below 2 ** 53, spread evenly over their low bits. */
export class NumberSet {
  /** Zero where there is none. */
  #slots = new Float64Array(SMALLEST);
  #size = 0;

  has(value: number): boolean {
    return this.#slots[this.#slotOf(value)] === value;
  }

  add(value: number): void {
    const slot = this.#slotOf(value);
    if (this.#slots[slot] === value) return;
    this.#slots[slot] = value;
    this.#size += 1;
    if (this.#size * 2 > this.#slots.length) this.#grow();
  }

  /** @returns where the value is, or would be */
  #slotOf(value: number): number {
    const { length } = this.#slots;
    let slot = value % length;
    for (let there = this.#slots[slot]; there !== 0 && there !== value; there = this.#slots[slot]) {
      slot = (slot + 1) % length;
    }
    return slot;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Float64Array(old.length * 2);
    for (const value of old) if (value !== 0) this.#slots[this.#slotOf(value)] = value;
  }
}
