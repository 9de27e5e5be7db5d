/**
 * Finds a request that an operation accepts. What was accepted is kept for the phases, which deviate
 * from it; what was not, with why; and of a member that kept one from being accepted it is told.
 */
import type { Case } from '../cases/case.ts';
import type { NotReached } from '../checks/verdict.ts';
import { accuse } from './accuse.ts';
import { attempt } from './attempt.ts';
import type { SentAttempt } from './attempted.ts';
import { findAccepted, type Template, type Trial } from './find-accepted.ts';
import { followUp } from './follow-up.ts';
import { blameMembers } from './blame-members.ts';
import { givenBy } from './givers.ts';
import { refusalOf } from './refusal.ts';
import { noted, type RunState } from './run-state.ts';

/** @returns false when nothing is known yet that could fill its slots. */
export async function settle(run: RunState, asked: Template): Promise<boolean> {
  const { operation } = asked.first;
  let refused: SentAttempt | undefined;
  const end = await findAccepted(run, asked, async (template, candidate) => {
    const { trial, sent } = await tryTemplate(run, template, candidate);
    if (trial.kind === 'refused' && template === asked.first) refused = sent;
    return trial;
  });
  if (end === 'waiting') return false;
  if (end === 'accepted' && refused !== undefined) await blameMembers(run, asked, refused);
  const { sent } = noted(run.ledgers, operation).snapshot();
  run.emit({ kind: 'phase-finished', operation: operation.id, phase: 'template', sent });
  return true;
}

interface Tried {
  readonly trial: Trial;
  readonly sent?: SentAttempt;
}

/** Statuses that another id, or other data, may turn into an acceptance. */
const MAYBE_THE_DATA: ReadonlySet<number> = new Set([400, 403, 404, 409, 410, 422, 500]);

async function tryTemplate(run: RunState, template: Case, candidate: number): Promise<Tried> {
  const ledger = noted(run.ledgers, template.operation);
  const sent = await attempt(run, template, { candidate });
  if (sent.kind === 'not-reached') {
    ledger.notReached(sent.why);
    if (sent.why.reason === 'nothing of ours to remove') ledger.withheld(sent.why);
    return { trial: { kind: sent.why.reason === 'no id known' ? 'waiting' : 'over' } };
  }
  await accuse(run, sent);
  const { outcome, case: bound } = sent.exchange;
  if (sent.accepted) {
    const { id } = template.operation;
    run.settled.set(id, { case: template, attempt: candidate, values: bound.values });
    await followUp(run, sent);
    return { trial: { kind: 'accepted' }, sent };
  }
  ledger.notReached(ofMadeUpId(run, template, sent) ?? refusalOf(sent));
  const isOver = outcome.kind !== 'answer' || !MAYBE_THE_DATA.has(outcome.status);
  return { trial: isOver ? { kind: 'over' } : { kind: 'refused', status: outcome.status }, sent };
}

/** Statuses by which a server may say that nothing goes by that id. */
const OF_A_WRONG_ID: ReadonlySet<number> = new Set([400, 404, 410, 422]);

/** A stand-in that was refused says nothing of the operation: it is the id that is missing. */
function ofMadeUpId(run: RunState, template: Case, sent: SentAttempt): NotReached | undefined {
  const { outcome } = sent.exchange;
  if (outcome.kind !== 'answer' || !OF_A_WRONG_ID.has(outcome.status)) return undefined;
  const given = noted(run.given, template.operation);
  const madeUp = template.slots.find(
    (slot) =>
      slot.in === 'path' && !given.names(slot) && !sent.taken.some((taken) => taken.slot === slot),
  );
  if (madeUp === undefined) return undefined;
  const answered = `one made up was answered with ${String(outcome.status)}`;
  return {
    reason: 'no id known',
    detail: `${givenBy(madeUp, run.api.operations)}; ${answered}`,
  };
}
