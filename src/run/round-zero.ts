/**
 * Round 0: each operation's plain request, in the order lists, creators, readers, updaters,
 * removers, so that what one shows fills the slots of the next. An operation whose plain request is
 * accepted is worth varying; the others are listed with the reason.
 */
import type { Case } from '../cases/case.ts';
import { plainTemplate } from '../cases/plain-template.ts';
import type { NotReached } from '../checks/verdict.ts';
import type { Operation } from '../spec/api.ts';
import { accuse } from './accuse.ts';
import { attempt } from './attempt.ts';
import { consumesLast, withheld } from './manners.ts';
import { refusalOf } from './refusal.ts';
import { ROLES, roleOf, type Role } from './role.ts';
import { noted, type RunState } from './run-state.ts';
import { inParallel } from './workers.ts';

/** Other ids tried for a template that was refused. */
const MAX_CANDIDATES = 5;

/** Statuses that another id may turn into an acceptance. */
const MAYBE_THE_ID: ReadonlySet<number> = new Set([400, 403, 404, 409, 410, 422]);

/** Settles the templates: `run.settled` holds those that were accepted. */
export async function roundZero(run: RunState): Promise<void> {
  const templates = plan(run);
  // What asks for nothing goes first of all: an unreachable target is found with one request.
  const waiting = new Map<Role, Case[]>(ROLES.map((role) => [role, []]));
  for (const template of templates) {
    waiting.get(roleOf(template.operation, run.options))?.push(template);
  }
  const first = templates.find(({ operation }) => roleOf(operation, run.options) === 'list');
  if (first !== undefined) await settle(run, first);
  const missing: Case[] = [];
  for (const role of ROLES) {
    const ready = (waiting.get(role) ?? []).filter((template) => template !== first);
    missing.push(
      ...(await settleAll(run, role === 'remover' ? removersInOrder(run, ready) : ready)),
    );
  }
  await settleUntilNothingNew(run, missing);
}

/** Plans every template, notes what its slots ask for and what may not be sent. */
function plan(run: RunState): readonly Case[] {
  return run.operations.flatMap((operation) => {
    run.emit({ kind: 'operation-started', operation: operation.id });
    const forbidden = withheld(operation, run.options, run.isLoopback);
    if (forbidden !== undefined) {
      leaveOut(run, operation, forbidden, true);
      return [];
    }
    const planned = plainTemplate(operation, run.schemas);
    if (planned.kind === 'impossible') {
      leaveOut(run, operation, { reason: 'cannot be generated', detail: planned.why }, false);
      return [];
    }
    for (const key of planned.case.slots.flatMap(({ keys }) => keys)) run.wanted.add(key);
    return [planned.case];
  });
}

function leaveOut(run: RunState, operation: Operation, why: NotReached, manners: boolean): void {
  const ledger = noted(run.ledgers, operation);
  if (manners) ledger.withheld(why);
  else ledger.notReached(why);
  const { id } = operation;
  run.emit({ kind: 'phase-finished', operation: id, phase: 'template', sent: 0, notReached: why });
}

/** @returns those that still lack an id. */
async function settleAll(run: RunState, templates: readonly Case[]): Promise<readonly Case[]> {
  const missing: Case[] = [];
  await inParallel(run.options.concurrency, templates, async (template) => {
    if (!(await settle(run, template))) missing.push(template);
  });
  run.pool.publish();
  return templates.filter((template) => missing.includes(template));
}

/** What a later answer showed may fill the slots of an earlier operation. */
async function settleUntilNothingNew(run: RunState, templates: readonly Case[]): Promise<void> {
  let missing = templates;
  while (missing.length > 0) {
    const still = await settleAll(run, missing);
    if (still.length === missing.length) return;
    missing = still;
  }
}

/** @returns false when nothing is known yet that could fill its slots. */
async function settle(run: RunState, template: Case): Promise<boolean> {
  const isDone = await tryTemplate(run, template);
  if (isDone) {
    const { id } = template.operation;
    const { sent } = noted(run.ledgers, template.operation).snapshot();
    run.emit({ kind: 'phase-finished', operation: id, phase: 'template', sent });
  }
  return isDone;
}

async function tryTemplate(run: RunState, template: Case): Promise<boolean> {
  const ledger = noted(run.ledgers, template.operation);
  for (let candidate = 0; candidate < MAX_CANDIDATES; candidate += 1) {
    const tried = await attempt(run, template, candidate);
    if (tried.kind === 'not-reached') {
      ledger.notReached(tried.why);
      if (tried.why.reason === 'nothing of ours to remove') ledger.withheld(tried.why);
      return tried.why.reason !== 'no id known';
    }
    await accuse(run, tried);
    if (tried.accepted) {
      const { values } = tried.exchange.case;
      run.settled.set(template.operation.id, { case: template, attempt: candidate, values });
      return true;
    }
    ledger.notReached(refusalOf(tried));
    const { outcome } = tried.exchange;
    const another = outcome.kind === 'answer' && MAYBE_THE_ID.has(outcome.status);
    if (!another || !hasAnotherCandidate(run, template, candidate + 1)) return true;
  }
  return true;
}

function hasAnotherCandidate(run: RunState, template: Case, candidate: number): boolean {
  return template.slots.some(
    (slot) => run.pool.candidates(slot.keys, () => true).length > candidate,
  );
}

/** What takes nothing whole away goes first, then the deeper thing before what it stands in. */
function removersInOrder(run: RunState, templates: readonly Case[]): readonly Case[] {
  const weight = ({ operation }: Case): number =>
    (consumesLast(operation, run.options) ? 100 : 0) - operation.path.split('/').length;
  return [...templates].sort((a, b) => weight(a) - weight(b));
}
