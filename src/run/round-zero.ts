/**
 * Round 0: each operation's plain request, in the order lists, creators, readers, updaters,
 * removers, so that what one shows fills the slots of the next. An operation whose plain request is
 * accepted is worth varying; the others are listed with the reason.
 */
import type { NotReached } from '../checks/verdict.ts';
import type { Operation } from '../spec/api.ts';
import { isSpent } from './budget.ts';
import type { Template } from './find-accepted.ts';
import { consumesLast, withheld } from './manners.ts';
import { askProducers } from './producers.ts';
import { ROLES, roleOf, type Role } from './role.ts';
import { openTemplate } from './open-template.ts';
import { noted, type RunState } from './run-state.ts';
import { leaveOutUncoded } from './uncoded-bodies.ts';
import { settle } from './settle-template.ts';
import { inParallel } from './workers.ts';

/** Settles the templates: `run.settled` holds those that were accepted. @returns all that may be sent */
export async function roundZero(run: RunState): Promise<readonly Template[]> {
  const templates = plan(run);
  await askProducers(
    run,
    templates.map(({ first }) => first),
  );
  const byRole = (role: Role): readonly Template[] =>
    templates.filter(({ first }) => roleOf(first.operation, run.options) === role);
  // What asks for nothing goes first of all: an unreachable target is found with one request.
  const [first] = byRole('list');
  if (first !== undefined) await settle(run, first);
  let missing: readonly Template[] = [];
  for (const role of ROLES.filter((other) => other !== 'remover')) {
    const ready = byRole(role).filter((template) => template !== first);
    missing = [...missing, ...(await settleAll(run, ready))];
  }
  missing = await settleUntilNothingNew(run, missing);
  run.counts.loose = true;
  missing = await settleUntilNothingNew(run, missing);
  // One by one: what one takes away, another may stand under.
  await settleAll(run, removersInOrder(run, byRole('remover')), 1);
  // What was refused before everything was seen may be accepted with what is known now.
  const refused = templates.filter((template) => isWorthAnotherTry(run, template.first.operation));
  await settleAll(run, [...missing, ...refused]);
  return templates;
}

/** Something that it named was not there, whatever else it was refused for. */
function isWorthAnotherTry(run: RunState, operation: Operation): boolean {
  const ledger = noted(run.ledgers, operation);
  return !ledger.isAccepted && !ledger.isWithheld && '404' in ledger.snapshot().statuses;
}

/** Plans every template, notes what its slots ask for and what may not be sent. */
function plan(run: RunState): readonly Template[] {
  return run.operations.flatMap((operation) => {
    run.emit({ kind: 'operation-started', operation: operation.id });
    const forbidden = withheld(operation, run.options, run.isLoopback);
    if (forbidden !== undefined) {
      leaveOut(run, operation, forbidden, true);
      return [];
    }
    const template = openTemplate(run, operation);
    if ('reason' in template) {
      leaveOut(run, operation, template, false);
      return [];
    }
    leaveOutUncoded(run, operation);
    for (const { keys } of [template.first, ...template.others].flatMap(({ slots }) => slots)) {
      for (const key of keys) run.wanted.add(key);
    }
    return [template];
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
async function settleAll(
  run: RunState,
  templates: readonly Template[],
  concurrency = run.options.concurrency,
): Promise<readonly Template[]> {
  const missing: Template[] = [];
  await inParallel(concurrency, templates, async (template) => {
    if (isSpent(run)) leaveUnsent(run, template.first.operation);
    else if (!(await settle(run, template))) missing.push(template);
  });
  run.pool.publish();
  return templates.filter((template) => missing.includes(template));
}

/** What was refused already keeps that as its reason. */
function leaveUnsent(run: RunState, operation: Operation): void {
  const ledger = noted(run.ledgers, operation);
  if (ledger.snapshot().sent > 0) return;
  leaveOut(run, operation, { reason: 'out of budget', detail: '' }, false);
}

/** What a later answer showed may fill the slots of an earlier operation. @returns those still missing */
async function settleUntilNothingNew(
  run: RunState,
  templates: readonly Template[],
): Promise<readonly Template[]> {
  let missing = templates;
  while (missing.length > 0) {
    const still = await settleAll(run, missing);
    if (still.length === missing.length) return still;
    missing = still;
  }
  return missing;
}

/** What takes nothing whole away goes first, then the deeper thing before what it stands in. */
function removersInOrder(run: RunState, templates: readonly Template[]): readonly Template[] {
  const weight = ({ first: { operation } }: Template): number =>
    (consumesLast(operation, run.options) ? 100 : 0) - operation.path.split('/').length;
  return [...templates].sort((a, b) => weight(a) - weight(b));
}
