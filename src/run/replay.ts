/**
 * Sends a failure's request again, as often as it takes to tell whether it is fixed, still failing,
 * or flaky.
 */
import { bodyForbidden } from '../checks/body-forbidden.ts';
import type { Voice } from '../transport/voice.ts';
import { judgeTry, type JudgedBy, type Try } from './judge-try.ts';
import { keptRequest, stillMissing, type KeptRequest } from './kept-request.ts';
import { isLoopback, isRemover, isSafeMethod } from './manners.ts';
import { ReplayError } from './replay-error.ts';

export type Replayed = 'fixed' | 'still failing' | 'failing otherwise' | 'flaky' | 'not judged';

export interface ReplayInput extends JudgedBy {
  /** Of the run in the log. */
  readonly loggedBaseUrl: string;
  readonly voice: Voice;
  /** Told of each sending as it ends. */
  readonly onTry: (tried: Try) => void;
}

const TRIES = 3;

/** @throws {ReplayError} it can't be sent as it was, or manners forbid it */
export async function replay(input: ReplayInput): Promise<Replayed> {
  const { api, failure, voice, options, loggedBaseUrl, onTry } = input;
  const kept = keptRequest(failure, api, loggedBaseUrl);
  mindManners(kept, input);
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
    const sent = await voice.send(request, { hearOut: failure.check === bodyForbidden.name });
    const tried = judgeTry({ case: kept.case, request, ...sent }, input);
    done.push(tried);
    onTry(tried);
  }
  return outcomeOf(done);
}

function mindManners({ request }: KeptRequest, { voice, options }: ReplayInput): void {
  if (isSafeMethod(request.method) || options.allowWrites || isLoopback(voice.baseUrl)) return;
  throw new ReplayError(
    `${request.method} is not sent to a target that is not this machine.`,
    '--allow-writes sends it.',
  );
}

function outcomeOf(tries: readonly Try[]): Replayed {
  const count = (said: Try['said']): number => tries.filter((one) => one.said === said).length;
  const failed = count('failed') + count('failed otherwise');
  if (failed === 0) return count('passed') === tries.length ? 'fixed' : 'not judged';
  if (count('passed') > 0) return 'flaky';
  return count('failed') > 0 ? 'still failing' : 'failing otherwise';
}
