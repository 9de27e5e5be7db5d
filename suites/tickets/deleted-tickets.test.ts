// Scenario 17: a deleted ticket is kept for a while. It is listed among the deleted, comes back as it was, or is removed for
// good, which happens only where ASSAY_ALLOW_PERMANENT_REMOVAL says so.
import { describe, expect } from 'vitest';
import { changesOf } from '../support/audit-events.ts';
import type { Desk } from '../support/desk.ts';
import type { JobStatus, Ticket } from '../support/records.ts';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios();

describe('a deleted ticket', () => {
  scenario('is listed among the deleted, with who deleted it and what it was', async (desk) => {
    const { id: me } = await desk.me();
    const { id, subject } = await desk.ticket({ subject: 'By mistake', assignee_id: me });

    await desk.do('DeleteTicket', { ticket_id: id });

    const listed = await deletedTickets(desk);
    expect(listed.find((ticket) => ticket.id === id)).toMatchObject({
      id,
      subject,
      actor: { id: me },
      previous_state: 'open',
    });
  });

  scenario('comes back as it was, with its thread, and its history tells both', async (desk) => {
    const { id: me } = await desk.me();
    const { id } = await desk.ticket({
      assignee_id: me,
      tags: ['precious'],
      comment: { body: 'Keep me.' },
    });
    const before = await desk.update(id, { status: 'pending' });
    await desk.do('DeleteTicket', { ticket_id: id });
    await desk.refused('ShowTicket', 404, { ticket_id: id });

    const { status } = await desk.beside(`PUT /deleted_tickets/${String(id)}/restore.json`);

    expect(status).toBe(200);
    const after = await desk.show(id);
    expect(after).toEqual({
      ...before,
      updated_at: after.updated_at,
      generated_timestamp: after.generated_timestamp,
    });
    expect(Date.parse(after.updated_at)).toBeGreaterThanOrEqual(Date.parse(before.updated_at));
    expect(await desk.comments(id)).toMatchObject([{ body: 'Keep me.' }]);
    const steps = (await desk.audits(id)).flatMap((audit) => changesOf(audit)['status'] ?? []);
    expect(steps).toEqual(['open', 'pending', 'pending', 'deleted', 'deleted', 'pending']);
    expect((await deletedTickets(desk)).map((ticket) => ticket.id)).not.toContain(id);
  });

  scenario('that was never deleted cannot be brought back', async (desk) => {
    const { id } = await desk.ticket();

    const { status } = await desk.beside(`PUT /deleted_tickets/${String(id)}/restore.json`);

    expect(status).toBe(404);
  });

  scenario(
    'removed for good is done by a job, and does not come back',
    async (desk) => {
      const { id } = await desk.ticket();
      await desk.do('DeleteTicket', { ticket_id: id });

      const { status, body } = await desk.beside<{ readonly job_status: JobStatus }>(
        `DELETE /deleted_tickets/${String(id)}.json`,
      );

      expect(status).toBe(200);
      expect((await desk.completed(body.job_status)).results).toEqual({ success: true });
      const restored = await desk.beside(`PUT /deleted_tickets/${String(id)}/restore.json`);
      expect(restored.status).toBe(404);
      await desk.refused('ShowTicket', 404, { ticket_id: id });
      expect((await deletedTickets(desk)).map((ticket) => ticket.id)).not.toContain(id);
    },
    { needs: ['writes', 'permanent-removal'] },
  );
});

interface DeletedTicket extends Pick<Ticket, 'id' | 'subject'> {
  readonly actor: { readonly id: number; readonly name: string };
  readonly deleted_at: string;
  readonly previous_state: string;
}

/** The latest of them. */
async function deletedTickets(desk: Desk): Promise<readonly DeletedTicket[]> {
  const { body } = await desk.beside<{ readonly deleted_tickets: readonly DeletedTicket[] }>(
    'GET /deleted_tickets.json',
    {
      query: { sort_by: 'deleted_at', sort_order: 'desc' },
    },
  );
  return body.deleted_tickets;
}
