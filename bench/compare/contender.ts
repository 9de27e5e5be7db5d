/** What the two tools that are compared have in common: what is planted, and what they report. */

export interface Planted {
  readonly faults?: readonly string[];
  readonly oddities?: readonly string[];
}

/** A kind of failure at an operation. */
export interface Reported {
  readonly kind: string;
  readonly operation: string;
}

export interface Tried {
  readonly reported: readonly Reported[];
  readonly requests: number;
  readonly seconds: number;
}

export interface Contender {
  readonly name: string;
  readonly run: (planted: Planted) => Promise<Tried>;
}
