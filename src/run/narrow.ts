/**
 * Finds the members that make the difference: halves those in which a request differs from the plain
 * one beside it, as long as one half alone still shows what is looked for, then leaves out one by
 * one, then takes each alone.
 */
import type { Case } from '../cases/case.ts';
import { differingMembers, withMembers } from '../cases/differing-members.ts';
import type { ValuePlace } from '../cases/values-at.ts';
import type { RequestValues } from '../wire/request.ts';

export interface Narrowed<Shown> {
  readonly members: readonly ValuePlace[];
  /** What the narrowed request showed; undefined where none smaller did. */
  readonly shown: Shown | undefined;
  /** Whether it was seen that none of them can be left out. */
  readonly isLeast: boolean;
}

/**
 * @param show sends a case, and gives what it showed where it still shows it
 * @param tries most cases sent
 */
export async function narrow<Shown>(input: {
  readonly case: Case;
  readonly base: RequestValues;
  readonly tries: number;
  readonly show: (smaller: Case) => Promise<Shown | undefined>;
}): Promise<Narrowed<Shown>> {
  const { case: testCase, base, show } = input;
  let members: readonly ValuePlace[] = differingMembers(base, testCase.values).filter(
    (member) =>
      !testCase.slots.some((slot) => slot.in === member.in && slot.pointer === member.pointer),
  );
  let shown: Shown | undefined;
  let tries = input.tries;
  const stillShows = async (some: readonly ValuePlace[]): Promise<boolean> => {
    if (tries <= 0) return false;
    tries -= 1;
    const id = `${testCase.id}/${String(input.tries - tries)}`;
    const values = withMembers(base, testCase.values, some);
    const found = await show({ ...testCase, id, values, slots: [] });
    if (found === undefined) return false;
    shown = found;
    members = some;
    return true;
  };
  while (members.length > 1) {
    const middle = Math.ceil(members.length / 2);
    if (await stillShows(members.slice(0, middle))) continue;
    if (!(await stillShows(members.slice(middle)))) break;
  }
  // Some that matter together, if any are left: neither half shows it alone.
  for (const member of members) {
    if (members.length > 1) await stillShows(members.filter((other) => other !== member));
  }
  // What is valid only beside another kept that one in, though a third alone may do.
  for (const member of members) {
    if (members.length > 1) await stillShows([member]);
  }
  return { members, shown, isLeast: tries > 0 };
}
