/**
 * Which optional members kept a plain request from being accepted, once a smaller one was: each is
 * put into it alone and judged by the rules of refuses-valid.
 */
import { describedMember } from '../cases/described-member.ts';
import { pointerTokens } from '../spec/place.ts';
import { accuse } from './accuse.ts';
import { attempt } from './attempt.ts';
import type { SentAttempt } from './attempted.ts';
import { isSpent } from './budget.ts';
import { MAX_APART, type Template } from './find-accepted.ts';
import { isWorthReducing, reduceRefusal } from './reduce-refusal.ts';
import type { RunState } from './run-state.ts';

/** @param refused what came of the operation's first plain request */
export async function blameMembers(
  run: RunState,
  { first: { operation }, stripped }: Template,
  refused: SentAttempt,
): Promise<void> {
  if (!isWorthReducing(run, refused)) return;
  const { bare, apart = [] } = stripped() ?? {};
  const settled = run.settled.get(operation.id);
  // Another request was accepted: what makes the difference is found by halves.
  if (settled === undefined || settled.case.id !== bare?.id) return reduceRefusal(run, refused);
  for (const { member, case: one } of apart.slice(0, MAX_APART)) {
    if (isSpent(run)) return;
    const about = describedMember(one, member, run.api.documents);
    const sent = await attempt(
      run,
      {
        ...one,
        intent: { kind: 'valid', tier: 'plain', member: about },
        deviation: `with the optional member ${pointerTokens(member.pointer).join('.')}`,
      },
      { candidate: settled.attempt },
    );
    if (sent.kind === 'sent') await accuse(run, sent);
  }
}
