/**
 * All the nodes of one description, for one direction: makes each schema's node once, reads it on
 * demand and follows its references. Synthetic nodes (a schema less one keyword, a keyword turned
 * round) come from here too, so that ids are unique.
 */
import type { Place } from '../../spec/place.ts';
import type { Keywords } from './keywords.ts';
import { readSchema } from './read-schema.ts';
import type { Location, Resolver, Target } from './resolver.ts';
import { SchemaNode, type NodeReading } from './schema-node.ts';

export type Direction = 'request' | 'response';

export interface WorldOptions {
  readonly resolver: Resolver;
  /** Undefined: neither `readOnly` nor `writeOnly` changes what is required. */
  readonly direction: Direction | undefined;
  /** Whether keywords beside `$ref` count even where the dialect says they don't. */
  readonly honoursRefSiblings: boolean;
  /**
   * What a malformed keyword is: `absent`, which is right where it is reported elsewhere, or taken by
   * the `letter`: no branch of none holds, multiples of -3 are those of 3.
   */
  readonly malformed: 'absent' | 'letter';
}

export interface World {
  readonly direction: Direction | undefined;
  /** Whether any schema that was read so far has a keyword `unevaluated*`. */
  readonly looksBack: boolean;
  node(target: Target): SchemaNode;
  synthetic(keywords: Keywords, place: Place): SchemaNode;
}

/** @returns a world without nodes. */
export function createWorld(options: WorldOptions): World {
  const nodes = new Map<string, SchemaNode>();
  let count = 0;
  let looksBack = false;
  const watched = (reading: NodeReading): NodeReading => {
    const { unevaluatedItems, unevaluatedProperties } = reading.keywords;
    if (unevaluatedItems !== undefined || unevaluatedProperties !== undefined) looksBack = true;
    return reading;
  };
  const intern = (raw: unknown, outer: Location, around: readonly Target[]): SchemaNode => {
    const location = options.resolver.enter(raw, outer);
    const { place, scope } = location;
    const key = scope.key === '' ? place : `${place} ${scope.key}`;
    const known = nodes.get(key);
    if (known !== undefined) return known;
    const here: Target = { raw, location };
    const made = new SchemaNode(++count, place, raw, () =>
      watched(
        readSchema(here, {
          options,
          around,
          child: (childRaw, childPlace) => intern(childRaw, { ...location, place: childPlace }, []),
          inPlace: (childRaw, childPlace) =>
            intern(childRaw, { ...location, place: childPlace }, [...around, here]),
          target: (target) => intern(target.raw, target.location, []),
          synthetic: (keywords, origins) =>
            new SchemaNode(++count, place, undefined, () => watched({ keywords, origins })),
        }),
      ),
    );
    nodes.set(key, made);
    return made;
  };
  return {
    direction: options.direction,
    get looksBack() {
      return looksBack;
    },
    node: (target) => intern(target.raw, target.location, []),
    synthetic: (keywords, place) =>
      new SchemaNode(++count, place, undefined, () => watched({ keywords, origins: new Map() })),
  };
}
