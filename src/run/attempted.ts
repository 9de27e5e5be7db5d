/** What came of one case: an exchange with what the checks said of it, or why it was not sent. */
import type { AnswerBody } from '../checks/answer-body.ts';
import type { Judgement } from '../checks/judge-exchange.ts';
import type { NotReached } from '../checks/verdict.ts';
import type { Exchange } from '../transport/exchange.ts';

export type Attempt = SentAttempt | { readonly kind: 'not-reached'; readonly why: NotReached };

export interface SentAttempt {
  readonly kind: 'sent';
  /** Its case carries the values as bound. */
  readonly exchange: Exchange;
  readonly body: AnswerBody;
  readonly judgements: readonly Judgement[];
  readonly accepted: boolean;
}
