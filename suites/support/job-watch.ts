// Watching a job: it is queued, it works, it completes, and never goes back. Its polls are no operation of the 45, but
// they answer with the same envelope, so they are held to it too.
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Account } from './account.ts';
import type { Client } from './client.ts';
import type { JobResult, JobStatus } from './records.ts';

export interface JobWatch {
  /** Polls a job to its end. @returns its results, in their order */
  readonly finish: (job: JobStatus) => Promise<readonly JobResult[]>;
  /** Polls a job to its end. */
  readonly completed: (job: JobStatus) => Promise<JobStatus>;
}

const STAGES = ['queued', 'working', 'completed'];
const MOST_POLLS = 60;

export function createJobWatch(
  { beside }: Pick<Client, 'beside'>,
  { pollMs }: Pick<Account, 'pollMs'>,
): JobWatch {
  const completed = async (job: JobStatus): Promise<JobStatus> => {
    let last = job;
    for (let poll = 0; poll < MOST_POLLS; poll += 1) {
      await pause(pollMs);
      const { body } = await beside<{ readonly job_status: JobStatus }>(
        'GET',
        { url: job.url },
        // Jobs of permanent removal have no total, which none of the 45 operations starts.
        job.total === null ? undefined : 'TicketsCreateMany',
      );
      const next = body.job_status;
      expect(next.id).toBe(job.id);
      expect(next.total, 'the total of a job stays').toBe(job.total);
      expect(
        STAGES.indexOf(next.status),
        `${last.status}, then ${next.status}`,
      ).toBeGreaterThanOrEqual(STAGES.indexOf(last.status));
      if (next.status === 'completed') return next;
      last = next;
    }
    throw new Error(`Job ${job.id} is ${last.status} after ${String(MOST_POLLS)} polls`);
  };
  return {
    completed,
    finish: async (job) => {
      const { results } = await completed(job);
      if (!Array.isArray(results)) throw new Error(`Job ${job.id} lists no results`);
      return results as readonly JobResult[];
    },
  };
}
