/** One operation's running account: what was sent, what came back, what each check said. */
import type { Judgement } from '../checks/judge-exchange.ts';
import { isAccepted } from '../checks/find-response.ts';
import { headerLines } from '../checks/header-lines.ts';
import type { NotReached } from '../checks/verdict.ts';
import type { Operation } from '../spec/api.ts';
import type { Outcome } from '../transport/exchange.ts';
import type { OperationLedger } from './events.ts';

export interface LedgerBook {
  /** @returns whether this status is the operation's first of its kind */
  exchanged(outcome: Outcome): boolean;
  judged(judgements: readonly Judgement[]): void;
  /** The last reason stands: it is the one that kept the operation untested. */
  notReached(why: NotReached): void;
  withheld(why: NotReached): void;
  readonly isAccepted: boolean;
  readonly isWithheld: boolean;
  snapshot(): OperationLedger;
}

/** @returns an empty account of the operation. */
export function openLedger(operation: Operation): LedgerBook {
  const statuses: Record<string, number> = {};
  const mediaTypes = new Set<string>();
  const checks: Record<string, Record<CountName, number>> = {};
  let sent = 0;
  let accepted = 0;
  let untested: NotReached | null = null;
  let isWithheld = false;
  return {
    exchanged: (outcome) => {
      sent += 1;
      const label = outcome.kind === 'fault' ? outcome.fault : String(outcome.status);
      const isNew = statuses[label] === undefined;
      statuses[label] = (statuses[label] ?? 0) + 1;
      if (outcome.kind !== 'answer') return isNew;
      if (isAccepted(operation, outcome.status)) accepted += 1;
      if (mediaTypes.size < 20) {
        for (const line of headerLines(outcome, 'content-type')) mediaTypes.add(line);
      }
      return isNew;
    },
    judged: (judgements) => {
      for (const { check, verdict } of judgements) {
        const counts = (checks[check.name] ??= { pass: 0, fail: 0, notReached: 0, skipped: 0 });
        counts[COUNT_NAMES[verdict.kind]] += 1;
      }
    },
    notReached: (why) => {
      untested = why;
    },
    withheld: (why) => {
      untested = why;
      isWithheld = true;
    },
    get isAccepted() {
      return accepted > 0;
    },
    get isWithheld() {
      return isWithheld;
    },
    snapshot: () => {
      const about = { sent, accepted, statuses: { ...statuses }, mediaTypes: [...mediaTypes] };
      const why = accepted > 0 ? null : untested;
      return { ...about, checks: structuredClone(checks), untested: why, withheld: isWithheld };
    },
  };
}

type CountName = 'pass' | 'fail' | 'notReached' | 'skipped';

const COUNT_NAMES = {
  pass: 'pass',
  fail: 'fail',
  'not-reached': 'notReached',
  skipped: 'skipped',
} as const satisfies Record<string, CountName>;
