/**
 * Which literals fall on one item or one member: the union of what every claim says of it.
 */
import type { ItemClaim, MemberClaim } from './atom.ts';
import type { ArrayBranch, ObjectBranch } from './branch.ts';
import type { Literal } from './literal.ts';

/** @returns the literals on the item at an index. */
export function itemLiterals(claims: readonly ItemClaim[], index: number): readonly Literal[] {
  return claims.flatMap(({ prefix, rest }) => {
    const literal = index < prefix.length ? prefix[index] : rest;
    return literal === undefined ? [] : [literal];
  });
}

/** @returns the number of leading items that may differ from all later ones. */
export function prefixLength({ claims, demands }: ArrayBranch): number {
  return Math.max(
    0,
    ...claims.map(({ prefix }) => prefix.length),
    ...demands.map(({ from }) => from),
  );
}

/** @returns the literals that one claim puts on a member. */
export function claimOn(claim: MemberClaim, name: string): readonly Literal[] {
  const literals: Literal[] = [];
  const declared = claim.names.get(name);
  if (declared !== undefined) literals.push(declared);
  for (const { pattern, literal } of claim.patterns)
    if (pattern.expression.test(name)) literals.push(literal);
  if (literals.length === 0 && claim.rest !== undefined) literals.push(claim.rest);
  return literals;
}

/** @returns the literals on the member of a name. */
export function memberLiterals({ claims }: ObjectBranch, name: string): readonly Literal[] {
  return claims.flatMap((claim) => claimOn(claim, name));
}

/** @returns the names that any claim declares, the required and owed ones first. */
export function declaredNames(branch: ObjectBranch): readonly string[] {
  const names = new Set(branch.required.keys());
  for (const claim of branch.claims) for (const name of claim.names.keys()) names.add(name);
  for (const others of branch.owed.values()) for (const name of others) names.add(name);
  return [...names].filter((name) => !branch.absent.has(name));
}
