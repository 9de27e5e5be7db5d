// How a refused write leaves nothing behind. Each change to a table notes how to undo it; a refusal unwinds the notes
// back to where the attempt began, so that a request is applied whole or not at all.

/** The undo notes of the write that is going on. */
export class Journal {
  readonly #undo: (() => void)[] = [];
  #depth = 0;

  /** Notes how to take a change back; outside an attempt (while seeding) nothing is kept. */
  note(undo: () => void): void {
    if (this.#depth > 0) this.#undo.push(undo);
  }

  /** True while an attempt is going on, so that callers can spare the note. */
  get isOpen(): boolean {
    return this.#depth > 0;
  }

  /** Runs `attempt`; if it throws, every change made since it began is undone and the error goes on up. Nests. */
  atomically<T>(attempt: () => T): T {
    const mark = this.#undo.length;
    this.#depth += 1;
    try {
      return attempt();
    } catch (error) {
      this.#unwind(mark);
      throw error;
    } finally {
      this.#depth -= 1;
      if (this.#depth === 0) this.#undo.length = 0;
    }
  }

  #unwind(mark: number): void {
    while (this.#undo.length > mark) this.#undo.pop()?.();
  }
}
