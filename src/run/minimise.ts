/**
 * Makes a failing case small: first by structure (only the members that matter, the rest plain),
 * then along the shrink tree of the values it was drawn from, keeping each smaller case that still
 * shows the same failure, within a budget of resends.
 */
import type { Case } from '../cases/case.ts';
import { withMembers } from '../cases/differing-members.ts';
import type { DrawnCase } from '../cases/fuzz.ts';
import { isValidRequest } from '../cases/is-valid-request.ts';
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
  let resends = 0;
  const { case: failing } = sent.exchange;
  const isValid = failing.intent.kind === 'valid';
  const tryCase = async (smaller: Case): Promise<SentAttempt | undefined> => {
    if (isValid && !isValidRequest(smaller.operation, smaller.values, run.schemas))
      return undefined;
    resends += 1;
    const tried = await attempt(run, smaller);
    return tried.kind === 'sent' && shows(tried) ? tried : undefined;
  };
  const plain = plainBeside(run, sent);
  // A remover's plain request would need another record each time.
  const canNarrow = isValid && plain !== undefined && !isRemover(failing.operation, run.options);
  // Where records have changed meanwhile, it is the plain request that fails now.
  const bare = canNarrow ? await tryCase(asPlain(failing, plain)) : undefined;
  if (bare !== undefined) return bare;
  const half = Math.ceil(run.options.maxResends / 2);
  const narrowed = canNarrow
    ? await narrow({ case: failing, base: plain.values, tries: half, show: tryCase })
    : undefined;
  let smallest = narrowed?.shown ?? sent;
  const project = (smaller: Case): Case =>
    narrowed?.shown === undefined || plain === undefined
      ? smaller
      : {
          ...smaller,
          values: withMembers(plain.values, smaller.values, narrowed.members),
          slots: [],
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

/** The plain request in the failing one's place. */
function asPlain(failing: Case, { values }: Case): Case {
  const intent = { kind: 'valid', tier: 'plain' } as const;
  return { ...failing, id: `${failing.id}/0`, intent, values, slots: [], deviation: '' };
}
