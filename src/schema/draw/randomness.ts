/**
 * The source of all choices while a value is drawn: fast-check's generator and nothing else, so
 * that the same seed gives the same value.
 */
import type { Random } from 'fast-check';

export class Randomness {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  /** @returns an integer between both bounds, which are included. */
  integer(min: number, max: number): number {
    return min >= max ? min : this.#random.nextInt(min, max);
  }

  /** @returns a big integer between both bounds, which are included. */
  bigInteger(min: bigint, max: bigint): bigint {
    return min >= max ? min : this.#random.nextBigInt(min, max);
  }

  /** @returns a fraction from 0 up to, but not including, 1. */
  fraction(): number {
    return this.#random.nextDouble();
  }

  /** @returns true with that probability. */
  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** @returns one of the choices, each as likely; undefined of none. */
  pick<T>(choices: readonly T[]): T | undefined {
    return choices[this.integer(0, choices.length - 1)];
  }

  /** @returns one of the choices by weight; undefined of none. */
  weighted<T>(choices: readonly T[], weightOf: (choice: T) => number): T | undefined {
    let rest = this.fraction() * choices.reduce((sum, choice) => sum + weightOf(choice), 0);
    for (const choice of choices) {
      rest -= weightOf(choice);
      if (rest < 0) return choice;
    }
    return choices.at(-1);
  }

  /** @returns the choices in random order. */
  shuffled<T>(choices: readonly T[]): readonly T[] {
    const order = choices.map((choice) => ({ choice, at: this.fraction() }));
    return order.sort((left, right) => left.at - right.at).map(({ choice }) => choice);
  }
}
