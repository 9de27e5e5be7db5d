/**
 * The languages asked for so far, by their patterns: building an automaton costs more than drawing
 * from it, and the same patterns come up again and again.
 */
import type { Pattern } from '../model/pattern.ts';
import { Language } from './language.ts';
import { readRegex, type Regex } from './regex.ts';

export class Languages {
  readonly #known = new Map<string, Language | undefined>();
  readonly #read = new Map<string, Regex | undefined>();

  /** @returns the language, or undefined where no automaton follows the patterns. */
  of(asserted: readonly Pattern[], denied: readonly Pattern[]): Language | undefined {
    const key = JSON.stringify([sourcesOf(asserted), sourcesOf(denied)]);
    if (this.#known.has(key)) return this.#known.get(key);
    const holding = this.#readAll(asserted);
    const failing = this.#readAll(denied);
    const made =
      holding === undefined || failing === undefined ? undefined : Language.of(holding, failing);
    this.#known.set(key, made);
    return made;
  }

  /** @returns the pattern's tree, or undefined where its syntax is not understood. */
  read(pattern: Pattern): Regex | undefined {
    const { source } = pattern;
    if (!this.#read.has(source)) this.#read.set(source, readRegex(pattern));
    return this.#read.get(source);
  }

  #readAll(patterns: readonly Pattern[]): readonly Regex[] | undefined {
    const distinct = new Map(patterns.map((pattern) => [pattern.source, pattern]));
    const trees = [...distinct.values()].flatMap((pattern) => this.read(pattern) ?? []);
    return trees.length === distinct.size ? trees : undefined;
  }
}

function sourcesOf(patterns: readonly Pattern[]): readonly string[] {
  return [...new Set(patterns.map(({ source }) => source))].sort();
}
