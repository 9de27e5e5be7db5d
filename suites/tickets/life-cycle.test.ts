// Scenario 12: from new to closed and beyond: what each status asks for, what reopens a ticket, and how one that is closed
// goes on as another.
import { describe, expect } from 'vitest';
import { changesOf } from '../support/audit-events.ts';
import type { Desk } from '../support/desk.ts';
import { TAG } from '../support/desk.ts';
import type { Person } from '../support/people.ts';
import type { Ticket } from '../support/records.ts';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios();

describe('on its way to being solved', () => {
  scenario(
    'a new ticket opens when somebody is assigned, waits, goes on, and is solved',
    async (desk) => {
      const { id: me } = await desk.me();
      const { id, status } = await desk.ticket();
      const told = [status];

      told.push((await desk.update(id, { assignee_id: me })).status);
      for (const next of ['pending', 'hold', 'open', 'solved', 'open', 'pending', 'solved'])
        told.push((await desk.update(id, { status: next })).status);

      expect(told).toEqual([
        'new',
        'open',
        'pending',
        'hold',
        'open',
        'solved',
        'open',
        'pending',
        'solved',
      ]);
      expect((await desk.show(id)).status).toBe('solved');
      const changes = (await desk.audits(id)).flatMap((audit) => changesOf(audit)['status'] ?? []);
      expect(changes).toEqual(
        told.flatMap((after, index) => (index === 0 ? [] : [told[index - 1], after])),
      );
    },
  );

  scenario(
    'nobody solves what nobody is assigned to, unless the account assigns whoever solves',
    async (desk) => {
      const { id: me } = await desk.me();
      const { id } = await desk.ticket();
      const request = { ticket_id: id, body: { ticket: { status: 'solved', priority: 'high' } } };

      const { status, body } = await desk.ask('UpdateTicket', request);

      const after = await desk.show(id);
      if (status === 200) {
        expect(after).toMatchObject({ status: 'solved', assignee_id: me });
      } else {
        expect(status).toBe(422);
        expect(body).toMatchObject({
          error: 'RecordInvalid',
          details: { base: [{ description: 'Assignee: is required when solving a ticket' }] },
        });
        expect(after).toMatchObject({ status: 'new', priority: null, assignee_id: null });
      }
    },
  );

  scenario(
    'a field that is required to solve is asked for when solving, not before',
    async (desk) => {
      const { account } = desk.sandbox();
      const fieldId = account.textFieldId;
      const field = `/ticket_fields/${String(fieldId)}.json`;
      await desk.beside(`PUT ${field}`, { body: { ticket_field: { required: true } } });
      const { id: me } = await desk.me();
      const { id } = await desk.ticket({ assignee_id: me });
      await desk.update(id, { status: 'pending' });

      const { details } = await desk.refused('UpdateTicket', 422, {
        ticket_id: id,
        body: { ticket: { status: 'solved' } },
      });
      expect(details?.['base']).toContainEqual(
        expect.objectContaining({ ticket_field_id: fieldId }),
      );
      expect((await desk.show(id)).status).toBe('pending');
      const solved = await desk.update(id, {
        status: 'solved',
        custom_fields: [{ id: fieldId, value: 'A-7' }],
      });

      expect(solved.status).toBe('solved');
      await desk.beside(`PUT ${field}`, { body: { ticket_field: { required: false } } });
    },
    { needs: ['writes', 'sandbox'] },
  );

  scenario(
    'a custom status brings its category with it, and a status its own custom status',
    async (desk) => {
      const { customStatusIds } = desk.sandbox().account;
      const { id } = await desk.ticket();

      const escalated = await desk.update(id, { custom_status_id: customStatusIds.escalated });
      const pending = await desk.update(id, { status: 'pending' });

      expect(escalated).toMatchObject({
        status: 'open',
        custom_status_id: customStatusIds.escalated,
      });
      expect(pending).toMatchObject({
        status: 'pending',
        custom_status_id: customStatusIds.pending,
      });
      expect(await desk.show(id)).toMatchObject({
        status: 'pending',
        custom_status_id: customStatusIds.pending,
      });
    },
    { needs: ['writes', 'sandbox'] },
  );
});

describe('words that come with a change of status', () => {
  for (const status of ['pending', 'solved', 'closed'])
    scenario(`are kept when the ticket becomes ${status}`, async (desk) => {
      const { ticket } = await assignedTicket(desk);

      await desk.update(ticket.id, { status, comment: { body: `Now it is ${status}.` } });

      expect((await desk.show(ticket.id)).status).toBe(status);
      expect((await desk.comments(ticket.id)).at(-1)?.body).toBe(`Now it is ${status}.`);
    });
});

describe('assigning', () => {
  scenario(
    'an agent outside the group cannot be assigned with it',
    async (desk) => {
      const { agentId, otherGroupId } = desk.sandbox().account;
      const { id } = await desk.ticket();

      const { details } = await desk.refused('UpdateTicket', 422, {
        ticket_id: id,
        body: { ticket: { assignee_id: agentId, group_id: otherGroupId } },
      });

      expect(details).toHaveProperty('assignee');
      expect(await desk.show(id)).toMatchObject({ assignee_id: null });
    },
    { needs: ['writes', 'sandbox'] },
  );

  scenario('without a group brings the group of the agent', async (desk) => {
    const { id: me, groupId } = await desk.me();
    const { id } = await desk.ticket();

    await desk.update(id, { assignee_id: me });

    expect(await desk.show(id)).toMatchObject({
      assignee_id: me,
      group_id: groupId,
      status: 'open',
    });
  });
});

describe('an answer of the customer', () => {
  for (const status of ['pending', 'hold', 'solved'])
    scenario(`reopens a ticket that is ${status}`, async (desk) => {
      const { ticket, customer } = await assignedTicket(desk);
      await desk.update(ticket.id, { status });

      await answer(desk, customer, ticket.id);

      expect((await desk.show(ticket.id)).status).toBe('open');
      expect((await desk.comments(ticket.id)).at(-1)).toMatchObject({
        author_id: customer.id,
        public: true,
      });
    });

  scenario('of an agent leaves the status alone', async (desk) => {
    const { ticket } = await assignedTicket(desk);
    await desk.update(ticket.id, { status: 'pending' });

    await desk.update(ticket.id, { comment: { body: 'Still waiting for you.' } });

    expect((await desk.show(ticket.id)).status).toBe('pending');
  });
});

describe('a closed ticket', () => {
  scenario('takes no change any more, but is there to be read', async (desk) => {
    const { ticket } = await assignedTicket(desk);
    await desk.update(ticket.id, { status: 'solved' });
    const closed = await desk.update(ticket.id, { status: 'closed' });
    const audits = await desk.audits(ticket.id);

    for (const change of [
      { status: 'open' },
      { comment: { body: 'One more thing.' } },
      { assignee_id: null },
    ])
      expect(
        (
          await desk.refused('UpdateTicket', 422, {
            ticket_id: ticket.id,
            body: { ticket: change },
          })
        ).details,
      ).toHaveProperty('status');

    expect(closed.status).toBe('closed');
    expect(await desk.show(ticket.id)).toMatchObject({
      status: 'closed',
      updated_at: closed.updated_at,
    });
    expect(await desk.comments(ticket.id)).toHaveLength(1);
    expect(await desk.audits(ticket.id)).toEqual(audits);
  });

  scenario('is followed by another that knows where it comes from', async (desk) => {
    const { ticket: source } = await assignedTicket(desk, {
      subject: 'Broken',
      tags: ['inherited'],
    });
    await desk.update(source.id, { status: 'closed' });

    const { ticket } = await desk.do('CreateTicket', {
      body: { ticket: { via_followup_source_id: source.id, comment: { body: 'Broken again.' } } },
    });
    desk.keep(ticket.id);

    expect(ticket.via.source).toMatchObject({ rel: 'follow_up', from: { ticket_id: source.id } });
    expect(ticket.tags).toEqual(expect.arrayContaining(['inherited', TAG]));
    expect((await desk.show(source.id)).followup_ids).toEqual([ticket.id]);
    const { ticket_related: related } = await desk.do('TicketRelatedInformation', {
      ticket_id: ticket.id,
    });
    expect(related.followup_source_ids).toEqual([String(source.id)]);
  });
});

describe('deleting', () => {
  for (const status of ['open', 'pending', 'hold', 'solved', 'closed'])
    scenario(`removes a ticket that is ${status}`, async (desk) => {
      const { ticket } = await assignedTicket(desk);
      await desk.update(ticket.id, { status });

      await desk.do('DeleteTicket', { ticket_id: ticket.id });

      await desk.refused('ShowTicket', 404, { ticket_id: ticket.id });
    });
});

interface Asked {
  readonly ticket: Ticket;
  readonly customer: Person;
}

async function assignedTicket(
  desk: Desk,
  input: Readonly<Record<string, unknown>> = {},
): Promise<Asked> {
  const { id: me } = await desk.me();
  const customer = await desk.endUser();
  const ticket = await desk.ticket({ ...input, requester_id: customer.id, assignee_id: me });
  return { ticket, customer };
}

async function answer(desk: Desk, customer: Person, ticketId: number): Promise<void> {
  const { status, text } = await desk.beside(`PUT /requests/${String(ticketId)}.json`, {
    as: customer.caller,
    body: { request: { comment: { body: 'It is back.' } } },
  });
  expect(status, text).toBe(200);
}
