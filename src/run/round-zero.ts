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
import { askProducers } from './producers.ts';
import { refusalOf } from './refusal.ts';
import { ROLES, roleOf, type Role } from './role.ts';
import { noted, type RunState } from './run-state.ts';
import { withGiven } from './with-given.ts';
import { inParallel } from './workers.ts';

/** Other ids tried for a template that was refused. */
const MAX_CANDIDATES = 5;

/** Statuses that another id, or other data, may turn into an acceptance. */
const MAYBE_THE_DATA: ReadonlySet<number> = new Set([400, 403, 404, 409, 410, 422, 500]);

/** Statuses by which a server may ask for what the description calls optional. */
const SPEAKS_OF_DATA = ['400', '422', '500'] as const;

/** An operation's plain request, and others to try where it is refused. */
interface Template {
  readonly first: Case;
  readonly others: readonly Case[];
  /** Those with all that is optional, for a refusal that speaks of the data. */
  readonly whole: () => readonly Case[];
}

/** Settles the templates: `run.settled` holds those that were accepted. */
export async function roundZero(run: RunState): Promise<void> {
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
}

function isWorthAnotherTry(run: RunState, operation: Operation): boolean {
  const ledger = noted(run.ledgers, operation);
  const [status] = Object.keys(ledger.snapshot().statuses).slice(-1);
  return !ledger.isAccepted && !ledger.isWithheld && status === '404';
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
    const planned = plainTemplate(operation, run.schemas);
    if (planned.kind === 'impossible') {
      leaveOut(run, operation, { reason: 'cannot be generated', detail: planned.why }, false);
      return [];
    }
    const cases = [planned.first, ...planned.others].map((planned) => withGiven(run, planned));
    for (const key of cases.flatMap(({ slots }) => slots).flatMap(({ keys }) => keys)) {
      run.wanted.add(key);
    }
    const [first, ...others] = cases;
    const whole = (): readonly Case[] => planned.whole().map((one) => withGiven(run, one));
    return first === undefined ? [] : [{ first, others, whole }];
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
    if (!(await settle(run, template))) missing.push(template);
  });
  run.pool.publish();
  return templates.filter((template) => missing.includes(template));
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

/** @returns false when nothing is known yet that could fill its slots. */
async function settle(run: RunState, asked: Template): Promise<boolean> {
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

/** What takes nothing whole away goes first, then the deeper thing before what it stands in. */
function removersInOrder(run: RunState, templates: readonly Template[]): readonly Template[] {
  const weight = ({ first: { operation } }: Template): number =>
    (consumesLast(operation, run.options) ? 100 : 0) - operation.path.split('/').length;
  return [...templates].sort((a, b) => weight(a) - weight(b));
}
