/**
 * What must still be read: a Boolean formula over places in expressions. Conjunction and negation
 * are what look-ahead, several patterns at once and denied patterns come down to. Formulas are
 * interned, so that equal states of an automaton are the same object.
 */
import type { CharSet } from './char-set.ts';

export type Formula =
  | { readonly id: number; readonly kind: 'true' | 'false' | 'end' }
  | { readonly id: number; readonly kind: 'place'; readonly place: TextPlace }
  | { readonly id: number; readonly kind: 'and' | 'or'; readonly parts: readonly Formula[] }
  | { readonly id: number; readonly kind: 'not'; readonly part: Formula };

/** A character to read, and what follows once it is read. */
export interface TextPlace {
  readonly set: CharSet;
  readonly next: Continuation;
}

/** What is known of the text up to here. */
export interface Context {
  readonly key: string;
  readonly isStart: boolean;
  readonly isAfterWord: boolean;
  /** Per look-behind, whether its expression ends here. */
  readonly behind: readonly boolean[];
}

/** What must be read from here on, in a context. */
export type Continuation = (context: Context) => Formula;

export class Formulas {
  readonly #known = new Map<string, Formula>();
  readonly #places = new Map<TextPlace, Formula>();
  #count = 0;
  readonly true = this.#intern('T', (id) => ({ id, kind: 'true' }));
  readonly false = this.#intern('F', (id) => ({ id, kind: 'false' }));
  /** Nothing more is read. */
  readonly end = this.#intern('E', (id) => ({ id, kind: 'end' }));

  place(place: TextPlace): Formula {
    if (place.set.length === 0) return this.false;
    const known = this.#places.get(place);
    if (known !== undefined) return known;
    const made: Formula = { id: (this.#count += 1), kind: 'place', place };
    this.#places.set(place, made);
    return made;
  }

  not(part: Formula): Formula {
    if (part.kind === 'true') return this.false;
    if (part.kind === 'false') return this.true;
    if (part.kind === 'not') return part.part;
    return this.#intern(`!${part.id}`, (id) => ({ id, kind: 'not', part }));
  }

  and(parts: readonly Formula[]): Formula {
    return this.#join('and', parts, this.true, this.false);
  }

  or(parts: readonly Formula[]): Formula {
    return this.#join('or', parts, this.false, this.true);
  }

  #join(
    kind: 'and' | 'or',
    parts: readonly Formula[],
    neutral: Formula,
    absorbing: Formula,
  ): Formula {
    const flat = new Map<number, Formula>();
    const add = (part: Formula): void => {
      if (part.kind === kind) part.parts.forEach(add);
      else if (part !== neutral) flat.set(part.id, part);
    };
    parts.forEach(add);
    if (flat.has(absorbing.id)) return absorbing;
    for (const part of flat.values())
      if (part.kind === 'not' && flat.has(part.part.id)) return absorbing;
    const sorted = [...flat.values()].sort((left, right) => left.id - right.id);
    const [only] = sorted;
    if (only === undefined) return neutral;
    if (sorted.length === 1) return only;
    const key = kind + sorted.map(({ id }) => id).join(' ');
    return this.#intern(key, (id) => ({ id, kind, parts: sorted }));
  }

  #intern(key: string, make: (id: number) => Formula): Formula {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = make((this.#count += 1));
    this.#known.set(key, made);
    return made;
  }
}

/** @returns whether nothing more need be read. */
export function isFinal(formula: Formula): boolean {
  switch (formula.kind) {
    case 'true':
    case 'end':
      return true;
    case 'false':
    case 'place':
      return false;
    case 'and':
      return formula.parts.every(isFinal);
    case 'or':
      return formula.parts.some(isFinal);
    case 'not':
      return !isFinal(formula.part);
  }
}
