/**
 * A check judges one exchange. It is pure: it gets everything it needs, never sends, prints or
 * throws on bad answers, and its severity is a default that config may change.
 */
import type { Intent } from '../cases/intent.ts';
import type { Schemas } from '../schema/schemas.ts';
import type { Api } from '../spec/api.ts';
import type { Exchange } from '../transport/exchange.ts';
import type { AnswerBody } from './answer-body.ts';
import type { ErrorShape } from './error-shape.ts';
import type { RefusalOverrides } from './refusal-statuses.ts';
import type { Verdict } from './verdict.ts';

export interface Check {
  /** `A` and three digits, by family; never reused. JUnit's `type`. */
  readonly code: string;
  /** What users type and config uses; the file's name. */
  readonly name: string;
  /** The rule that must hold, in one sentence. */
  readonly summary: string;
  /** The standard and section that it rests on. */
  readonly source: string;
  /** Off: only where config asks for it. */
  readonly defaultSeverity: Severity | 'off';
  appliesTo(intent: Intent): boolean;
  judge(exchange: Exchange, context: JudgeContext): Verdict;
}

export type Severity = 'critical' | 'high' | 'medium' | 'low';

/** Lower ranks first. */
export const SEVERITY_RANK = {
  critical: 0,
  high: 1,
  medium: 2,
  low: 3,
} as const satisfies Record<Severity, number>;

export interface JudgeContext {
  readonly api: Api;
  readonly schemas: Schemas;
  /** The answer's body, parsed once for all checks. */
  readonly body: AnswerBody;
  /** The same request without its one deviation, once settled. */
  readonly twin: Exchange | undefined;
  /** The plain template bound to the same ids, sent again after a refusal. */
  readonly control: Exchange | undefined;
  /** What was asked about the answer besides, and excuses it, in one sentence. */
  readonly excuse: string | undefined;
  /** Statuses that config takes as refusals instead of the table's. */
  readonly refusals: RefusalOverrides;
  /** What other answers of the run have shown. */
  readonly evidence: Evidence;
  /** Longest time that an answer should take, for who asks for response-time. */
  readonly maxResponseMs: number;
}

/** What is known of the target as a whole. */
export interface Evidence {
  /** Some operation answered 406 to an Accept that can't be met. */
  readonly honoursAccept: boolean;
  /** What most error answers looked like; undefined until that is known. */
  readonly errorShape: ErrorShape | undefined;
}
