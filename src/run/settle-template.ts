/**
 * Finds a request that an operation accepts: its plain one with one id after another, then others
 * that a client would think of. What was accepted is kept for the phases; what was not, with why.
 */
import type { Case } from '../cases/case.ts';
import { accuse } from './accuse.ts';
import { attempt } from './attempt.ts';
import { followUp } from './follow-up.ts';
import { refusalOf } from './refusal.ts';
import { noted, type RunState } from './run-state.ts';

/** Other ids tried for a template that was refused. */
const MAX_CANDIDATES = 5;

/** Statuses that another id, or other data, may turn into an acceptance. */
const MAYBE_THE_DATA: ReadonlySet<number> = new Set([400, 403, 404, 409, 410, 422, 500]);

/** Statuses by which a server may ask for what the description calls optional. */
const SPEAKS_OF_DATA = ['400', '422', '500'] as const;

/** An operation's plain request, and others to try where it is refused. */
export interface Template {
  readonly first: Case;
  readonly others: readonly Case[];
  /** Those with all that is optional, for a refusal that speaks of the data. */
  readonly whole: () => readonly Case[];
}

/** @returns false when nothing is known yet that could fill its slots. */
export async function settle(run: RunState, asked: Template): Promise<boolean> {
  const { operation } = asked.first;
  for (const template of requestsOf(run, asked)) {
    const outcome = await tryTemplate(run, template);
    if (outcome === 'waiting') return false;
    if (outcome !== 'refused') break;
  }
  const { sent } = noted(run.ledgers, operation).snapshot();
  run.emit({ kind: 'phase-finished', operation: operation.id, phase: 'template', sent });
  return true;
}

function* requestsOf(run: RunState, { first, others, whole }: Template): Iterable<Case> {
  yield first;
  yield* others;
  const { statuses } = noted(run.ledgers, first.operation).snapshot();
  if (SPEAKS_OF_DATA.some((status) => status in statuses)) yield* whole();
}

/** `waiting` lacks an id that a later answer may show; `over` means that nothing else is worth trying. */
type Trial = 'accepted' | 'refused' | 'waiting' | 'over';

async function tryTemplate(run: RunState, template: Case): Promise<Trial> {
  const ledger = noted(run.ledgers, template.operation);
  for (let candidate = 0; candidate < MAX_CANDIDATES; candidate += 1) {
    const tried = await attempt(run, template, { candidate });
    if (tried.kind === 'not-reached') {
      ledger.notReached(tried.why);
      if (tried.why.reason === 'nothing of ours to remove') ledger.withheld(tried.why);
      return tried.why.reason === 'no id known' ? 'waiting' : 'over';
    }
    await accuse(run, tried);
    if (tried.accepted) {
      const { values } = tried.exchange.case;
      run.settled.set(template.operation.id, { case: template, attempt: candidate, values });
      await followUp(run, tried);
      return 'accepted';
    }
    ledger.notReached(refusalOf(tried));
    const { outcome } = tried.exchange;
    if (outcome.kind !== 'answer' || !MAYBE_THE_DATA.has(outcome.status)) return 'over';
    if (!hasAnotherCandidate(run, template, candidate + 1)) return 'refused';
  }
  return 'refused';
}

function hasAnotherCandidate(run: RunState, template: Case, candidate: number): boolean {
  return template.slots.some(
    (slot) => run.pool.candidates(slot.keys, () => true).length > candidate,
  );
}
