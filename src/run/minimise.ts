/**
 * Makes a failing case small: first by structure (only the members that matter, the rest plain or,
 * of an invalid request, gone), then along the shrink tree of the values it was drawn from, keeping each smaller case that still
 * shows the same failure, within a budget of resends.
 */
import type { Case } from '../cases/case.ts';
import { bareInvalid } from '../cases/bare-invalid.ts';
import { differingMembers, withMembers } from '../cases/differing-members.ts';
import type { DrawnCase } from '../cases/fuzz.ts';
import { isValidRequest } from '../cases/is-valid-request.ts';
import type { ValuePlace } from '../cases/values-at.ts';
import type { RequestValues } from '../wire/request.ts';
import { attempt } from './attempt.ts';
import type { SentAttempt } from './attempted.ts';
import { plainBeside } from './baseline.ts';
import { isRemover } from './manners.ts';
import { narrow } from './narrow.ts';
import type { RunState } from './run-state.ts';

/** @returns the smallest attempt found that `shows` the failure; `sent` itself at worst. */
export async function minimise(
  run: RunState,
  sent: SentAttempt,
  drawn: DrawnCase,
  shows: (other: SentAttempt) => boolean,
): Promise<SentAttempt> {
  let resends = 0; // With the requests sent beside them.
  const { case: failing } = sent.exchange;
  const isValid = failing.intent.kind === 'valid';
  const tryCase = async (smaller: Case): Promise<SentAttempt | undefined> => {
    if (isValid && !isValidRequest(smaller.operation, smaller.values, run.schemas))
      return undefined;
    const tried = await attempt(run, smaller);
    resends += tried.kind === 'sent' ? tried.requests : 1;
    return tried.kind === 'sent' && shows(tried) ? tried : undefined;
  };
  const half = Math.ceil(run.options.maxResends / 2);
  const narrowed = await narrowest(run, sent, (smaller) =>
    resends >= half ? Promise.resolve(undefined) : tryCase(smaller),
  );
  if (narrowed.members?.length === 0) return narrowed.shown ?? sent;
  let smallest = narrowed.shown ?? sent;
  const project = (smaller: Case): Case => {
    const { base, members, shown } = narrowed;
    if (base === undefined || members === undefined || shown === undefined) return smaller;
    return { ...smaller, values: withMembers(base, smaller.values, members), slots: [] };
  };
  let current: DrawnCase | undefined = drawn;
  while (current !== undefined) {
    let next: DrawnCase | undefined;
    for (const candidate of current.shrink()) {
      if (resends >= run.options.maxResends) return smallest;
      const id = `${failing.id}~${String(resends + 1)}`;
      const found = await tryCase({ ...project(candidate.case), id });
      if (found === undefined) continue;
      smallest = found;
      next = candidate;
      break;
    }
    current = next;
  }
  return smallest;
}

interface Structure {
  /** What all but the members that matter is taken from; undefined where nothing can be compared. */
  readonly base: RequestValues | undefined;
  readonly members: readonly ValuePlace[] | undefined;
  readonly shown: SentAttempt | undefined;
}

/** The members that matter, of a valid request beside the plain one, of an invalid one beside the bare one. */
async function narrowest(
  run: RunState,
  sent: SentAttempt,
  show: (smaller: Case) => Promise<SentAttempt | undefined>,
): Promise<Structure> {
  const { case: failing } = sent.exchange;
  const plain = plainBeside(run, sent);
  const none = { base: undefined, members: undefined, shown: undefined };
  // A remover's plain request would need another record each time.
  if (plain === undefined || isRemover(failing.operation, run.options)) return none;
  const isValid = failing.intent.kind === 'valid';
  if (!isValid && failing.intent.kind !== 'invalid') return none;
  const base = isValid ? plain.values : bareInvalid(failing, plain, run.schemas);
  if (!isValid && isSame(base, failing.values)) return none;
  const { intent } = failing;
  const always = intent.kind === 'invalid' ? [intent.violation] : [];
  // Where records have changed meanwhile, it is the plain request that fails now.
  const shown = await show(isValid ? asPlain(failing, plain) : asBare(failing, base));
  if (shown !== undefined) return { base, members: always, shown };
  const found = await narrow({ case: failing, base, tries: run.options.maxResends, show });
  return { base, members: [...always, ...found.members], shown: found.shown };
}

function isSame(one: RequestValues, other: RequestValues): boolean {
  return differingMembers(one, other).length === 0;
}

/** The failing request with nothing that it may lack. */
function asBare(failing: Case, values: RequestValues): Case {
  return { ...failing, id: `${failing.id}/0`, values, slots: [] };
}

/** The plain request in the failing one's place. */
function asPlain(failing: Case, { values }: Case): Case {
  const intent = { kind: 'valid', tier: 'plain' } as const;
  return { ...failing, id: `${failing.id}/0`, intent, values, slots: [], deviation: '' };
}
