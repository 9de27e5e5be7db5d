// Scenario 1: a ticket is made, shown, changed and deleted, and its history tells of every step.
import { describe, expect } from 'vitest';
import { changesOf, createdFields } from '../support/audit-events.ts';
import { PREFIX } from '../support/desk.ts';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios();

describe('a ticket from its creation to its deletion', () => {
  scenario(
    'creating answers 201 with the ticket, its first audit and where it is',
    async (desk) => {
      const input = desk.marked({ subject: 'Printer on fire', priority: 'high', type: 'incident' });

      const { status, headers, body } = await desk.ask('CreateTicket', { body: { ticket: input } });
      desk.keep(body.ticket.id);

      expect(status).toBe(201);
      const { ticket, audit } = body;
      expect(ticket).toMatchObject({ ...withoutComment(input), status: 'new' });
      expect(headers.get('location')).toBe(
        `${desk.origin}/api/v2/tickets/${String(ticket.id)}.json`,
      );
      expect(ticket.url).toBe(headers.get('location'));
      expect(audit.ticket_id).toBe(ticket.id);
      const located = await desk.do('ShowTicket', { url: ticket.url, ticket_id: ticket.id });
      expect(located.ticket).toEqual({
        ...ticket,
        updated_at: located.ticket.updated_at,
        generated_timestamp: located.ticket.generated_timestamp,
      });
    },
  );

  scenario('each ticket gets a number of its own and keeps it', async (desk) => {
    const first = await desk.ticket({ subject: 'The first' });
    const second = await desk.ticket({ subject: 'The second' });

    expect(second.id).toBeGreaterThan(first.id);
    expect(await desk.show(first.id)).toMatchObject({
      id: first.id,
      subject: `${PREFIX} The first`,
    });
    expect(await desk.show(second.id)).toMatchObject({
      id: second.id,
      subject: `${PREFIX} The second`,
    });
  });

  scenario(
    'the first audit begins with the comment and tells every field that was set',
    async (desk) => {
      const { body } = await desk.ask('CreateTicket', {
        body: { ticket: desk.marked({ priority: 'low' }) },
      });
      desk.keep(body.ticket.id);
      const { ticket, audit } = body;

      expect(audit.events[0]).toMatchObject({
        type: 'Comment',
        body: ticket.description,
        public: true,
      });
      expect(createdFields(audit)).toMatchObject({
        subject: ticket.subject,
        requester_id: String(ticket.requester_id),
        priority: 'low',
        type: null,
        status: 'new',
        tags: ticket.tags,
      });
      const [first] = await desk.audits(ticket.id);
      expect(first).toEqual(audit);
    },
  );

  scenario(
    'an update changes what it names, and an audit tells what was there before',
    async (desk) => {
      const before = await desk.ticket({ subject: 'Before', priority: 'low' });
      const audits = await desk.audits(before.id);

      const change = { subject: `${PREFIX} After`, priority: 'urgent', type: 'task' };
      const { ticket, audit } = await desk.do('UpdateTicket', {
        ticket_id: before.id,
        body: { ticket: change },
      });

      expect(ticket).toMatchObject(change);
      expect(changesOf(audit)).toEqual({
        subject: [before.subject, change.subject],
        priority: ['low', 'urgent'],
        type: [null, 'task'],
      });
      const after = await desk.show(before.id);
      expect(after).toEqual({
        ...before,
        ...change,
        raw_subject: change.subject,
        updated_at: after.updated_at,
        generated_timestamp: after.generated_timestamp,
      });
      expect(Date.parse(after.updated_at)).toBeGreaterThanOrEqual(Date.parse(before.updated_at));
      expect(await desk.audits(before.id)).toEqual([...audits, audit]);
      expect(
        (await desk.do('ShowTicketAudit', { ticket_id: before.id, ticket_audit_id: audit.id }))
          .audit,
      ).toEqual(audit);
    },
  );

  scenario('the date that a task is due by can be taken off again', async (desk) => {
    const { id } = await desk.ticket({ type: 'task', due_at: '2031-05-06T07:08:09Z' });

    await desk.update(id, { due_at: null });

    expect(await desk.show(id)).toMatchObject({ type: 'task', due_at: null });
  });

  scenario(
    'any change moves the stamp of the ticket, and what changes nothing does not',
    async (desk) => {
      const { id, ...before } = await desk.ticket({ subject: 'Stamped', priority: 'low' });
      let stamp = before.updated_at;

      for (const change of [
        { subject: `${PREFIX} Restamped` },
        { priority: 'high' },
        { comment: { body: 'Also a change.' } },
      ]) {
        await desk.pass(1);
        await desk.update(id, change);
        const { updated_at } = await desk.show(id);
        expect(Date.parse(updated_at), JSON.stringify(change)).toBeGreaterThan(Date.parse(stamp));
        stamp = updated_at;
      }
      await desk.pass(1);
      await desk.update(id, { priority: 'high' });

      expect((await desk.show(id)).updated_at).toBe(stamp);
    },
  );

  scenario(
    'a deleted ticket is gone from every route, and a second deletion finds nothing',
    async (desk) => {
      const { id, external_id } = await desk.ticket({ external_id: desk.word('gone') });
      const kept = await desk.ticket({ external_id });

      const { status, text } = await desk.ask('DeleteTicket', { ticket_id: id });

      expect([status, text]).toEqual([204, '']);
      for (const operation of [
        'ShowTicket',
        'ListTicketComments',
        'ListAuditsForTicket',
        'ListResourceTags',
        'DeleteTicket',
      ] as const)
        expect(await desk.refused(operation, 404, { ticket_id: id })).toMatchObject({
          error: 'RecordNotFound',
        });
      await desk.refused('UpdateTicket', 404, {
        ticket_id: id,
        body: { ticket: { priority: 'high' } },
      });
      const many = await desk.do('TicketsShowMany', {
        query: { ids: `${String(id)},${String(kept.id)}` },
      });
      expect(many.tickets.map((ticket) => ticket.id)).toEqual([kept.id]);
      const listed = await desk.do('ListTickets', { query: { external_id: external_id ?? '' } });
      expect(listed.tickets.map((ticket) => ticket.id)).toEqual([kept.id]);
    },
  );

  scenario('an audit is found under its own ticket only', async (desk) => {
    const one = await desk.ticket();
    const other = await desk.ticket();
    const [audit] = await desk.audits(one.id);

    await desk.refused('ShowTicketAudit', 404, {
      ticket_id: other.id,
      ticket_audit_id: audit?.id ?? 0,
    });
    await desk.refused('ShowTicketAudit', 404, {
      ticket_id: one.id,
      ticket_audit_id: 9_007_199_254_740,
    });
  });

  scenario(
    'a number that no ticket has is not found, however large',
    async (desk) => {
      for (const ticket_id of ['999999999', '9223372036854775807'])
        expect(await desk.refused('ShowTicket', 404, { ticket_id })).toEqual({
          error: 'RecordNotFound',
          description: 'Not found',
        });
    },
    { needs: [] },
  );
});

function withoutComment(input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([name]) => name !== 'comment'));
}
