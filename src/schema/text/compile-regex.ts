/**
 * Compiles expressions into continuations: from any point on, which formula over the rest of the
 * text must hold. Look-ahead becomes conjunction, look-behind and word boundaries are read off the
 * context. A back-reference is beyond any automaton and refused.
 */
import { UNIVERSE, WORD, type CharSet } from './char-set.ts';
import type { Context, Continuation, Formula, Formulas, TextPlace } from './formula.ts';
import type { Regex } from './regex.ts';

/** Thrown on an expression that no automaton follows. */
export class NotRegularError extends Error {}

export class RegexCompiler {
  readonly sets: CharSet[] = [UNIVERSE, WORD];
  /** Expressions of look-behinds, from the start of the text to where they end. */
  readonly behinds: Continuation[] = [];
  usesWords = false;
  readonly #formulas: Formulas;
  readonly #afterWord: Continuation;
  #isBehind = false;

  constructor(formulas: Formulas) {
    this.#formulas = formulas;
    const word: TextPlace = { set: WORD, next: () => formulas.true };
    this.#afterWord = () => formulas.place(word);
  }

  /** @returns what a text must be in which the expression is found anywhere. */
  found(regex: Regex): Continuation {
    const { true: anything } = this.#formulas;
    return this.#anywhere(this.#compile(regex, () => anything));
  }

  #anywhere(here: Continuation): Continuation {
    const formulas = this.#formulas;
    const later: TextPlace = { set: UNIVERSE, next: (context) => search(context) };
    const search: Continuation = (context) => formulas.or([here(context), formulas.place(later)]);
    return search;
  }

  #compile(regex: Regex, next: Continuation): Continuation {
    switch (regex.kind) {
      case 'set':
        return this.#read(regex.set, next);
      case 'sequence':
        return regex.parts.reduceRight((rest, part) => this.#compile(part, rest), next);
      case 'choice': {
        const ways = regex.parts.map((part) => this.#compile(part, next));
        return (context) => this.#formulas.or(ways.map((way) => way(context)));
      }
      case 'group':
        return this.#compile(regex.part, next);
      case 'repeat':
        return this.#repeat(regex, next);
      case 'start':
        return (context) => (context.isStart ? next(context) : this.#formulas.false);
      case 'end':
        return (context) => this.#formulas.and([this.#formulas.end, next(context)]);
      case 'boundary':
        return this.#boundary(regex.isNegated, next);
      case 'look':
        return regex.isAhead ? this.#ahead(regex, next) : this.#behind(regex, next);
      case 'back-reference':
        throw new NotRegularError('A back-reference is not regular.');
    }
  }

  #read(set: CharSet, next: Continuation): Continuation {
    this.sets.push(set);
    const place: TextPlace = { set, next };
    return () => this.#formulas.place(place);
  }

  /** Copies are made when they are reached: `{1,5000}` costs what is walked of it. */
  #repeat({ part, min, max }: Regex & { kind: 'repeat' }, next: Continuation): Continuation {
    const copies: Continuation[] = [];
    const top = Number.isFinite(max) ? max : min;
    const from = (count: number): Continuation => {
      const known = copies[count];
      if (known !== undefined) return known;
      let body: Continuation | undefined;
      let inside: Context | undefined;
      const made: Continuation = (context) => {
        // A round that reads nothing leads nowhere new.
        if (inside === context) return this.#formulas.false;
        const leave = count >= min ? [next(context)] : [];
        if (count >= max) return this.#formulas.or(leave);
        body ??= this.#compile(part, from(count >= top ? top : count + 1));
        const outer = inside;
        inside = count >= min ? context : undefined;
        const again = body(context);
        inside = outer;
        return this.#formulas.or([...leave, again]);
      };
      copies[count] = made;
      return made;
    };
    return from(0);
  }

  #boundary(isNegated: boolean, next: Continuation): Continuation {
    this.usesWords = true;
    return (context) => {
      const ahead = this.#afterWord(context);
      const differs = context.isAfterWord !== isNegated;
      return this.#formulas.and([differs ? this.#formulas.not(ahead) : ahead, next(context)]);
    };
  }

  #ahead({ part, isNegated }: Regex & { kind: 'look' }, next: Continuation): Continuation {
    const { true: anything } = this.#formulas;
    const seen = this.#compile(part, () => anything);
    return (context) => {
      const formula = seen(context);
      return this.#formulas.and([isNegated ? this.#formulas.not(formula) : formula, next(context)]);
    };
  }

  #behind({ part, isNegated }: Regex & { kind: 'look' }, next: Continuation): Continuation {
    if (this.#isBehind) throw new NotRegularError('Look-behind within look-behind.');
    this.#isBehind = true;
    const { end } = this.#formulas;
    const index = this.behinds.push(this.#anywhere(this.#compile(part, () => end))) - 1;
    this.#isBehind = false;
    return (context): Formula =>
      context.behind[index] === isNegated ? this.#formulas.false : next(context);
  }
}
