/**
 * How a schema's references are followed. There are two: through the files of a description, and
 * through a schema given as a value with its remotes. Both keep where a schema stands, its dialect
 * and, for `$dynamicRef`, by which way it was reached (JSON Schema 2020-12, section 8).
 */
import type { Place } from '../../spec/place.ts';
import type { SchemaDialect } from '../dialect.ts';

export interface Location {
  readonly place: Place;
  readonly dialect: SchemaDialect;
  /** URI of the enclosing resource; empty where the resolver needs none. */
  readonly base: string;
  readonly scope: DynamicScope;
}

/** What dynamic anchors mean here: the outermost resource's anchor for each name. */
export interface DynamicScope {
  /** Equal scopes have equal keys. */
  readonly key: string;
  readonly anchors: ReadonlyMap<string, Target>;
}

export interface Target {
  readonly raw: unknown;
  readonly location: Location;
}

export interface Resolver {
  /** @returns the location of the schema itself, which may open a resource of its own by `$id`. */
  enter(raw: unknown, location: Location): Location;
  /** @returns what a `$ref` points at, or undefined where it dangles. */
  follow(reference: string, from: Location): Target | undefined;
  /** The same for `$dynamicRef` and `$recursiveRef`. */
  followDynamic(reference: string, from: Location): Target | undefined;
}

export const EMPTY_SCOPE: DynamicScope = { key: '', anchors: new Map() };
