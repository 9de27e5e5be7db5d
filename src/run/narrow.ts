/**
 * Finds the one member that makes the difference: halves the members in which a request differs
 * from the plain one beside it, as long as one half alone still shows what is looked for.
 */
import type { Case } from '../cases/case.ts';
import { differingMembers, withMembers } from '../cases/differing-members.ts';
import type { ValuePlace } from '../cases/values-at.ts';
import type { RequestValues } from '../wire/request.ts';

export interface Narrowed<Shown> {
  readonly members: readonly ValuePlace[];
  /** What the narrowed request showed; undefined where none smaller did. */
  readonly shown: Shown | undefined;
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
  while (members.length > 1 && tries > 0) {
    const middle = Math.ceil(members.length / 2);
    const halves = [members.slice(0, middle), members.slice(middle)];
    let next: readonly ValuePlace[] | undefined;
    for (const half of halves) {
      if (tries <= 0) break;
      tries -= 1;
      const values = withMembers(base, testCase.values, half);
      const found = await show({
        ...testCase,
        id: `${testCase.id}/${String(input.tries - tries)}`,
        values,
        slots: [],
      });
      if (found === undefined) continue;
      shown = found;
      next = half;
      break;
    }
    // Two that matter together: neither half shows it alone.
    if (next === undefined) break;
    members = next;
  }
  return { members, shown };
}
