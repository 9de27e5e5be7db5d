/** What came of one case: an exchange with what the checks said of it, or why it was not sent. */
import type { AnswerBody } from '../checks/answer-body.ts';
import type { Judgement } from '../checks/judge-exchange.ts';
import type { NotReached } from '../checks/verdict.ts';
import type { Exchange } from '../transport/exchange.ts';
import type { Taken } from './bind.ts';

export type Attempt = SentAttempt | { readonly kind: 'not-reached'; readonly why: NotReached };

export interface SentAttempt extends Dispatched {
  readonly judgements: readonly Judgement[];
  /** How many were sent for it: itself, and what had to be sent beside it. */
  readonly requests: number;
  /** Whether the plain request beside it was asked for, and was not accepted (any more). */
  readonly isPlainRefused: boolean;
}

/** The case went out and something came of it, or it could not be sent. */
export type Dispatch = Dispatched | { readonly kind: 'not-reached'; readonly why: NotReached };

/** Sent and answered, not yet judged. */
export interface Dispatched {
  readonly kind: 'sent';
  /** Its case carries the values as bound. */
  readonly exchange: Exchange;
  readonly body: AnswerBody;
  readonly accepted: boolean;
  /** What filled its slots. */
  readonly taken: readonly Taken[];
}

/** The request beside one, where one was needed and accepted. */
export interface Baseline {
  readonly twin: Exchange | undefined;
  readonly control: Exchange | undefined;
  /** What was asked about it besides, and excuses it, in one sentence. */
  readonly excuse: string | undefined;
}

/** Sent, with what was sent beside it, and not yet judged. */
export interface SentBeside extends Dispatched {
  readonly baseline: Baseline;
}
