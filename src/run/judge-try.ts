/**
 * What one sending of a replay came to: whether the same failure shows, another, or none; and where
 * an answer has nothing to say of the failure, that.
 */
import { readAnswerBody, type AnswerBody } from '../checks/answer-body.ts';
import { CHECKS } from '../checks/index.ts';
import { judgeExchange, type Judgement } from '../checks/judge-exchange.ts';
import type { Finding } from '../checks/verdict.ts';
import { createSchemas } from '../schema/schemas.ts';
import type { Api } from '../spec/api.ts';
import type { Exchange, Outcome } from '../transport/exchange.ts';
import type { FailureEvent } from './events.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { RunOptions } from './options.ts';

export interface Try {
  /** The status, or what came instead of an answer. */
  readonly answer: string;
  readonly said: 'failed' | 'failed otherwise' | 'passed' | 'not judged';
  /** The finding's title, or why nothing was judged; may be empty. */
  readonly why: string;
}

export interface JudgedBy {
  readonly api: Api;
  readonly failure: FailureEvent;
  readonly options: RunOptions;
}

/** The requests beside it (twin, control) are taken as accepted, as they were. */
export function judgeTry(exchange: Exchange, { api, failure, options }: JudgedBy): Try {
  const { outcome } = exchange;
  const body: AnswerBody = outcome.kind === 'answer' ? readAnswerBody(outcome) : { kind: 'none' };
  const judgements = judgeExchange(
    exchange,
    {
      api,
      schemas: createSchemas(api.documents),
      body,
      twin: exchange,
      control: exchange,
      excuse: undefined,
      refusals: options.refusals,
      evidence: { honoursAccept: true, errorShape: undefined },
      maxResponseMs: options.maxResponseMs,
    },
    checksOf(failure, options),
  );
  const isSame = ({ check }: Judgement, finding: Finding): boolean =>
    check.name === failure.check &&
    fingerprintOf(check, finding, exchange, body) === failure.fingerprint;
  const shows = judgements.some((judgement) =>
    findingsOf(judgement).some((finding) => isSame(judgement, finding)),
  );
  const answer = answerText(outcome);
  return shows
    ? { answer, said: 'failed', why: failure.title }
    : { answer, ...withoutIt(exchange, failure, judgements) };
}

/** Its own check is asked even where config turns it off by now. */
function checksOf({ check }: FailureEvent, { checks }: RunOptions): typeof CHECKS {
  return CHECKS.filter(
    ({ name, defaultSeverity }) => name === check || (checks[name] ?? defaultSeverity) !== 'off',
  );
}

/** Checks that compare many answers say nothing of one. */
const OF_MANY_ANSWERS: ReadonlySet<string> = new Set(['error-body-consistency']);

function withoutIt(
  exchange: Exchange,
  failure: FailureEvent,
  judgements: readonly Judgement[],
): Pick<Try, 'said' | 'why'> {
  const { outcome } = exchange;
  if (outcome.kind === 'held-back') return { said: 'not judged', why: outcome.why };
  if (OF_MANY_ANSWERS.has(failure.check)) {
    return { said: 'not judged', why: 'it takes many answers to tell' };
  }
  const gone = goneSince(failure, exchange);
  if (gone !== undefined) return { said: 'not judged', why: gone };
  const [other] = judgements.flatMap(findingsOf);
  if (other !== undefined) return { said: 'failed otherwise', why: other.title };
  return { said: 'passed', why: '' };
}

/** A refusal that has nothing to do with the failure: of the record, or of the credential. */
function goneSince(
  { example }: FailureEvent,
  { outcome, case: { operation, intent } }: Exchange,
): string | undefined {
  const before = example.outcome.kind === 'answer' ? example.outcome.status : undefined;
  if (outcome.kind !== 'answer' || outcome.status === before) return undefined;
  const { status } = outcome;
  if ((status === 404 || status === 410) && operation.path.includes('{')) {
    return 'what its path names is not there';
  }
  if (status === 401 && intent.kind !== 'unauthenticated' && intent.kind !== 'other-identity')
    return 'the credential was refused';
  return undefined;
}

function findingsOf({ verdict }: Judgement): readonly Finding[] {
  return verdict.kind === 'fail' ? verdict.findings : [];
}

function answerText(outcome: Outcome): string {
  return outcome.kind === 'fault' ? `no answer (${outcome.fault})` : String(outcome.status);
}
