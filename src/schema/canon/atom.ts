/**
 * An atom is one constraint on a value of one known type: what keywords, asserted or denied, come
 * down to once every choice between schemas is made. Folding the atoms of a type tightens bounds
 * and finds clashes.
 */
import type { Place } from '../../spec/place.ts';
import type { Pattern } from '../model/pattern.ts';
import type { Literal } from './literal.ts';

/** The keyword that an atom comes from. */
export interface Origin {
  readonly keyword: string;
  readonly place: Place;
}

/** Which literals apply to which items. */
export interface ItemClaim {
  readonly prefix: readonly (Literal | undefined)[];
  readonly rest: Literal | undefined;
}

/** Which literals apply to which members. */
export interface MemberClaim {
  readonly names: ReadonlyMap<string, Literal>;
  readonly patterns: readonly { readonly pattern: Pattern; readonly literal: Literal }[];
  readonly rest: Literal | undefined;
}

/** At least one member whose name the description below lets through has such a value. */
export interface SomeMember {
  readonly matching: Pattern | undefined;
  /** Names and patterns that the member's name is not among. */
  readonly besides: MemberClaim | undefined;
  readonly name: Literal | undefined;
  readonly value: Literal | undefined;
}

/** So many items, from an index on, must be such. */
export interface Demand {
  readonly literal: Literal;
  readonly min: number;
  readonly max: number;
  readonly from: number;
}

type Constraint =
  | { readonly kind: 'among'; readonly values: readonly unknown[] }
  | { readonly kind: 'except'; readonly values: readonly unknown[] }
  | { readonly kind: 'above'; readonly bound: number; readonly isOpen: boolean }
  | { readonly kind: 'below'; readonly bound: number; readonly isOpen: boolean }
  | { readonly kind: 'multiple'; readonly of: number; readonly holds: boolean }
  | { readonly kind: 'whole'; readonly holds: boolean }
  | { readonly kind: 'at-least'; readonly count: number }
  | { readonly kind: 'at-most'; readonly count: number }
  | { readonly kind: 'pattern'; readonly pattern: Pattern; readonly holds: boolean }
  | { readonly kind: 'format'; readonly format: string; readonly holds: boolean }
  | { readonly kind: 'items'; readonly claim: ItemClaim }
  | { readonly kind: 'demand'; readonly demand: Demand }
  | { readonly kind: 'unique'; readonly holds: boolean }
  | { readonly kind: 'members'; readonly claim: MemberClaim }
  | { readonly kind: 'present'; readonly name: string }
  | { readonly kind: 'absent'; readonly name: string }
  | { readonly kind: 'names'; readonly literal: Literal }
  | { readonly kind: 'owed'; readonly name: string; readonly others: readonly string[] }
  | { readonly kind: 'some'; readonly member: SomeMember };

export type Atom = Constraint & { readonly from: Origin };

/** @returns the atoms of one kind. */
export function atomsOf<Kind extends Atom['kind']>(
  atoms: readonly Atom[],
  kind: Kind,
): readonly Extract<Atom, { kind: Kind }>[] {
  return atoms.filter((atom): atom is Extract<Atom, { kind: Kind }> => atom.kind === kind);
}

/** Two keywords that can't both be satisfied. */
export interface Clash {
  readonly first: Origin;
  readonly second: Origin;
  readonly reason: string;
}
