// Work over many tickets: each item succeeds or fails by itself, a failed one leaves nothing behind, and the whole is told
// as one job. The work is done when the job is answered; only its telling moves on with the polls.
import type { Desk } from '../../desk/desk.ts';
import type { Job, JobResult } from '../../desk/job.ts';
import { Refusal } from '../../http/refusal.ts';
import { tooManyJobs } from '../../refusals/catalogue.ts';

/** Jobs that may be queued or working at once. */
export const MAX_OPEN_JOBS = 30;

export interface Work<T> {
  readonly type: string;
  readonly verb: string;
  readonly items: readonly T[];
  /** Does one item. @throws {Refusal} which becomes the item's failure */
  readonly run: (item: T, index: number) => JobResult;
  readonly onFailure: (item: T, index: number, refusal: Refusal) => JobResult;
  /** Does the first item first and the others from the last one on, as the service makes tickets: ids follow the work. */
  readonly isMaking?: boolean;
}

/** Does the work and returns its job, queued. @throws {Refusal} 429 where the desk limits open jobs and too many are */
export function startJob<T>(desk: Desk, work: Work<T>): Job {
  if (desk.limitsOpenJobs && openJobs(desk) >= MAX_OPEN_JOBS) throw tooManyJobs();
  const items = work.items.map((item, index) => ({ item, index }));
  const [first, ...rest] = items;
  const inOrder = work.isMaking === true && first ? [first, ...rest.reverse()] : items;
  const results = inOrder
    .map(({ item, index }) => ({ index, result: runItem(desk, work, item, index) }))
    .sort((left, right) => left.index - right.index)
    .map(({ result }) => result);
  return enqueue(desk, { type: work.type, verb: work.verb, total: work.items.length, results });
}

/** Puts a job with known results into the queue. */
export function enqueue(desk: Desk, job: Pick<Job, 'type' | 'verb' | 'total' | 'results'>): Job {
  const queued: Job = {
    ...job,
    id: desk.ids.job(),
    stage: 'queued',
    queuedAt: desk.clock.now(),
    completedAt: null,
    polls: 0,
  };
  desk.jobs.set(queued.id, queued);
  return queued;
}

function runItem<T>(desk: Desk, work: Work<T>, item: T, index: number): JobResult {
  try {
    return desk.journal.atomically(() => work.run(item, index));
  } catch (error) {
    if (error instanceof Refusal) return work.onFailure(item, index, error);
    throw error;
  }
}

/** Seconds after which a job that nobody polls is done anyway. */
const DONE_AFTER = 60;

function openJobs(desk: Desk): number {
  const now = desk.clock.now();
  return [...desk.jobs.values()].filter(
    ({ stage, queuedAt }) => stage !== 'completed' && now - queuedAt < DONE_AFTER,
  ).length;
}

/** Items up to which a job is done at the first poll; larger ones show `working` twice. */
const SMALL_JOB = 10;

/** The job after one more poll. */
export function pollJob(desk: Desk, job: Job): Job {
  if (job.stage === 'completed') return job;
  const polls = job.polls + 1;
  const now = desk.clock.now();
  const pollsNeeded = (job.total ?? 1) > SMALL_JOB ? 3 : 2;
  const isDone = polls >= pollsNeeded || now - job.queuedAt >= DONE_AFTER;
  const polled: Job = isDone
    ? { ...job, polls, stage: 'completed', completedAt: now }
    : { ...job, polls, stage: 'working' };
  desk.jobs.set(job.id, polled);
  return polled;
}

/** What went wrong with one item, in one line. */
export function failureWords(refusal: Refusal): string {
  const { body } = refusal.reply;
  const value = body.kind === 'json' ? body.value : null;
  if (typeof value !== 'object' || value === null) return 'refused';
  const details = 'details' in value ? Object.values(value.details as object).flat() : [];
  const texts = details.map((detail: unknown) => (detail as { description: string }).description);
  if (texts.length > 0) return texts.join(' ');
  return 'description' in value ? String(value.description) : 'refused';
}
