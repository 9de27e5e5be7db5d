/**
 * A moment may be refused for where it stands in time (an end before its start, a day that is over),
 * and a number for where it stands beside another (a least above the most): no schema states that.
 * Whether it is so is asked: a moment by the same instant written plainly, or by its neighbours, a
 * number by the same request with its other numbers moved along.
 */
import type { Case } from '../cases/case.ts';
import { isValidRequest } from '../cases/is-valid-request.ts';
import { asPlainMoment, momentsBeside } from '../cases/moments.ts';
import { valueAt, withValueAt, type ValuePlace } from '../cases/values-at.ts';
import { isRecord } from '../schema/json-value.ts';
import { placeBelow, pointerTokens } from '../spec/place.ts';
import type { RequestValues } from '../wire/request.ts';
import type { Dispatched } from './attempted.ts';
import { sendBeside } from './dispatch.ts';
import type { RunState } from './run-state.ts';

/**
 * @param plain the request beside it, which was accepted
 * @returns whether the refused request's one member is refused for its order, as far as can be told
 */
export async function isOfOrder(run: RunState, sent: Dispatched, plain: Case): Promise<boolean> {
  const { case: refused } = sent.exchange;
  const { intent, values } = refused;
  if (intent.kind !== 'valid' || intent.member === undefined) return false;
  if (intent.partner !== undefined) return false;
  const { member } = intent;
  const value = valueAt(values, member);
  const ask = (changed: RequestValues, what: string): Promise<boolean | undefined> =>
    isAccepted(run, sent, { ...refused, id: `${refused.id}:${what}`, values: changed });
  if (typeof value === 'string') {
    const plainly = asPlainMoment(value);
    const others = plainly === undefined ? momentsBeside(value) : [plainly];
    for (const [index, other] of others.entries()) {
      const accepted = await ask(withValueAt(values, member, other), `moment-${String(index)}`);
      if (accepted === false) return true;
    }
    return false;
  }
  if (typeof value !== 'number') return false;
  for (const [index, moved] of movedAlong(values, plain.values, member, value).entries()) {
    if ((await ask(moved, `moved-${String(index)}`)) === true) return true;
  }
  return false;
}

/** @returns undefined where the description does not allow it, or nothing came of it */
async function isAccepted(
  run: RunState,
  sent: Dispatched,
  testCase: Case,
): Promise<boolean | undefined> {
  if (!isValidRequest(testCase.operation, testCase.values, run.schemas)) return undefined;
  return (await sendBeside(run, { ...testCase, slots: [] }, sent))?.accepted;
}

/** The other numbers beside it as far from it as they were, and as much as it is. */
function movedAlong(
  values: RequestValues,
  plain: RequestValues,
  member: ValuePlace,
  value: number,
): readonly RequestValues[] {
  const before = valueAt(plain, member);
  const others = numbersBeside(values, member);
  if (others.length === 0) return [];
  const all = (change: (other: number) => number): RequestValues =>
    others.reduce((changed, [at, other]) => withValueAt(changed, at, change(other)), values);
  const same = all(() => value);
  if (typeof before !== 'number') return [same];
  return [all((other) => other + value - before), same];
}

function numbersBeside(
  values: RequestValues,
  member: ValuePlace,
): readonly (readonly [ValuePlace, number])[] {
  const tokens = pointerTokens(member.pointer);
  const parent = placeBelow('', ...tokens.slice(0, -1));
  const around = valueAt(values, { in: member.in, pointer: parent });
  if (member.in === 'path' || !isRecord(around)) return [];
  return Object.entries(around).flatMap(([name, other]) =>
    typeof other === 'number' && name !== tokens.at(-1)
      ? [[{ in: member.in, pointer: placeBelow(parent, name) }, other] as const]
      : [],
  );
}
