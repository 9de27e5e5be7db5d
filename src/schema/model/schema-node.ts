/**
 * One schema where it stands. Nodes are interned (one per place and dynamic scope), so that
 * recursion in the description is a cycle of nodes and everything derived can be cached by id. The
 * keywords are read when first asked for: a big description costs what is reached of it.
 */
import { placeBelow, type Place } from '../../spec/place.ts';
import type { Keywords } from './keywords.ts';

export interface NodeReading {
  readonly keywords: Keywords;
  /** Steps to a keyword that the dialect writes under another name. */
  readonly origins: ReadonlyMap<string, readonly string[]>;
}

export class SchemaNode {
  readonly id: number;
  readonly place: Place;
  /** The schema as written; a synthetic node has none. */
  readonly raw: unknown;
  #read: (() => NodeReading) | undefined;
  #reading: NodeReading | undefined;
  readonly #memory = new Map<string, unknown>();

  constructor(id: number, place: Place, raw: unknown, read: () => NodeReading) {
    this.id = id;
    this.place = place;
    this.raw = raw;
    this.#read = read;
  }

  get keywords(): Keywords {
    return this.#readOnce().keywords;
  }

  /** @returns the place of one of its keywords, under the name that its dialect gives it. */
  placeOf(keyword: string, ...below: readonly (string | number)[]): Place {
    const steps = this.#readOnce().origins.get(keyword) ?? [keyword];
    return placeBelow(this.place, ...steps, ...below);
  }

  /** @returns what was made of the node under that key, made now if it wasn't. */
  once<T>(key: string, make: (node: SchemaNode) => T): T {
    // Each key is used with one type only: that of its `make`.
    if (this.#memory.has(key)) return this.#memory.get(key) as T;
    const made = make(this);
    this.#memory.set(key, made);
    return made;
  }

  #readOnce(): NodeReading {
    if (this.#reading === undefined) {
      const read = this.#read;
      if (read === undefined) return NOTHING;
      this.#read = undefined;
      this.#reading = read();
    }
    return this.#reading;
  }
}

/** What a node shows of itself while it is being read, which only a cycle of readers would see. */
const NOTHING: NodeReading = { keywords: {}, origins: new Map() };
