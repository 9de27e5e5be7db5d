// Faults of jobs: never done, done without effect, going backwards, forgotten, reported wrongly.
import type { Reply } from '../../http/reply.ts';
import { recordNotFound } from '../../refusals/catalogue.ts';
import { answering, around, asking, counter, withoutSaving, withTicketBody } from '../bind.ts';
import { editReply, jsonOf, memberOf } from '../edit-json.ts';
import type { FaultDraft } from '../fault.ts';
import type { Hooks } from '../hooks.ts';

const BULK = [
  'TicketsCreateMany',
  'TicketsUpdateMany',
  'BulkDeleteTickets',
  'MarkManyTicketsAsSpam',
  'MergeTicketsIntoTargetTicket',
  'TicketBulkImport',
] as const;

const statusOf = (reply: Reply): unknown =>
  memberOf(memberOf(jsonOf(reply), 'job_status'), 'status');

/** Faults of jobs. */
export const JOB_FAULTS: readonly FaultDraft[] = [
  {
    name: 'job-never-completed',
    operations: ['ShowJobStatus'],
    shows: 'second',
    sentence: 'A job works for ever.',
    how: () =>
      answering(['ShowJobStatus'], (reply) =>
        editReply(reply, 'job_status', (job) => ({
          ...(job as object),
          status: 'working',
          results: null,
        })),
      ),
  },
  {
    name: 'job-goes-backwards',
    operations: ['ShowJobStatus'],
    shows: 'second',
    sentence: 'A completed job, asked again, is working.',
    how: (): Hooks => {
      const seen = counter();
      return answering(['ShowJobStatus'], (reply, call) =>
        statusOf(reply) === 'completed' && seen(call.params['job_id'] ?? '') > 0
          ? editReply(reply, 'job_status', (job) => ({
              ...(job as object),
              status: 'working',
              results: null,
            }))
          : reply,
      );
    },
  },
  {
    name: 'job-forgotten-after-first-poll',
    operations: ['ShowJobStatus'],
    shows: 'second',
    sentence: 'A job is not found at the second poll.',
    how: (): Hooks => {
      const seen = counter();
      return around(['ShowJobStatus'], (call, next) => {
        if (seen(call.params['job_id'] ?? '') > 0) throw recordNotFound();
        return next(call);
      });
    },
  },
  {
    name: 'job-without-effect',
    operations: ['TicketsUpdateMany'],
    shows: 'always',
    sentence: 'A bulk update is reported as done and changes nothing.',
    how: () =>
      around(['TicketsUpdateMany'], (call, next) => {
        const reply = withoutSaving(call, next);
        const id = memberOf(memberOf(jsonOf(reply), 'job_status'), 'id') as string;
        const ids = (call.query.get('ids') ?? '').split(',').map(Number);
        const results = ids.map((ticketId) => ({
          action: 'update',
          status: 'Updated',
          success: true,
          id: ticketId,
        }));
        const now = call.desk.clock.now();
        call.desk.jobs.set(id, {
          id,
          type: 'Bulk Update Ticket',
          verb: 'Updating ticket',
          total: ids.length,
          results,
          stage: 'queued',
          queuedAt: now,
          completedAt: null,
          polls: 0,
        });
        return reply;
      }),
  },
  {
    name: 'bulk-delete-spares-last',
    operations: ['BulkDeleteTickets'],
    shows: 'pair',
    sentence: 'Of several tickets to delete the last one is spared.',
    how: () =>
      around(['BulkDeleteTickets'], (call, next) => {
        const ids = (call.query.get('ids') ?? '').split(',').map(Number);
        const last = call.desk.tickets.get(ids.at(-1) ?? 0);
        const reply = next(call);
        if (ids.length > 1 && last !== undefined) call.desk.tickets.set(last.id, last);
        return reply;
      }),
  },
  {
    name: 'bulk-tags-replace',
    operations: ['TicketsUpdateMany'],
    shows: 'edge',
    sentence: 'Tags to add in bulk replace those that are there.',
    how: () =>
      asking(['TicketsUpdateMany'], (call) =>
        withTicketBody(call, ({ additional_tags: added, ...ticket }) =>
          added === undefined ? ticket : { ...ticket, tags: added },
        ),
      ),
  },
  {
    name: 'job-results-share-an-index',
    operations: ['ShowJobStatus'],
    shows: 'pair',
    sentence: 'Every result of a job has the index 0.',
    how: () =>
      answering(['ShowJobStatus'], (reply) =>
        editReply(reply, 'job_status.results.*.index', () => 0),
      ),
  },
  {
    name: 'failure-reported-as-success',
    operations: ['ShowJobStatus'],
    shows: 'edge',
    sentence: 'A ticket that could not be changed is reported as changed.',
    how: () =>
      answering(['ShowJobStatus'], (reply) =>
        editReply(reply, 'job_status.results.*', (result) =>
          memberOf(result, 'error') === undefined
            ? result
            : {
                action: 'update',
                status: 'Updated',
                success: true,
                id: memberOf(result, 'id') ?? 0,
              },
        ),
      ),
  },
  {
    name: 'job-done-when-queued',
    operations: [...BULK],
    shows: 'always',
    sentence: 'The answer that queues a job says that it is completed, without results.',
    how: () => answering(BULK, (reply) => editReply(reply, 'job_status.status', () => 'completed')),
  },
  {
    name: 'retry-after-missing',
    operations: ['*'],
    shows: 'second',
    sentence: 'A request beyond the limit is refused without saying when to come back.',
    how: () => ({
      reply: (_request, reply) => {
        if (reply.status !== 429) return reply;
        const kept = Object.entries(reply.headers).filter(([name]) => name !== 'retry-after');
        return { ...reply, headers: Object.fromEntries(kept) };
      },
    }),
  },
  {
    name: 'limit-per-ticket-not-kept',
    operations: ['UpdateTicket'],
    shows: 'second',
    sentence: 'One ticket can be changed more than thirty times in ten minutes.',
    how: () => ({ isUnlimited: (operation) => operation === 'UpdateTicket' }),
  },
];
