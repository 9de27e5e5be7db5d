// Scenario 16: spam goes, and whoever sent it may not write again. Only where ASSAY_ALLOW_SPAM says so: it suspends people,
// if only such as the scenario made.
import { describe, expect } from 'vitest';
import type { Desk } from '../support/desk.ts';
import type { Person } from '../support/people.ts';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios();
const SPAM = { needs: ['writes', 'spam'] } as const;

describe('marking as spam', () => {
  scenario(
    'removes the ticket and suspends its requester, who can ask for nothing more',
    async (desk) => {
      const spammer = await desk.endUser('Assay Spammer');
      const { id } = await desk.ticket({ subject: 'Cheap pills', requester_id: spammer.id });

      await desk.do('MarkTicketAsSpamAndSuspendRequester', { ticket_id: id, body: {} });

      await desk.refused('ShowTicket', 404, { ticket_id: id });
      expect(await isSuspended(desk, spammer)).toBe(true);
      const { details } = await desk.refused('CreateTicket', 422, {
        body: { ticket: desk.marked({ requester_id: spammer.id }) },
      });
      expect(details?.['requester']?.[0]?.description).toMatch(/is suspended/);
    },
    SPAM,
  );

  scenario(
    'leaves the other tickets and people alone',
    async (desk) => {
      const spammer = await desk.endUser('Assay Spammer');
      const customer = await desk.endUser('Assay Customer');
      const spam = await desk.ticket({ requester_id: spammer.id });
      const ticket = await desk.ticket({ requester_id: customer.id });

      await desk.do('MarkTicketAsSpamAndSuspendRequester', { ticket_id: spam.id, body: {} });

      expect(await desk.show(ticket.id)).toMatchObject({
        status: 'new',
        requester_id: customer.id,
      });
      expect(await isSuspended(desk, customer)).toBe(false);
    },
    SPAM,
  );

  scenario(
    'can be undone for the ticket, but its requester stays suspended',
    async (desk) => {
      const spammer = await desk.endUser('Assay Spammer');
      const { id } = await desk.ticket({ requester_id: spammer.id });
      await desk.do('MarkTicketAsSpamAndSuspendRequester', { ticket_id: id, body: {} });

      const { status } = await desk.beside(`PUT /deleted_tickets/${String(id)}/restore.json`);

      expect(status).toBe(200);
      expect((await desk.show(id)).status).toBe('new');
      expect(await isSuspended(desk, spammer)).toBe(true);
    },
    SPAM,
  );

  scenario(
    'takes many at once, as a job',
    async (desk) => {
      const people = [
        await desk.endUser('Assay Spammer One'),
        await desk.endUser('Assay Spammer Two'),
      ];
      const ids: number[] = [];
      for (const { id } of people) ids.push((await desk.ticket({ requester_id: id })).id);

      const { job_status } = await desk.do('MarkManyTicketsAsSpam', {
        query: { ids: ids.join(',') },
        body: {},
      });
      await desk.completed(job_status);

      for (const ticket_id of ids)
        await desk.eventually(async () => {
          await desk.refused('ShowTicket', 404, { ticket_id });
        });
      for (const person of people)
        await desk.eventually(async () => {
          expect(await isSuspended(desk, person)).toBe(true);
        });
    },
    SPAM,
  );

  scenario(
    'finds no ticket that is not there',
    async (desk) => {
      await desk.refused('MarkTicketAsSpamAndSuspendRequester', 404, {
        ticket_id: 999_999_999,
        body: {},
      });
    },
    SPAM,
  );
});

async function isSuspended(desk: Desk, { id }: Person): Promise<boolean | undefined> {
  const { body } = await desk.beside<{ readonly user: { readonly suspended?: boolean } }>(
    `GET /users/${String(id)}.json`,
  );
  return body.user.suspended;
}
