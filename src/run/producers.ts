/**
 * Operations that nobody asked to test, sent once before round 0 so that those asked for have
 * something to name: `--include DeleteTicket` needs a ticket of ours, which CreateTicket makes. They
 * are not judged. None is sent that was excluded, that removes or that manners forbid, and none
 * that writes where only reading was asked for.
 */
import type { Case, Slot } from '../cases/case.ts';
import { resourceOfPath } from '../cases/resource-name.ts';
import type { Operation } from '../spec/api.ts';
import { AGAIN, dispatch } from './dispatch.ts';
import { findAccepted, type Template, type Trial } from './find-accepted.ts';
import { isRemover, isSafeMethod, withheld } from './manners.ts';
import { openTemplate } from './open-template.ts';
import { isCreator } from './role.ts';
import { noted, type RunState } from './run-state.ts';

/** Fills the pool for `cases` with what other operations' plain requests show. */
export async function askProducers(run: RunState, cases: readonly Case[]): Promise<void> {
  const accepted: string[] = [];
  for (const template of producersFor(run, cases)) {
    const end = await findAccepted(run, template, (one, candidate) =>
      tryProducer(run, one, candidate),
    );
    if (end === 'accepted') accepted.push(template.first.operation.id);
  }
  if (accepted.length === 0) return;
  const message = `${accepted.join(', ')}: sent for the ids in the answers, not tested`;
  run.emit({ kind: 'note', message });
}

/** @returns the plain requests of each producer; shorter paths first, readers before creators. */
function producersFor(run: RunState, cases: readonly Case[]): readonly Template[] {
  const mayWrite = cases.some(({ operation }) => !isSafeMethod(operation.method));
  const eligible = run.producers.filter((operation) => isEligible(run, operation, mayWrite));
  const chosen = new Map<Operation, Template>();
  const looked = new Set<string>();
  let resources = resourcesOf(run, cases);
  while (resources.length > 0) {
    const found: Case[] = [];
    for (const resource of resources.filter((name) => !looked.has(name))) {
      looked.add(resource);
      for (const operation of nearest(eligible, resource)) {
        if (chosen.has(operation)) continue;
        const template = openTemplate(run, operation);
        if ('reason' in template) continue;
        chosen.set(operation, template);
        found.push(template.first, ...template.others);
      }
    }
    for (const key of found.flatMap(lackingSlots(run)).flatMap(({ keys }) => keys)) {
      run.wanted.add(key);
    }
    resources = resourcesOf(run, found);
  }
  return [...chosen].sort(([a], [b]) => rank(a) - rank(b)).map(([, template]) => template);
}

function isEligible(run: RunState, operation: Operation, mayWrite: boolean): boolean {
  const { options, isLoopback } = run;
  return (
    !operation.path.endsWith('}') &&
    (operation.method === 'GET' || (mayWrite && isCreator(operation))) &&
    !isRemover(operation, options) &&
    withheld(operation, options, isLoopback) === undefined
  );
}

/** The lists and the creators of a resource with the shortest path: they ask for the least themselves. */
function nearest(eligible: readonly Operation[], resource: string): readonly Operation[] {
  const all = eligible.filter(({ path }) => resourceOfPath(path) === resource);
  return ['GET', 'POST'].flatMap((wanted) => {
    const found = all.filter(({ method }) => method === wanted);
    const least = Math.min(...found.map(depth));
    return found.filter((operation) => depth(operation) === least);
  });
}

function rank(operation: Operation): number {
  return depth(operation) * 2 + (operation.method === 'GET' ? 0 : 1);
}

function depth({ path }: Operation): number {
  return path.split('/').length;
}

function resourcesOf(run: RunState, cases: readonly Case[]): readonly string[] {
  const keys = cases.flatMap(lackingSlots(run)).flatMap((slot) => slot.keys);
  return [...new Set(keys.map((key) => key.slice(0, key.lastIndexOf('.'))))];
}

/** Slots that something must fill, and config does not. */
function lackingSlots(run: RunState): (template: Case) => readonly Slot[] {
  return ({ operation, slots }) =>
    slots.filter((slot) => slot.required && !noted(run.given, operation).names(slot));
}

/** Unjudged: nobody asked to test it. */
async function tryProducer(run: RunState, template: Case, candidate: number): Promise<Trial> {
  const sent = await dispatch(run, template, { ...AGAIN, candidate });
  run.pool.publish();
  if (sent.kind === 'not-reached') return { kind: 'over' };
  const { outcome, case: bound } = sent.exchange;
  if (sent.accepted) {
    const { id } = template.operation;
    run.settled.set(id, { case: template, attempt: candidate, values: bound.values });
    return { kind: 'accepted' };
  }
  return outcome.kind === 'answer' ? { kind: 'refused', status: outcome.status } : { kind: 'over' };
}
