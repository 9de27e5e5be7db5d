// Job statuses: each poll of a job moves it on.
import { pollJob } from '../domain/jobs/start-job.ts';
import type { Job } from '../desk/job.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { presentJob } from '../present/job.ts';
import { recordNotFound } from '../refusals/catalogue.ts';

/** GET /job_statuses/{job_id} */
export function showJob(call: Call): Reply {
  const job = call.desk.jobs.get(call.params['job_id'] ?? '');
  if (job === undefined) throw recordNotFound();
  return json(200, presentJob(call.origin, pollJob(call.desk, job)));
}

/** GET /job_statuses: the latest hundred, newest first. */
export function listJobs(call: Call): Reply {
  const jobs = [...call.desk.jobs.values()].reverse().slice(0, 100);
  return json(200, {
    job_statuses: shown(call, jobs),
    next_page: null,
    previous_page: null,
    count: jobs.length,
  });
}

/** GET /job_statuses/show_many */
export function showManyJobs(call: Call): Reply {
  const ids = (call.query.get('ids') ?? '').split(',').map((id) => id.trim());
  const jobs = ids
    .flatMap((id) => call.desk.jobs.get(id) ?? [])
    .map((job) => pollJob(call.desk, job));
  return json(200, {
    job_statuses: shown(call, jobs),
    next_page: null,
    previous_page: null,
    count: jobs.length,
  });
}

function shown({ origin }: Call, jobs: readonly Job[]): readonly unknown[] {
  return jobs.map((job) => presentJob(origin, job)['job_status']);
}
