/**
 * How far up a change at one place can be felt. Where all schemas on the way up merely ask that
 * their members be valid, the place itself decides; `oneOf`, `uniqueItems` and the like look at
 * members as a whole, and then the outermost of them does. It keeps the proof of hundreds of
 * deviations linear.
 */
import type { Engine } from '../engine.ts';
import type { Keywords } from '../model/keywords.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import type { Finding } from './fault.ts';
import type { FaultFinder } from './fault-finder.ts';

export interface Anchor {
  /** The schemas of which one refuses the part, exactly if the root refuses the whole. */
  readonly entries: readonly SchemaNode[];
  /** Steps from the root to the part. */
  readonly depth: number;
  /** @returns the part with that value at the place. */
  readonly put: (value: unknown) => unknown;
  /** Places below are decided here as well. */
  readonly isFixed: boolean;
}

/** Keywords whose verdict hangs on more than each member by itself. */
const WIDE = [
  'anyOf',
  'oneOf',
  'not',
  'if',
  'const',
  'enum',
  'contains',
  'uniqueItems',
  'dependentSchemas',
  'unevaluatedItems',
  'unevaluatedProperties',
] as const satisfies readonly (keyof Keywords)[];

/** @returns the anchor of a place as it is for the places below. */
export function settled(anchor: Anchor, applied: readonly SchemaNode[]): Anchor {
  if (anchor.isFixed) return anchor;
  const isWide = applied.some(({ keywords }) => WIDE.some((name) => keywords[name] !== undefined));
  return isWide ? { ...anchor, isFixed: true } : anchor;
}

/** @returns the anchor of a member, given its parent's and the way to put a member into that. */
export function anchorBelow(
  parent: Anchor,
  entries: readonly SchemaNode[],
  { depth, inside }: { readonly depth: number; readonly inside: (value: unknown) => unknown },
): Anchor {
  if (!parent.isFixed) return { entries, depth, put: (value) => value, isFixed: false };
  return { ...parent, put: (value) => parent.put(inside(value)) };
}

/** @returns what all schemas of the anchor together find wrong with the part. */
export function findAt({ entries }: Anchor, part: unknown, finder: FaultFinder): Finding {
  const found = entries.map((entry) => finder.find(entry, part));
  const failed = found.filter(({ holds }) => !holds);
  return {
    holds: failed.length === 0,
    isCertain:
      failed.length === 0
        ? found.every(({ isCertain }) => isCertain)
        : failed.some(({ isCertain }) => isCertain),
    faults: failed.flatMap(({ faults }) => faults),
    latent: found.flatMap(({ latent }) => latent),
    seen: undefined,
  };
}

/** @returns whether the judge takes the part. */
export function isJudgedValid({ entries }: Anchor, part: unknown, engine: Engine): boolean {
  return entries.every((entry) => engine.judge.isValid(entry, part));
}
