// Scenario 29: too much in too little time. The headers count down, then the service refuses and says when to come back.
// Using a limit up takes switches that only the sandbox has.
import { describe, expect } from 'vitest';
import type { Answer } from '../support/client.ts';
import type { JobStatus } from '../support/records.ts';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios({ limits: 'real' });
const SANDBOX = { needs: ['writes', 'sandbox'] } as const;

const UPDATES_OF_ONE_TICKET = 30;
const JOBS_AT_ONCE = 30;

describe('rate limits', () => {
  scenario(
    'thirty updates of one ticket pass, the next is refused until ten minutes are over',
    async (desk) => {
      const { id } = await desk.ticket();
      const other = await desk.ticket();
      const left: number[] = [];
      for (let count = 1; count <= UPDATES_OF_ONE_TICKET; count += 1) {
        const { status, headers } = await desk.ask('UpdateTicket', {
          ticket_id: id,
          body: { ticket: { subject: `[assay] ${String(count)}` } },
        });
        expect(status).toBe(200);
        // Recordings of 2023 spell the name with one more dash.
        const bucket =
          headers.get('zendesk-ratelimit-per-ticket-updates') ??
          headers.get('zendesk-rate-limit-per-ticket-updates');
        left.push(Number(/remaining=(\d+)/.exec(bucket ?? '')?.[1]));
      }

      const { status, headers } = await desk.ask('UpdateTicket', {
        ticket_id: id,
        body: { ticket: { subject: '[assay] 31' } },
      });

      expect(left, 'the header counts down').toEqual(
        left.map((_, index) => UPDATES_OF_ONE_TICKET - 1 - index),
      );
      expect(status).toBe(429);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await desk.show(id)).subject).toBe(`[assay] ${String(UPDATES_OF_ONE_TICKET)}`);
      await desk.update(other.id, { priority: 'high' });
      await desk.pass(Number(headers.get('retry-after')));
      expect((await desk.update(id, { subject: '[assay] late' })).subject).toBe('[assay] late');
    },
    SANDBOX,
  );

  scenario(
    'every answer tells what is left of the minute, and each request takes one',
    async (desk) => {
      const left: number[] = [];
      for (let count = 0; count < 4; count += 1) {
        const { headers } = await desk.ask('CountTickets');
        const [limit, remaining] = [
          headers.get('x-rate-limit'),
          headers.get('x-rate-limit-remaining'),
        ];
        expect(Number(remaining)).toBeLessThan(Number(limit));
        expect(Number(remaining)).toBeGreaterThanOrEqual(0);
        left.push(Number(remaining));
      }

      // One of the steps may fall on the end of a minute.
      const steps = left.slice(1).map((count, index) => (left[index] ?? 0) - count);
      expect(steps.filter((step) => step === 1).length).toBeGreaterThanOrEqual(2);
    },
    SANDBOX,
  );

  scenario(
    'the minute of the whole account is used up at some point, for refusals too, and begins anew',
    async (desk) => {
      await desk.pass(60);
      const { headers } = await desk.ask('CountTickets');
      const limit = Number(headers.get('x-rate-limit'));
      let refusal: Answer<unknown> | undefined;
      // Twice, since the minute may end in between.
      for (let count = 0; count <= 2 * limit && refusal === undefined; count += 1) {
        const answer = await desk.ask('ShowTicket', { ticket_id: 999_999_999 });
        if (answer.status === 429) refusal = answer;
        else expect(answer.status).toBe(404);
      }

      expect(refusal?.headers.get('x-rate-limit-remaining')).toBe('0');
      expect(Number(refusal?.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(refusal?.body).toMatchObject({ error: 'APIRateLimitExceeded' });
      await desk.pass(60);
      expect((await desk.ask('CountTickets')).status).toBe(200);
    },
    SANDBOX,
  );

  scenario(
    'an account exports ten times a minute',
    async (desk) => {
      await desk.pass(60);
      const request = { query: { start_time: 1, per_page: 1 } };
      let passed = 0;
      // Twice, since the minute may end in between.
      while (
        passed <= 20 &&
        (await desk.ask('IncrementalTicketExportCursor', request)).status === 200
      )
        passed += 1;

      expect(passed).toBeGreaterThanOrEqual(10);
      expect(passed).toBeLessThanOrEqual(20);
    },
    SANDBOX,
  );

  scenario(
    'thirty jobs wait at once, and one more when one is done',
    async (desk) => {
      await desk.pass(60);
      const { id } = await desk.ticket();
      const request = { query: { ids: id }, body: { ticket: { additional_tags: ['again'] } } };
      const jobs: JobStatus[] = [];
      for (let count = 0; count < JOBS_AT_ONCE; count += 1)
        jobs.push((await desk.do('TicketsUpdateMany', request)).job_status);

      await desk.refused('TicketsUpdateMany', 429, request);
      for (const job of jobs) await desk.completed(job);

      await desk.do('TicketsUpdateMany', request);
    },
    SANDBOX,
  );
});
