/**
 * Finds the members that make the difference between a request and the plain one beside it: the
 * shortest beginning of their list that still shows what is looked for ends with one that matters;
 * with that one kept, the same of what stands before it, until those kept show it alone. Of a
 * hundred members, the two that matter together are found with fifteen requests.
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
  let matter: readonly ValuePlace[] = [];
  let rest = members;
  while (rest.length > 0 && tries > 0) {
    if (matter.length > 0 && (await stillShows(matter))) break;
    const length = await shortestThatShows(rest, (some) => stillShows([...some, ...matter]));
    matter = [...rest.slice(length - 1, length), ...matter];
    rest = rest.slice(0, length - 1);
  }
  // What is valid only beside another kept that one in, though a third alone may do.
  for (const member of members) {
    if (members.length > 1) await stillShows([member]);
  }
  return { members, shown, isLeast: tries > 0 };
}

/** By halves, given that the whole list shows it, and none of it does not. @returns its length */
async function shortestThatShows(
  members: readonly ValuePlace[],
  shows: (some: readonly ValuePlace[]) => Promise<boolean>,
): Promise<number> {
  let [low, high] = [0, members.length];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (await shows(members.slice(0, middle))) high = middle;
    else low = middle;
  }
  return high;
}
