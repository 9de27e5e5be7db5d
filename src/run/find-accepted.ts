/**
 * Which of an operation's plain requests its server takes: first with one id after another where an
 * answer speaks of the record, then with less data, with more and with other data where it speaks
 * of that, then with other ids after all. The list is short: it is paid before anything is tested.
 */
import type { Case } from '../cases/case.ts';
import type { StrippedTemplate } from '../cases/stripped-template.ts';
import { isSpent } from './budget.ts';
import type { RunState } from './run-state.ts';

/** An operation's plain request, and others to try where it is refused. */
export interface Template {
  readonly first: Case;
  readonly others: readonly Case[];
  /** The first without what it may lack, and with each member of that apart. */
  readonly stripped: () => StrippedTemplate | undefined;
  /** Those with all that is optional, for a refusal that speaks of the data. */
  readonly whole: () => readonly Case[];
}

/** `waiting` lacks an id that a later answer may show; `over` means that nothing else is worth trying. */
export type Trial =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'over' };

/** Ids tried for a template that was refused. */
const MAX_CANDIDATES = 5;

/** Members put back one by one. */
export const MAX_APART = 8;

/** Statuses that another id may turn into an acceptance. */
const OF_THE_RECORD: ReadonlySet<number> = new Set([403, 404, 409, 410]);

/** Statuses by which a server may speak of what the description calls optional, or of the data at all. */
const OF_THE_DATA: ReadonlySet<number> = new Set([400, 422, 500]);

/**
 * @param send sends a request with so manieth of the ids that it may take, from 0
 * @returns what came of the last that was sent
 */
export async function findAccepted(
  run: RunState,
  asked: Template,
  send: (template: Case, candidate: number) => Promise<Trial>,
): Promise<Trial['kind']> {
  let candidate = 0;
  let last = await send(asked.first, candidate);
  const goesOn = (): boolean => last.kind === 'refused' && !isSpent(run);
  const withOtherIds = async (template: Case, among: ReadonlySet<number>): Promise<void> => {
    let next = candidate + 1;
    while (
      goesOn() &&
      speaksOf(last, among) &&
      next < MAX_CANDIDATES &&
      hasCandidate(run, template, next)
    ) {
      candidate = next;
      last = await send(template, candidate);
      next += 1;
    }
  };
  await withOtherIds(asked.first, OF_THE_RECORD);
  // The id that the server knew, where only the data was wrong.
  const known = speaksOf(last, OF_THE_DATA) ? candidate : 0;
  for (const template of otherRequests(asked, speaksOf(last, OF_THE_DATA))) {
    if (!goesOn()) break;
    last = await send(template, known);
  }
  const { bare = asked.first } = (goesOn() ? asked.stripped() : undefined) ?? {};
  candidate = known;
  await withOtherIds(bare, OF_THE_DATA);
  return last.kind;
}

function* otherRequests(
  { others, stripped, whole }: Template,
  isOfTheData: boolean,
): Iterable<Case> {
  if (isOfTheData) {
    const { bare, apart = [] } = stripped() ?? {};
    if (bare !== undefined) yield bare;
    yield* apart.slice(0, MAX_APART).map((one) => one.case);
  }
  yield* others;
  if (isOfTheData) yield* whole();
}

function speaksOf(last: Trial, statuses: ReadonlySet<number>): boolean {
  return last.kind === 'refused' && statuses.has(last.status);
}

function hasCandidate(run: RunState, { slots }: Case, candidate: number): boolean {
  return slots.some(({ keys }) => run.pool.candidates(keys, () => true).length > candidate);
}
