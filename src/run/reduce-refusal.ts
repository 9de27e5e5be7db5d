/**
 * A request that differs in several members and was refused though it is valid counts only when one
 * member of it is, or two listed values that are accepted each by itself: they alone, in the plain
 * request beside it, are sent and judged by the rules of refuses-valid. An example may also be refused for a few members
 * together: what its author shows as one request is promised as one, where chance may well have put together what does not
 * go together.
 */
import type { Case } from '../cases/case.ts';
import type { Intent } from '../cases/intent.ts';
import { withMembers } from '../cases/differing-members.ts';
import { isValidRequest } from '../cases/is-valid-request.ts';
import { describedMember } from '../cases/described-member.ts';
import { refusesValid } from '../checks/refuses-valid.ts';
import { isRefusal } from '../checks/refusal-statuses.ts';
import { isRecord } from '../schema/json-value.ts';
import { accuse } from './accuse.ts';
import { attempt } from './attempt.ts';
import type { SentAttempt } from './attempted.ts';
import { plainBeside } from './baseline.ts';
import { isRemover } from './manners.ts';
import { narrow, type Narrowed } from './narrow.ts';
import type { RunState } from './run-state.ts';
import { placeBelow } from '../spec/place.ts';
import { valueAt, withValueAt, type ValuePlace } from '../cases/values-at.ts';
import { together } from './together.ts';

/** Refusals of one operation that are looked into; more would teach the same. */
const MAX_REDUCTIONS = 5;
const MAX_TRIES = 12;
/** An example is one of few, and worth leaving out each of its members once. */
const MAX_TRIES_OF_EXAMPLE = 40;
/** More members than this name no cause. */
const MAX_TOGETHER = 3;

/** Narrows a refused request to the members that it is refused for, and files what that shows. */
export async function reduceRefusal(run: RunState, sent: SentAttempt): Promise<void> {
  const { case: testCase } = sent.exchange;
  if (!isWorthReducing(run, sent)) return;
  const plain = plainBeside(run, sent);
  if (plain === undefined) return;
  const count = run.reductions.get(testCase.operation.id) ?? 0;
  if (count >= MAX_REDUCTIONS) return;
  run.reductions.set(testCase.operation.id, count + 1);
  const show = async (smaller: Case): Promise<SentAttempt | undefined> => {
    // Some members are valid only together: half of them may be no valid request.
    if (!isValidRequest(smaller.operation, smaller.values, run.schemas)) return undefined;
    const tried = await attempt(run, smaller);
    return tried.kind === 'sent' && isRefused(run, tried) ? tried : undefined;
  };
  const isExample = testCase.phase === 'examples';
  const narrowed = await narrow({
    case: testCase,
    base: plain.values,
    tries: isExample ? MAX_TRIES_OF_EXAMPLE : MAX_TRIES,
    show,
  });
  // What stands in a slot is no cause: without it, the rest has to be refused all the same.
  const values = withMembers(plain.values, testCase.values, narrowed.members);
  const narrowest = { ...testCase, values };
  const { members } = narrowed;
  const accused =
    accusable(narrowed, narrowest, run) ?? (await together(run, { narrowest, plain, members }));
  if (accused === undefined) return;
  const [only, ...others] = members;
  if (only !== undefined && others.length === 0) {
    if (await isOfItsParts(run, narrowest, only)) return;
  }
  const judged = await attempt(run, { ...accused, id: `${testCase.id}:one`, slots: [] });
  if (judged.kind === 'sent') await accuse(run, judged);
}

/**
 * @returns whether an object is refused for what its members are to each other, such as a range that
 *   ends before it starts: without one of them it is accepted
 */
async function isOfItsParts(run: RunState, narrowest: Case, at: ValuePlace): Promise<boolean> {
  const { operation, values, id } = narrowest;
  const value = valueAt(values, at);
  if (!isRecord(value)) return false;
  const names = Object.keys(value);
  if (names.length < 2) return false;
  for (const name of names.slice(0, MAX_TRIES)) {
    const inside = { in: at.in, pointer: placeBelow(at.pointer, name) };
    const less = withValueAt(values, inside, undefined);
    if (!isValidRequest(operation, less, run.schemas)) continue;
    const without = { ...narrowest, id: `${id}:without:${name}`, values: less, slots: [] };
    const tried = await attempt(run, without);
    if (tried.kind === 'sent' && tried.accepted) return true;
  }
  return false;
}

/** @returns the case whose refusal says something; undefined where it may be by chance */
function accusable(
  { members, isLeast }: Pick<Narrowed<unknown>, 'members' | 'isLeast'>,
  narrowest: Case,
  run: RunState,
): Case | undefined {
  const described = members.map((at) => describedMember(narrowest, at, run.api.documents));
  const [first, ...others] = described;
  if (first === undefined) return undefined;
  const intent: Intent = { kind: 'valid', tier: 'plain', member: first };
  if (others.length === 0) {
    return { ...narrowest, intent, deviation: `with another ${first.in} member ${first.pointer}` };
  }
  const isTogether = narrowest.phase === 'examples' && isLeast && members.length <= MAX_TOGETHER;
  if (!isTogether || described.some(({ opaque }) => opaque === true)) return undefined;
  const names = described.map((member) => `${member.in} member ${member.pointer}`);
  const [second, ...more] = others;
  const pair = second === undefined || more.length > 0 ? {} : { partner: second };
  // A refusal that names the one speaks of none but the two.
  const together: Intent = { ...intent, ...pair };
  return { ...narrowest, intent: together, deviation: `with its ${names.join(' and ')} together` };
}

/** @returns whether it is a refusal of plain, valid data that refuses-valid would judge */
export function isWorthReducing(run: RunState, sent: SentAttempt): boolean {
  const { intent, phase, operation } = sent.exchange.case;
  return (
    phase !== 'probes' &&
    intent.kind === 'valid' &&
    intent.tier === 'plain' &&
    // What differs in one member is judged by itself.
    intent.member === undefined &&
    run.checks.some(({ name }) => name === refusesValid.name) &&
    !isRemover(operation, run.options) &&
    isRefused(run, sent)
  );
}

function isRefused(run: RunState, { exchange }: SentAttempt): boolean {
  const { outcome, case: testCase } = exchange;
  return (
    outcome.kind === 'answer' &&
    isRefusal('refuses-valid', outcome.status, testCase.operation.id, run.options.refusals)
  );
}
