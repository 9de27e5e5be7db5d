/**
 * Lets no more than a number of sendings go at once. Waiting in undici's own queue would count
 * against a request's time limit and could not be told from a target that does not accept
 * connections; so a request waits here, before its clock starts.
 */
export class Turns {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(limit: number) {
    this.#free = limit;
  }

  /** Undefined when it may go at once, so that the usual case costs no promise. */
  take(): Promise<void> | undefined {
    if (this.#free > 0) {
      this.#free -= 1;
      return undefined;
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Hands the turn to the one that waits longest. */
  leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}
