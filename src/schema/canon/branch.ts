/**
 * A branch is one way to satisfy a goal: a single type with all its constraints folded into bounds,
 * sets and claims that can be drawn from without trial. A goal's canonical form is its branches.
 */
import type { Pattern } from '../model/pattern.ts';
import type { Demand, ItemClaim, MemberClaim, Origin, SomeMember } from './atom.ts';
import type { Decimal } from './decimal.ts';
import type { Literal } from './literal.ts';

export interface ValuesBranch {
  readonly kind: 'values';
  readonly values: readonly unknown[];
}

export interface NumberBranch {
  readonly kind: 'number';
  readonly low: number;
  readonly isLowOpen: boolean;
  readonly high: number;
  readonly isHighOpen: boolean;
  /** All values are multiples of it; 1 for integers. */
  readonly step: Decimal | undefined;
  /** The divisors that the step is made of. */
  readonly divisors: readonly number[];
  readonly isFraction: boolean;
  readonly noMultipleOf: readonly number[];
  readonly except: readonly unknown[];
  /** The keywords that it is folded from. */
  readonly from: readonly Origin[];
}

export interface StringBranch {
  readonly kind: 'string';
  readonly min: number;
  readonly max: number;
  readonly patterns: readonly Pattern[];
  readonly withoutPatterns: readonly Pattern[];
  readonly formats: readonly string[];
  readonly withoutFormats: readonly string[];
  readonly except: readonly unknown[];
  /** The keywords that it is folded from. */
  readonly from: readonly Origin[];
}

export interface ArrayBranch {
  readonly kind: 'array';
  readonly min: number;
  readonly max: number;
  readonly claims: readonly ItemClaim[];
  readonly demands: readonly Demand[];
  readonly isUnique: boolean;
  readonly repeats: boolean;
  readonly except: readonly unknown[];
  /** The keywords that it is folded from. */
  readonly from: readonly Origin[];
}

export interface ObjectBranch {
  readonly kind: 'object';
  readonly min: number;
  readonly max: number;
  readonly required: ReadonlyMap<string, Origin>;
  readonly absent: ReadonlyMap<string, Origin>;
  readonly claims: readonly MemberClaim[];
  readonly names: readonly Literal[];
  readonly owed: ReadonlyMap<string, readonly string[]>;
  readonly some: readonly SomeMember[];
  readonly except: readonly unknown[];
  /** The keywords that it is folded from. */
  readonly from: readonly Origin[];
}

export type Shape = ValuesBranch | NumberBranch | StringBranch | ArrayBranch | ObjectBranch;

export interface Branch {
  readonly shape: Shape;
  /** Literals that the shape does not ensure: a draw is checked against them. */
  readonly residual: readonly Literal[];
}
