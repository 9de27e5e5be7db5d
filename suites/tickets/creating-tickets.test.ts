// Scenarios 2 and 4: what a ticket gets when little is said about it, what it keeps of what is said, and how the person
// who asks is found or made.
import { describe, expect } from 'vitest';
import { createdFields } from '../support/audit-events.ts';
import { PREFIX, TAG } from '../support/desk.ts';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios();

describe('what a new ticket is when nothing else is said', () => {
  scenario(
    'a comment is enough: new, of no type and priority, asked by the caller',
    async (desk) => {
      const me = await desk.me();

      const { ticket, audit } = await desk.do('CreateTicket', {
        body: { ticket: { comment: { body: `${PREFIX} only this` } } },
      });
      desk.keep(ticket.id);

      expect(ticket).toMatchObject({
        status: 'new',
        type: null,
        priority: null,
        external_id: null,
        assignee_id: null,
        problem_id: null,
        due_at: null,
        tags: [],
        collaborator_ids: [],
        follower_ids: [],
        email_cc_ids: [],
        followup_ids: [],
        requester_id: me.id,
        submitter_id: me.id,
        description: `${PREFIX} only this`,
        is_public: true,
        has_incidents: false,
        via: { channel: 'api', source: { rel: null } },
      });
      expect(createdFields(audit)).toMatchObject({ priority: null, type: null, status: 'new' });
      await desk.do('PutTagsTicket', { ticket_id: ticket.id, body: { tags: [TAG] } });
    },
  );

  scenario('the old form, a description in place of a comment, is taken too', async (desk) => {
    const { ticket } = await desk.do('CreateTicket', {
      body: { ticket: { subject: `${PREFIX} test`, description: 'the old way', tags: [TAG] } },
    });
    desk.keep(ticket.id);

    expect(ticket).toMatchObject({ subject: `${PREFIX} test`, description: 'the old way' });
    expect(await desk.comments(ticket.id)).toMatchObject([{ body: 'the old way', public: true }]);
  });

  scenario('members that nobody knows are left out, and the answer warns of them', async (desk) => {
    const { headers, status, body } = await desk.ask('CreateTicket', {
      body: { ticket: desk.marked({ colour: 'red' }) },
    });
    desk.keep(body.ticket.id);

    expect(status).toBe(201);
    expect(headers.get('x-zendesk-api-warn')).toContain('colour');
    expect(body.ticket).not.toHaveProperty('colour');
  });
});

describe('what a new ticket keeps of what is said', () => {
  scenario(
    'every member that was given is there, and is there again when it is read',
    async (desk) => {
      const agent = await desk.me();
      const customer = await desk.endUser();
      const said = {
        subject: 'Everything at once',
        external_id: desk.word('order'),
        type: 'task',
        priority: 'urgent',
        status: 'open',
        due_at: '2031-05-06T07:08:09Z',
        requester_id: customer.id,
        assignee_id: agent.id,
        group_id: agent.groupId,
        tags: ['first_tag', 'second_tag'],
      };

      const ticket = await desk.ticket({ ...said, comment: { body: 'All of it.' } });

      const kept = {
        ...said,
        subject: `${PREFIX} ${said.subject}`,
        tags: expect.arrayContaining([...said.tags, TAG]),
        description: 'All of it.',
        submitter_id: agent.id,
      };
      expect(ticket).toMatchObject(kept);
      expect(await desk.show(ticket.id)).toMatchObject(kept);
      const [audit] = await desk.audits(ticket.id);
      expect(audit && createdFields(audit)).toMatchObject({
        type: 'task',
        priority: 'urgent',
        status: 'open',
        requester_id: String(customer.id),
        assignee_id: String(agent.id),
        group_id: String(agent.groupId),
      });
    },
  );

  scenario('a new ticket that somebody is assigned to is open', async (desk) => {
    const { id } = await desk.me();

    const ticket = await desk.ticket({ assignee_id: id });

    expect(ticket).toMatchObject({ assignee_id: id, status: 'open' });
    expect(ticket.group_id).not.toBeNull();
  });

  scenario(
    'custom fields hold what was put into them, the others stay empty',
    async (desk) => {
      const { account } = desk.sandbox();
      const { textFieldId, dropdownFieldId } = account;
      const [value = ''] = account.dropdownValues;

      const ticket = await desk.ticket({ custom_fields: [{ id: textFieldId, value: 'A-42' }] });
      const later = await desk.update(ticket.id, {
        custom_fields: [{ id: dropdownFieldId, value }],
      });

      expect(ticket.custom_fields).toContainEqual({ id: textFieldId, value: 'A-42' });
      expect(ticket.custom_fields).toContainEqual({ id: dropdownFieldId, value: null });
      expect(later.custom_fields, 'fields are merged by their number').toEqual(
        expect.arrayContaining([
          { id: textFieldId, value: 'A-42' },
          { id: dropdownFieldId, value },
        ]),
      );
      expect(later.tags, 'the choice of a dropdown is a tag too').toContain(value);
      expect((await desk.show(ticket.id)).custom_fields).toEqual(later.custom_fields);
    },
    { needs: ['writes', 'sandbox'] },
  );

  scenario('metadata is kept in the audit of the request that brought it', async (desk) => {
    const { ticket, audit } = await desk.do('CreateTicket', {
      body: { ticket: desk.marked({ metadata: { time_spent: '4m12s' } }) },
    });
    desk.keep(ticket.id);

    expect(audit.metadata.custom).toEqual({ time_spent: '4m12s' });
    const [read] = await desk.audits(ticket.id);
    expect(read?.metadata.custom).toEqual({ time_spent: '4m12s' });
  });

  scenario('text in any script comes back as it was written', async (desk) => {
    const text = 'Grüße, 你好, \u{1F3AB} "quoted" \\ back & forth\nnext line';

    const { id, subject, description } = await desk.ticket({
      subject: 'Grüße, 你好, \u{1F3AB}',
      comment: { body: text },
    });

    expect([subject, description]).toEqual([`${PREFIX} Grüße, 你好, \u{1F3AB}`, text]);
    const [comment] = await desk.comments(id);
    expect(comment?.body).toBe(text);
  });

  // Nobody has written down whether these are taken; a service that takes them keeps them, and none may break down.
  for (const { what, members } of [
    { what: 'an empty subject', members: { subject: '' } },
    { what: 'an outside id of 256 characters', members: { external_id: 'x'.repeat(256) } },
  ])
    scenario(`${what} is kept as it is, or refused`, async (desk) => {
      const input = { ...desk.marked(), ...members };

      const { status, body } = await desk.ask('CreateTicket', { body: { ticket: input } });

      expect([201, 422]).toContain(status);
      if (status !== 201) return;
      desk.keep(body.ticket.id);
      expect(await desk.show(body.ticket.id)).toMatchObject(members);
    });
});

describe('who asked', () => {
  scenario('a person not known yet is made, and found by e-mail from then on', async (desk) => {
    const email = `${desk.word('assay')}@example.com`;

    const first = await desk.ticket({ requester: { name: 'Assay Newcomer', email } });
    desk.keepUser(first.requester_id);
    const second = await desk.ticket({ requester: { name: 'Another Name', email } });

    const { body } = await desk.beside<{ readonly user: object }>(
      `GET /users/${String(first.requester_id)}.json`,
    );
    expect(body.user).toMatchObject({ name: 'Assay Newcomer', email, role: 'end-user' });
    expect(second.requester_id, 'the same e-mail is the same person').toBe(first.requester_id);
    const me = await desk.me();
    expect(first.submitter_id).toBe(me.id);
    const [comment] = await desk.comments(first.id);
    expect(comment?.author_id, 'who submits it says the first words').toBe(me.id);
  });

  scenario('a person not known yet may ask for something that waits already', async (desk) => {
    const email = `${desk.word('assay')}@example.com`;

    const ticket = await desk.ticket({
      requester: { name: 'Assay Newcomer', email },
      status: 'pending',
    });
    desk.keepUser(ticket.requester_id);

    expect(await desk.show(ticket.id)).toMatchObject({
      requester_id: ticket.requester_id,
      status: 'pending',
    });
  });

  scenario('a person not known yet needs a name, and nothing is made without', async (desk) => {
    const externalId = desk.word('nameless');
    const input = desk.marked({
      external_id: externalId,
      requester: { name: '', email: `${externalId}@example.com` },
    });

    const { error, details } = await desk.refused('CreateTicket', 422, { body: { ticket: input } });

    expect(error).toBe('RecordInvalid');
    expect(details).toHaveProperty('requester');
    const { tickets } = await desk.do('ListTickets', { query: { external_id: externalId } });
    expect(tickets).toEqual([]);
  });

  scenario('a requester that exists asks by number, and can be changed later', async (desk) => {
    const one = await desk.endUser('Assay One');
    const other = await desk.endUser('Assay Other');

    const { id, requester_id } = await desk.ticket({ requester_id: one.id });
    await desk.update(id, { requester_id: other.id });

    expect(requester_id).toBe(one.id);
    expect((await desk.show(id)).requester_id).toBe(other.id);
  });
});
