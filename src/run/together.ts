/**
 * A refused request of which no single member can be blamed: one or two members whose values are
 * listed one by one, with those that the description asks for beside them. Of values that have an
 * order (the ends of a range) nobody can tell which go together, so they accuse nobody.
 */
import type { Case } from '../cases/case.ts';
import { describedMember, isListedMember } from '../cases/described-member.ts';
import { withMembers } from '../cases/differing-members.ts';
import { isValidRequest } from '../cases/is-valid-request.ts';
import { spoken } from '../cases/pairs.ts';
import { valueAt, type ValuePlace } from '../cases/values-at.ts';
import { attempt } from './attempt.ts';
import type { RunState } from './run-state.ts';

export interface Narrowest {
  /** Refused, and less would not be. */
  readonly narrowest: Case;
  readonly plain: Case;
  /** In which the two differ. */
  readonly members: readonly ValuePlace[];
}

/** @returns the case that says so; undefined where some member less is refused as well, or cannot be told */
export async function together(run: RunState, found: Narrowest): Promise<Case | undefined> {
  const { narrowest, members } = found;
  const { documents } = run.api;
  const listed = members.filter((one) => isListedMember(narrowest, one, documents));
  const asked = members.filter((one) => !listed.includes(one));
  const described = members.map((one) => describedMember(narrowest, one, documents));
  // In one order, so that the same two are one cause whichever was drawn first.
  const [first, second, ...more] = described
    .filter(({ in: location, pointer }) =>
      listed.some((one) => one.in === location && one.pointer === pointer),
    )
    .sort((one, other) => (one.place < other.place ? -1 : 1));
  if (first === undefined || more.length > 0) return undefined;
  if (described.some(({ opaque }) => opaque === true)) return undefined;
  if (!asked.every((one) => isAskedFor(run, found, one))) return undefined;
  for (const one of listed) if (!(await isAcceptedWithout(run, found, one))) return undefined;
  const told = listed.map((one) => spoken({ ...one, value: valueAt(narrowest.values, one) }));
  const pair = second === undefined ? {} : { partner: second };
  return {
    ...narrowest,
    id: `${narrowest.id}:together`,
    intent: { kind: 'valid', tier: 'plain', member: first, ...pair },
    deviation: `with ${told.join(' and ')}${second === undefined ? '' : ' together'}`,
  };
}

/** Without it the rest would be no valid request. */
function isAskedFor(run: RunState, found: Narrowest, one: ValuePlace): boolean {
  const { operation } = found.narrowest;
  return !isValidRequest(operation, valuesWithout(found, one), run.schemas);
}

async function isAcceptedWithout(
  run: RunState,
  found: Narrowest,
  one: ValuePlace,
): Promise<boolean> {
  const { narrowest } = found;
  const values = valuesWithout(found, one);
  if (!isValidRequest(narrowest.operation, values, run.schemas)) return false;
  const id = `${narrowest.id}:without:${one.pointer}`;
  const less = await attempt(run, { ...narrowest, id, values, slots: [] });
  return less.kind === 'sent' && less.accepted;
}

function valuesWithout({ narrowest, plain, members }: Narrowest, one: ValuePlace): Case['values'] {
  const others = members.filter((other) => other !== one);
  return withMembers(plain.values, narrowest.values, others);
}
