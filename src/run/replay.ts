/**
 * Sends a failure's request again and judges what comes with the checks that judged it: fixed, still
 * failing, or flaky. The request beside it is taken as accepted, as it was.
 */
import { readAnswerBody } from '../checks/answer-body.ts';
import type { JudgeContext } from '../checks/check.ts';
import { CHECKS } from '../checks/index.ts';
import { judgeExchange, type Judgement } from '../checks/judge-exchange.ts';
import { createSchemas } from '../schema/schemas.ts';
import type { Api } from '../spec/api.ts';
import type { Exchange } from '../transport/exchange.ts';
import type { Voice } from '../transport/voice.ts';
import type { FailureEvent } from './events.ts';
import { fingerprintOf } from './fingerprint.ts';
import { keptRequest, stillMissing, type KeptRequest } from './kept-request.ts';
import { isLoopback, isRemover, isSafeMethod } from './manners.ts';
import type { RunOptions } from './options.ts';
import { ReplayError } from './replay-error.ts';

/** What one sending came to. */
export interface Try {
  /** The status, or what came instead of an answer. */
  readonly answer: string;
  readonly said: 'failed' | 'failed otherwise' | 'passed' | 'not judged';
  /** The finding's title, or why nothing was judged. */
  readonly why: string;
}

export type Replayed = 'fixed' | 'still failing' | 'failing otherwise' | 'flaky' | 'not judged';

export interface ReplayInput {
  readonly api: Api;
  readonly failure: FailureEvent;
  /** Of the run in the log. */
  readonly loggedBaseUrl: string;
  readonly voice: Voice;
  readonly options: RunOptions;
  /** Told of each sending as it ends. */
  readonly onTry: (tried: Try) => void;
}

const TRIES = 3;

/** @throws {ReplayError} it can't be sent as it was, or manners forbid it */
export async function replay(input: ReplayInput): Promise<Replayed> {
  const { api, failure, voice, options } = input;
  const kept = keptRequest(failure, api, input.loggedBaseUrl);
  mind(kept, input);
  const request = voice.dress(kept.request, kept.case);
  const missing = stillMissing(kept, request);
  if (missing.length > 0) {
    throw new ReplayError(
      `The log does not hold the secret in ${missing.join(', ')}.`,
      'Give it with --auth or ASSAY_AUTH, or by the configuration of that target.',
    );
  }
  // What a remover took away is gone the second time.
  const tries = isRemover(kept.case.operation, options) ? 1 : TRIES;
  const done: Try[] = [];
  while (done.length < tries) {
    const sent = await voice.send(request);
    const tried = judged(input, { case: kept.case, request, ...sent });
    done.push(tried);
    input.onTry(tried);
  }
  return outcomeOf(done);
}

function mind({ request }: KeptRequest, { voice, options }: ReplayInput): void {
  if (isSafeMethod(request.method) || options.allowWrites || isLoopback(voice.baseUrl)) return;
  throw new ReplayError(
    `${request.method} is not sent to a target that is not this machine.`,
    '--allow-writes sends it.',
  );
}

function judged(input: ReplayInput, exchange: Exchange): Try {
  const { failure, options, api } = input;
  const { outcome } = exchange;
  const body = outcome.kind === 'answer' ? readAnswerBody(outcome) : ({ kind: 'none' } as const);
  const context: JudgeContext = {
    api,
    schemas: createSchemas(api.documents),
    body,
    twin: exchange,
    control: exchange,
    refusals: options.refusals,
    evidence: { honoursAccept: true, errorShape: undefined },
    maxResponseMs: options.maxResponseMs,
  };
  const checks = CHECKS.filter(
    ({ name, defaultSeverity }) =>
      name === failure.check || (options.checks[name] ?? defaultSeverity) !== 'off',
  );
  const judgements = judgeExchange(exchange, context, checks);
  const answer = outcome.kind === 'answer' ? String(outcome.status) : answerInstead(outcome);
  const isSame = (judgement: Judgement): boolean =>
    judgement.check.name === failure.check &&
    findingsOf(judgement).some(
      (finding) => fingerprintOf(judgement.check, finding, exchange, body) === failure.fingerprint,
    );
  if (judgements.some(isSame)) return { answer, said: 'failed', why: failure.title };
  const gone = goneSince(failure, exchange);
  if (gone !== undefined) return { answer, said: 'not judged', why: gone };
  const [other] = judgements.flatMap(findingsOf);
  if (other !== undefined) return { answer, said: 'failed otherwise', why: other.title };
  const own = judgements.find(({ check }) => check.name === failure.check)?.verdict;
  if (own === undefined || own.kind === 'pass' || own.kind === 'fail') {
    return { answer, said: 'passed', why: '' };
  }
  // What has nothing to say of an answer that another check passed has no fault to find in it.
  if (own.kind === 'skipped' && outcome.kind === 'answer')
    return acquitted(failure, answer, own.why);
  const why = own.kind === 'skipped' ? own.why : own.why.reason;
  return { answer, said: 'not judged', why };
}

/** A refusal that has nothing to do with the fault: the record, or the credential, is another's now. */
function goneSince(
  { example }: FailureEvent,
  { outcome, case: { operation, intent } }: Exchange,
): string | undefined {
  const before = example.outcome.kind === 'answer' ? example.outcome.status : undefined;
  if (outcome.kind !== 'answer' || outcome.status === before) return undefined;
  const { status } = outcome;
  if ((status === 404 || status === 410) && operation.path.includes('{')) {
    return 'what its path names is not there (any more)';
  }
  if (status === 401 && intent.kind !== 'unauthenticated') return 'the credential was refused';
  return undefined;
}

/** Checks that need more than one answer say nothing of one. */
const OF_MANY_ANSWERS: ReadonlySet<string> = new Set(['error-body-consistency']);

function acquitted(failure: FailureEvent, answer: string, why: string): Try {
  return OF_MANY_ANSWERS.has(failure.check)
    ? { answer, said: 'not judged', why }
    : { answer, said: 'passed', why };
}

function findingsOf({ verdict }: Judgement): readonly FailureFinding[] {
  return verdict.kind === 'fail' ? verdict.findings : [];
}

type FailureFinding = Extract<Judgement['verdict'], { kind: 'fail' }>['findings'][number];

function answerInstead(outcome: Exclude<Exchange['outcome'], { kind: 'answer' }>): string {
  return outcome.kind === 'fault' ? `no answer (${outcome.fault})` : String(outcome.status);
}

function outcomeOf(tries: readonly Try[]): Replayed {
  const count = (said: Try['said']): number => tries.filter((one) => one.said === said).length;
  const failed = count('failed') + count('failed otherwise');
  if (count('not judged') === tries.length) return 'not judged';
  if (failed === 0) return count('passed') > 0 ? 'fixed' : 'not judged';
  if (failed < tries.length) return 'flaky';
  return count('failed') > 0 ? 'still failing' : 'failing otherwise';
}
