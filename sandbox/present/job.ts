// A job on the wire: what its polls show at each stage.
import type { Job } from '../desk/job.ts';
import { jobTimeOf } from '../desk/instant.ts';
import type { Wire } from './ticket.ts';

/** The answer of a bulk route, and of each poll. */
export function presentJob(origin: string, job: Job): Wire {
  return {
    job_status: {
      id: job.id,
      job_type: job.type,
      url: `${origin}/api/v2/job_statuses/${job.id}.json`,
      total: job.total,
      ...stageOf(job),
    },
  };
}

function stageOf(job: Job): Wire {
  switch (job.stage) {
    case 'queued':
      return { progress: null, status: 'queued', message: null, results: null };
    case 'working': {
      const progress = job.total === null ? null : Math.floor(job.total / 2);
      const message = `${job.verb} #${progress ?? 0}`;
      return { progress, status: 'working', message, results: null };
    }
    case 'completed':
      return {
        progress: job.total,
        status: 'completed',
        message: `Completed at ${jobTimeOf(job.completedAt ?? job.queuedAt)}`,
        results: job.results,
      };
  }
}
