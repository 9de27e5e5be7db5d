/**
 * Reads single entries of a schema object as what they must be, or not at all: a bound that is no
 * number, a list that is none, are as good as absent.
 */
import { placeBelow, type Place } from '../../spec/place.ts';
import { isList, isRecord, type JsonRecord } from '../json-value.ts';
import type { Entries } from './entries.ts';
import type { ReadingContext } from './read-schema.ts';
import type { SchemaNode } from './schema-node.ts';

export class EntryReader {
  readonly #entries: Entries;
  readonly #place: Place;
  readonly #context: ReadingContext;

  constructor(entries: Entries, place: Place, context: ReadingContext) {
    this.#entries = entries;
    this.#place = place;
    this.#context = context;
  }

  /** Whether malformed keywords are taken by the letter. */
  get takesLetter(): boolean {
    return this.#context.options.malformed === 'letter';
  }

  value(name: string): unknown {
    return this.#entries.get(name)?.value;
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  number(name: string): number | undefined {
    const value = this.value(name);
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  }

  /** A non-negative integer. */
  count(name: string): number | undefined {
    const value = this.number(name);
    return value !== undefined && value >= 0 && Number.isInteger(value) ? value : undefined;
  }

  text(name: string): string | undefined {
    const value = this.value(name);
    return typeof value === 'string' ? value : undefined;
  }

  flag(name: string): boolean | undefined {
    const value = this.value(name);
    return typeof value === 'boolean' ? value : undefined;
  }

  record(name: string): JsonRecord | undefined {
    const value = this.value(name);
    return isRecord(value) ? value : undefined;
  }

  /** The strings of a list; a list with anything else in it is malformed. */
  names(name: string): readonly string[] | undefined {
    const value = this.value(name);
    return isNames(value) ? [...new Set(value)] : undefined;
  }

  schema(name: string): SchemaNode | undefined {
    const value = this.value(name);
    return isSchema(value) ? this.#context.child(value, this.#below(name)) : undefined;
  }

  inPlace(name: string): SchemaNode | undefined {
    const value = this.value(name);
    return isSchema(value) ? this.#context.inPlace(value, this.#below(name)) : undefined;
  }

  schemaList(name: string): readonly SchemaNode[] | undefined {
    const value = this.value(name);
    if (!isList(value)) return undefined;
    return value.map((raw, index) => this.#context.child(raw, this.#below(name, index)));
  }

  inPlaceList(name: string): readonly SchemaNode[] | undefined {
    const value = this.value(name);
    if (!isList(value) || (value.length === 0 && !this.takesLetter)) return undefined;
    return value.map((raw, index) => this.#context.inPlace(raw, this.#below(name, index)));
  }

  schemaMap(name: string): ReadonlyMap<string, SchemaNode> | undefined {
    return this.#map(name, (raw, place) => this.#context.child(raw, place));
  }

  inPlaceMap(name: string): ReadonlyMap<string, SchemaNode> | undefined {
    return this.#map(name, (raw, place) => this.#context.inPlace(raw, place));
  }

  #map(
    name: string,
    make: (raw: unknown, place: Place) => SchemaNode,
  ): ReadonlyMap<string, SchemaNode> | undefined {
    const record = this.record(name);
    if (record === undefined) return undefined;
    const map = new Map<string, SchemaNode>();
    for (const [key, raw] of Object.entries(record))
      if (isSchema(raw)) map.set(key, make(raw, this.#below(name, key)));
    return map;
  }

  #below(name: string, ...steps: readonly (string | number)[]): Place {
    return placeBelow(this.#place, ...(this.#entries.get(name)?.steps ?? [name]), ...steps);
  }
}

function isSchema(value: unknown): boolean {
  return typeof value === 'boolean' || isRecord(value);
}

/** @returns whether the value is a list of strings. */
export function isNames(value: unknown): value is readonly string[] {
  return isList(value) && value.every((item) => typeof item === 'string');
}
