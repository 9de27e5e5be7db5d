/**
 * All texts that several patterns take and others refuse: whether there are any, of which lengths,
 * and a random one of a given length.
 */
import type { Randomness } from '../draw/randomness.ts';
import {
  drawCharacter,
  plainestCharacters,
  spell,
  type Alphabet,
  type Spelling,
} from './alphabet.ts';
import { Automaton, type Letter } from './automaton.ts';
import { intersection, sizeOf } from './char-set.ts';
import { NotRegularError } from './compile-regex.ts';
import { canFinish, countTexts, explore, LONGEST, type Graph, type Vertex } from './graph.ts';
import type { Regex } from './regex.ts';

export class Language {
  readonly #graph: Graph;
  readonly #spellings = new Map<Alphabet, Map<Letter, Spelling>>();

  private constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** @returns the language, or undefined where no automaton follows the expressions. */
  static of(asserted: readonly Regex[], denied: readonly Regex[]): Language | undefined {
    if ([...asserted, ...denied].some(hasSurrogates)) return undefined;
    try {
      return new Language(explore(new Automaton(asserted, denied)));
    } catch (error) {
      // An expression nested too deep overflows the compiler: as good as not regular.
      if (error instanceof NotRegularError || error instanceof RangeError) return undefined;
      throw error;
    }
  }

  /** @returns whether no text of such a length exists; never true where that is not proven. */
  isEmpty(min: number, max: number): boolean {
    return this.#graph.isComplete && this.lengths(min, max, 1).length === 0;
  }

  /** @returns the first so many lengths in the range that texts have. */
  lengths(min: number, max: number, most: number): readonly number[] {
    const { start } = this.#graph;
    // Beyond what is told apart, what goes on that long goes round somewhere, and goes on.
    if (min > LONGEST) return canFinish(start, LONGEST) ? [min] : [];
    const found: number[] = [];
    const last = Math.min(max, LONGEST);
    for (let length = min; length <= last && found.length < most; length += 1)
      if (canFinish(start, length)) found.push(length);
    return found;
  }

  /** @returns the greatest length up to the bound that texts have, as far as is told apart. */
  longest(max: number): number | undefined {
    for (let length = Math.min(max, LONGEST); length >= 0; length -= 1)
      if (canFinish(this.#graph.start, length)) return length;
    return undefined;
  }

  /** @returns a text of exactly that length, which must be one of {@link lengths}. */
  draw(length: number, random: Randomness, alphabet: Alphabet): string {
    const spellings = this.#spelledIn(alphabet);
    let vertex = this.#graph.start;
    let text = '';
    for (let left = length; left > 0; left -= 1) {
      const edges = vertex.edges.filter(({ to }) => canFinish(to, left - 1));
      const edge = random.weighted(edges, ({ letter }) => spellings(letter).weight);
      if (edge === undefined) return text;
      text += drawCharacter(spellings(edge.letter), random);
      vertex = edge.to;
    }
    return text;
  }

  /** @returns up to so many texts, the shortest first; of each letter its plainest characters. */
  words(min: number, max: number, most: number): readonly string[] {
    const found: string[] = [];
    const walk = (vertex: Vertex, text: string, left: number): void => {
      if (left === 0) {
        found.push(text);
        return;
      }
      for (const { letter, to } of vertex.edges) {
        if (!canFinish(to, left - 1)) continue;
        for (const character of plainestCharacters(letter)) {
          if (found.length >= most) return;
          walk(to, text + character, left - 1);
        }
      }
    };
    for (const length of this.lengths(min, max, most))
      if (found.length < most) walk(this.#graph.start, '', length);
    return found;
  }

  /** @returns every text in the range of lengths; undefined where there are more than `most`. */
  allWords(min: number, max: number, most: number): readonly string[] | undefined {
    const count = this.#graph.isComplete ? countTexts(this.#graph, most) : undefined;
    return count === undefined ? undefined : this.words(min, Math.min(max, LONGEST), most + 1);
  }

  #spelledIn(alphabet: Alphabet): (letter: Letter) => Spelling {
    const known = this.#spellings.get(alphabet) ?? new Map<Letter, Spelling>();
    this.#spellings.set(alphabet, known);
    return (letter) => {
      const spelling = known.get(letter) ?? spell(letter, alphabet);
      known.set(letter, spelling);
      return spelling;
    };
  }
}

function hasSurrogates(regex: Regex): boolean {
  if (regex.kind === 'set') return sizeOf(intersection(regex.set, [0xd800, 0xdfff])) > 0;
  if ('part' in regex) return hasSurrogates(regex.part);
  return 'parts' in regex && regex.parts.some(hasSurrogates);
}
