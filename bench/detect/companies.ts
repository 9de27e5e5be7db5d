/**
 * Which planted things may stand in one run together: none that touch the same operation, and no
 * two that touch everything in the same way. What is then found tells whose it is by its operation.
 */
import { OPERATIONS } from '../../tests/fault-server/operations/index.ts';
import type { Placed } from '../../tests/fault-server/server/staged.ts';

interface Member extends Placed {
  readonly name: string;
  /** Of what touches everything, one of each kind may be there at once. */
  readonly kind?: string;
}

/** @returns the members in companies, as few as first fit makes them, in the order of the members. */
export function companiesOf<One extends Member>(
  members: readonly One[],
): readonly (readonly One[])[] {
  const companies: { readonly taken: Set<string>; readonly members: One[] }[] = [];
  for (const member of members) {
    const touched = touchedBy(member);
    const free = companies.find(({ taken }) => touched.every((one) => !taken.has(one)));
    const company = free ?? { taken: new Set<string>(), members: [] };
    if (free === undefined) companies.push(company);
    for (const one of touched) company.taken.add(one);
    company.members.push(member);
  }
  return companies.map((company) => company.members);
}

function touchedBy({ operation, anyMethod, kind = '' }: Member): readonly string[] {
  if (operation === undefined) return [`everything ${kind}`];
  if (anyMethod !== true) return [operation];
  const path = OPERATIONS.find(({ id }) => id === operation)?.path;
  return OPERATIONS.filter((one) => one.path === path).map(({ id }) => id);
}
