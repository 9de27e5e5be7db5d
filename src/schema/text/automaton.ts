/**
 * The automaton of several patterns at once, some of them denied: its states are formulas, made
 * when they are reached. Characters that no expression tells apart are one letter.
 */
import { includes, intersection, pointAt, UNIVERSE, WORD, type CharSet } from './char-set.ts';
import { ALPHANUMERIC, PRINTABLE } from './alphabet.ts';
import { RegexCompiler } from './compile-regex.ts';
import { Formulas, isFinal, type Context, type Formula } from './formula.ts';
import type { Regex } from './regex.ts';

/** A class of characters that all expressions treat alike. */
export interface Letter {
  readonly index: number;
  readonly set: CharSet;
  /** Any one of them. */
  readonly point: number;
}

export interface State {
  readonly key: string;
  readonly isFinal: boolean;
  /** Nothing can be read any more that would make it final. */
  readonly isDead: boolean;
  readonly formula: Formula;
  readonly behind: readonly Formula[];
  readonly context: Context;
}

export class Automaton {
  readonly letters: readonly Letter[];
  readonly start: State;
  readonly #formulas = new Formulas();
  readonly #usesWords: boolean;
  readonly #derived = new Map<string, Formula>();

  /** @throws {NotRegularError} an expression has a back-reference */
  constructor(asserted: readonly Regex[], denied: readonly Regex[]) {
    const formulas = this.#formulas;
    const compiler = new RegexCompiler(formulas);
    const found = asserted.map((regex) => compiler.found(regex));
    const missing = denied.map((regex) => compiler.found(regex));
    this.#usesWords = compiler.usesWords;
    const blank = compiler.behinds.map(() => false);
    const opening: Context = { key: 's', isStart: true, isAfterWord: false, behind: blank };
    const behind = compiler.behinds.map((expression) => expression(opening));
    const context = { ...opening, behind: behind.map(isFinal) };
    this.start = stateOf(
      formulas.and([
        ...found.map((one) => one(context)),
        ...missing.map((one) => formulas.not(one(context))),
      ]),
      behind,
      context,
    );
    // Compiling goes on while states are made, but repeats only sets it has seen.
    expandSets(asserted, compiler);
    expandSets(denied, compiler);
    this.letters = lettersOf(compiler.sets);
  }

  /** @returns the state after one more letter. */
  read(state: State, letter: Letter): State {
    const blank: Context = {
      key: '',
      isStart: false,
      isAfterWord: this.#usesWords && includes(WORD, letter.point),
      behind: state.behind.map(() => false),
    };
    const behind = state.behind.map((formula) => this.#derive(formula, letter, blank));
    const seen = behind.map(isFinal);
    const key = `${blank.isAfterWord ? 'w' : ''}${seen.map(Number).join('')}`;
    const context: Context = { ...blank, behind: seen, key };
    return stateOf(this.#derive(state.formula, letter, context), behind, context);
  }

  #derive(formula: Formula, letter: Letter, context: Context): Formula {
    switch (formula.kind) {
      case 'true':
      case 'false':
        return formula;
      case 'end':
        return this.#formulas.false;
      case 'place':
        return includes(formula.place.set, letter.point)
          ? this.#memo(formula, context, () => formula.place.next(context))
          : this.#formulas.false;
      case 'and':
        return this.#formulas.and(formula.parts.map((part) => this.#derive(part, letter, context)));
      case 'or':
        return this.#formulas.or(formula.parts.map((part) => this.#derive(part, letter, context)));
      case 'not':
        return this.#formulas.not(this.#derive(formula.part, letter, context));
    }
  }

  #memo(formula: Formula, context: Context, make: () => Formula): Formula {
    const key = `${formula.id} ${context.key}`;
    const known = this.#derived.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.#derived.set(key, made);
    return made;
  }
}

function stateOf(formula: Formula, behind: readonly Formula[], context: Context): State {
  return {
    key: [formula.id, context.key, ...behind.map(({ id }) => id)].join(' '),
    isFinal: isFinal(formula),
    isDead: formula.kind === 'false',
    formula,
    behind,
    context,
  };
}

function expandSets(expressions: readonly Regex[], compiler: RegexCompiler): void {
  const visit = (regex: Regex): void => {
    if (regex.kind === 'set') compiler.sets.push(regex.set);
    if ('part' in regex) visit(regex.part);
    if ('parts' in regex) regex.parts.forEach(visit);
  };
  expressions.forEach(visit);
}

/**
 * Cuts the universe at every bound of every set; pieces that all sets treat alike are joined. The
 * plainest come first, since that is the order in which words are listed.
 */
function lettersOf(sets: readonly CharSet[]): readonly Letter[] {
  const distinct = [...new Map(sets.map((set) => [set.join(), set])).values()];
  const cuts = new Set<number>();
  for (const set of [...distinct, UNIVERSE])
    for (let at = 0; at < set.length; at += 2) {
      cuts.add(set[at] ?? 0);
      cuts.add((set[at + 1] ?? 0) + 1);
    }
  const bounds = [...cuts].sort((left, right) => left - right);
  const pieces = new Map<string, number[]>();
  for (const [at, low] of bounds.entries()) {
    const high = (bounds[at + 1] ?? low) - 1;
    if (high < low || !includes(UNIVERSE, low)) continue;
    const signature = distinct.map((set) => (includes(set, low) ? 1 : 0)).join('');
    const piece = pieces.get(signature) ?? [];
    piece.push(low, high);
    pieces.set(signature, piece);
  }
  const rank = (set: CharSet): number =>
    [ALPHANUMERIC, PRINTABLE].findIndex((one) => intersection(set, one).length > 0) >>> 0;
  return [...pieces.values()]
    .sort((left, right) => rank(left) - rank(right))
    .map((set, index) => ({ index, set, point: pointAt(set, 0) }));
}
