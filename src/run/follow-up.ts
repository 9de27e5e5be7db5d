/**
 * What an answer itself invites to ask next: the Location of a 201, and the entity tag of what was
 * read, which makes the same request a conditional one (RFC 9110, sections 10.2.2 and 13.1.2).
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Case } from '../cases/case.ts';
import { headerLines } from '../checks/header-lines.ts';
import { isNotThere, locationResolves, locationToFollow } from '../checks/location-resolves.ts';
import type { Operation } from '../spec/api.ts';
import type { Exchange } from '../transport/exchange.ts';
import { accuse } from './accuse.ts';
import { attempt } from './attempt.ts';
import type { Dispatched, SentAttempt } from './attempted.ts';
import { AGAIN, dispatch } from './dispatch.ts';
import { judge, NO_BASELINE } from './judge.ts';
import { hearOut } from './hear-out.ts';
import { isRemover, withheld } from './manners.ts';
import type { RunState } from './run-state.ts';

/** Asks what the answer invites to, and files what that shows. */
export async function followUp(run: RunState, sent: SentAttempt): Promise<void> {
  const { case: asked } = sent.exchange;
  if (asked.intent.kind !== 'valid' || !sent.accepted) return;
  if (targetOf(run, sent.exchange) !== undefined) await followLocation(run, sent);
  // Once an operation: its plain request speaks for all.
  if (asked.phase !== 'template') return;
  await hearOut(run, sent, asked);
  await askUnlessKnown(run, sent);
}

/** What was made may take a while to be seen everywhere: so long is waited, in all. */
const LOOKS_MS = [0, 100, 400, 1500] as const;

async function followLocation(run: RunState, sent: SentAttempt): Promise<void> {
  const { operation } = sent.exchange.case;
  const isAsked = run.checks.some(({ name }) => name === locationResolves.name);
  const count = run.followed.get(operation.id) ?? 0;
  if (!isAsked || count >= run.options.maxCases) return;
  run.followed.set(operation.id, count + 1);
  const found = await look(run, sent.exchange);
  if (found === undefined) return;
  if (!isNotThere(found.exchange.outcome)) {
    await accuse(run, judged(run, found));
    return;
  }
  // Another may have removed it meanwhile: a second one, made now, must be missing too.
  const again = await dispatch(run, { ...sent.exchange.case, slots: [] }, AGAIN);
  const second = again.kind === 'sent' ? await look(run, again.exchange) : undefined;
  if (second === undefined || !isNotThere(second.exchange.outcome)) return;
  await accuse(run, judged(run, second));
  run.followed.set(operation.id, run.options.maxCases);
}

/** Nothing but whether it is there is asked: whatever else is wrong is the reader's own. */
function judged(run: RunState, found: Dispatched): SentAttempt {
  const own = run.checks.filter(({ name }) => name === locationResolves.name);
  return {
    ...found,
    judgements: judge(run, found, NO_BASELINE, own),
    isPlainRefused: false,
    requests: 1,
  };
}

/** @returns the last look; undefined where there is nothing to look at */
async function look(run: RunState, exchange: Exchange): Promise<Dispatched | undefined> {
  const { case: creating, outcome } = exchange;
  const target = targetOf(run, exchange);
  if (target === undefined || outcome.kind !== 'answer') return undefined;
  if (!mayLook(run, creating, target)) return undefined;
  const [location = target] = headerLines(outcome, 'location');
  let last: Dispatched | undefined;
  for (const waitMs of LOOKS_MS) {
    await pause(waitMs, undefined, { signal: run.signal });
    const tried = await dispatch(run, lookAt(creating, target, location), AGAIN);
    if (tried.kind !== 'sent') return undefined;
    last = tried;
    if (!isNotThere(tried.exchange.outcome)) break;
  }
  return last;
}

/** @returns where the answer says that something is to be seen */
function targetOf({ voice }: RunState, { outcome, request }: Exchange): string | undefined {
  return locationToFollow({ outcome, request }, voice.baseUrl);
}

/** Not at what says that it takes something away or shuts down, even by GET. */
function mayLook({ options, isLoopback }: RunState, { operation }: Case, target: string): boolean {
  const [path = target] = target.split('?');
  const there: Operation = { ...operation, id: '', method: 'GET', path };
  return !isRemover(there, options) && withheld(there, options, isLoopback) === undefined;
}

function lookAt(creating: Case, target: string, location: string): Case {
  return {
    ...creating,
    id: `${creating.id}:location`,
    intent: { kind: 'follow-location', location },
    slots: [],
    deviation: `the Location ${location}`,
    // What is there need not come in the form that the creator answers in.
    changes: { method: 'GET', target, body: null, contentType: null, accept: '*/*' },
  };
}

async function askUnlessKnown(run: RunState, { exchange }: SentAttempt): Promise<void> {
  const { case: asked, outcome } = exchange;
  if (outcome.kind !== 'answer' || outcome.status !== 200 || !isConditional(asked.operation)) {
    return;
  }
  const [tag, ...others] = headerLines(outcome, 'etag');
  if (tag === undefined || others.length > 0) return;
  const conditional = await attempt(run, {
    ...asked,
    id: `${asked.id}:conditional`,
    slots: [],
    deviation: `with its own ETag ${tag} in If-None-Match`,
    changes: { headers: [['If-None-Match', tag]] },
  });
  if (conditional.kind !== 'sent') return;
  await accuse(run, conditional);
  await hearOut(run, conditional, conditional.exchange.case);
}

/** A reader that says it knows of conditions, by a parameter or by a 304. */
function isConditional({ method, parameters, responses }: Operation): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return (
    responses.some(({ status }) => status === '304') ||
    parameters.some(
      ({ in: location, name }) => location === 'header' && name.toLowerCase() === 'if-none-match',
    )
  );
}
