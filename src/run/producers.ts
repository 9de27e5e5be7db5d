/**
 * Operations that nobody asked to test, sent once before round 0 so that those asked for have
 * something to name: `--include DeleteTicket` needs a ticket of ours, which CreateTicket makes. They
 * are not judged. None is sent that was excluded, that removes or that manners forbid, and none
 * that writes where only reading was asked for.
 */
import type { Case, Slot } from '../cases/case.ts';
import { plainTemplate } from '../cases/plain-template.ts';
import { resourceOfPath } from '../cases/resource-name.ts';
import type { Operation } from '../spec/api.ts';
import { AGAIN, dispatch } from './dispatch.ts';
import { isRemover, isSafeMethod, withheld } from './manners.ts';
import { isCreator } from './role.ts';
import { noted, type RunState } from './run-state.ts';
import { withGiven } from './with-given.ts';

/** Fills the pool for `cases` with what other operations' plain requests show. */
export async function askProducers(run: RunState, cases: readonly Case[]): Promise<void> {
  const accepted: string[] = [];
  for (const templates of producersFor(run, cases)) {
    const producer = await firstAccepted(run, templates);
    if (producer !== undefined) accepted.push(producer);
  }
  if (accepted.length === 0) return;
  const message = `${accepted.join(', ')}: sent for the ids in the answers, not tested`;
  run.emit({ kind: 'note', message });
}

/** @returns the plain requests of each producer; shorter paths first, readers before creators. */
function producersFor(run: RunState, cases: readonly Case[]): readonly (readonly Case[])[] {
  const mayWrite = cases.some(({ operation }) => !isSafeMethod(operation.method));
  const eligible = run.producers.filter((operation) => isEligible(run, operation, mayWrite));
  const chosen = new Map<Operation, readonly Case[]>();
  const looked = new Set<string>();
  let resources = resourcesOf(run, cases);
  while (resources.length > 0) {
    const found: Case[] = [];
    for (const resource of resources.filter((name) => !looked.has(name))) {
      looked.add(resource);
      for (const operation of nearest(eligible, resource)) {
        const planned = plainTemplate(operation, run.schemas);
        if (chosen.has(operation) || planned.kind === 'impossible') continue;
        const templates = [planned.first, ...planned.others].map((one) => withGiven(run, one));
        chosen.set(operation, templates);
        found.push(...templates);
      }
    }
    for (const key of found.flatMap(lackingSlots(run)).flatMap(({ keys }) => keys)) {
      run.wanted.add(key);
    }
    resources = resourcesOf(run, found);
  }
  return [...chosen].sort(([a], [b]) => rank(a) - rank(b)).map(([, templates]) => templates);
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

/** @returns the operation's id, once one of its requests was accepted. */
async function firstAccepted(
  run: RunState,
  templates: readonly Case[],
): Promise<string | undefined> {
  for (const template of templates) {
    const sent = await dispatch(run, template, AGAIN);
    run.pool.publish();
    if (sent.kind === 'not-reached') return undefined;
    if (!sent.accepted) continue;
    const { values } = sent.exchange.case;
    run.settled.set(template.operation.id, { case: template, attempt: 0, values });
    return template.operation.id;
  }
  return undefined;
}
