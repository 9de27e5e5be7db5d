// The core of the sandbox over HTTP: making, reading, changing and deleting tickets, with the audits that follow.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startClient, type Client } from './client.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.close());

const KEYS = [
  'url',
  'id',
  'external_id',
  'via',
  'created_at',
  'updated_at',
  'type',
  'subject',
  'raw_subject',
  'description',
  'priority',
  'status',
  'recipient',
  'requester_id',
  'submitter_id',
  'assignee_id',
  'organization_id',
  'group_id',
  'collaborator_ids',
  'follower_ids',
  'email_cc_ids',
  'forum_topic_id',
  'problem_id',
  'has_incidents',
  'is_public',
  'due_at',
  'tags',
  'custom_fields',
  'satisfaction_rating',
  'sharing_agreement_ids',
  'custom_status_id',
  'fields',
  'followup_ids',
  'ticket_form_id',
  'brand_id',
  'allow_channelback',
  'allow_attachments',
  'from_messaging_channel',
];

describe('CreateTicket', () => {
  test('answers 201 with ticket, audit and a Location that ends in .json', async () => {
    const answer = await client.post('/tickets', {
      ticket: { subject: 's', comment: { body: 'b' } },
    });

    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({ ticket: expect.anything(), audit: expect.anything() });
    expect(answer.headers.get('location')).toBe(answer.at('ticket.url'));
    expect(answer.at('ticket.url')).toMatch(/\/api\/v2\/tickets\/\d+\.json$/);
  });

  test('gives all 38 keys in the order of the service, with its defaults', async () => {
    const { adminId, brandId, formId, customStatusIds } = client.sandbox.account;

    const ticket = await client.ticket();

    expect(Object.keys(ticket)).toEqual(KEYS);
    expect(ticket).toMatchObject({
      status: 'new',
      type: null,
      priority: null,
      tags: [],
      requester_id: adminId,
      submitter_id: adminId,
      organization_id: null,
      group_id: null,
      brand_id: brandId,
      ticket_form_id: formId,
      custom_status_id: customStatusIds.new,
      is_public: true,
      allow_attachments: true,
      allow_channelback: false,
      via: { channel: 'api', source: { from: {}, to: {}, rel: null } },
      description: 'b',
    });
  });

  test('writes one audit: the comment, then a Create event per field, ids as strings, null type and priority', async () => {
    const answer = await client.post('/tickets', {
      ticket: { subject: 's', comment: { body: 'b' } },
    });

    const fields = answer.list('audit.events.*.field_name');
    expect(answer.at('audit.events.0.type')).toBe('Comment');
    expect(fields.slice(1, 6)).toEqual(['subject', 'requester_id', 'priority', 'type', 'status']);
    expect(answer.at('audit.events.2.value')).toBe(String(client.sandbox.account.adminId));
    expect(answer.at('audit.events.3.value')).toBeNull();
  });

  test('refuses a ticket without words with 422 and the description field', async () => {
    const answer = await client.post('/tickets', { ticket: { subject: 's' } });

    expect(answer.status).toBe(422);
    expect(answer.at('details.base.0')).toMatchObject({
      description: 'Description: cannot be blank',
      error: 'BlankValue',
      ticket_field_type: 'FieldDescription',
    });
  });

  test('ignores unknown members and names them in a header', async () => {
    const answer = await client.post('/tickets', {
      ticket: { comment: { body: 'b' }, id: 9, wish: 1 },
    });

    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-zendesk-api-warn')).toContain('"ticket.id", "ticket.wish"');
  });

  test('ignores a body that it has no use for, and names what stands in it', async () => {
    const { id } = await client.ticket();

    const deleted = await client.delete(`/tickets/${id}`, { ticket: { id } });
    const emptied = await client.delete(`/tickets/${(await client.ticket()).id}`, {});

    expect([deleted.status, emptied.status]).toEqual([204, 204]);
    expect(deleted.headers.get('x-zendesk-api-warn')).toContain(
      ':action=>"destroy", :unpermitted_keys=>["ticket"]',
    );
    expect(emptied.headers.get('x-zendesk-api-warn')).toBeNull();
  });

  test.each([
    [{ requester_id: 12345 }, 'requester'],
    [{ assignee_id: 12345 }, 'assignee'],
    [{ group_id: 12345 }, 'group'],
    [{ priority: 'extreme' }, 'priority'],
    [{ status: 'lost' }, 'status'],
    [{ type: 5 }, 'type'],
    [{ subject: 5 }, 'subject'],
    [{ tags: [{}] }, 'tags'],
    [{ requester: { email: 'nobody@nowhere.example' } }, 'requester'],
  ])('refuses %j with 422 at %s', async (members, field) => {
    const answer = await client.post('/tickets', {
      ticket: { comment: { body: 'b' }, ...members },
    });

    expect([answer.status, answer.at('details')]).toEqual([422, { [field]: [expect.anything()] }]);
  });

  test('leaves nothing behind when it is refused', async () => {
    const email = 'left-behind@nowhere.example';
    const requester = { name: 'Left Behind', email };
    await client.post('/tickets', {
      ticket: { requester, priority: 'extreme', comment: { body: 'b' } },
    });

    const ticket = await client.ticket({ requester: { ...requester, name: 'Second try' } });
    const shown = await client.get(`/tickets/${ticket.id}?include=users`);
    expect(shown.at('users.*.name')).toContain('Second try');
  });
});

describe('the life of a ticket', () => {
  test('create, show, update, audits, delete, show', async () => {
    const made = await client.ticket({ subject: 'one' });
    const updated = await client.put(`/tickets/${made.id}`, {
      ticket: { subject: 'two', priority: 'high' },
    });
    const audits = await client.get(`/tickets/${made.id}/audits`);
    const gone = await client.delete(`/tickets/${made.id}`, { ticket: { id: made.id } });
    const after = await client.get(`/tickets/${made.id}`);

    expect(updated.body).toEqual({ ticket: expect.anything(), audit: expect.anything() });
    expect(audits.at('audits.-1.events')).toMatchObject([
      { type: 'Change', field_name: 'subject', value: 'two', previous_value: 'one' },
      { type: 'Change', field_name: 'priority', value: 'high', previous_value: null },
    ]);
    expect([gone.status, gone.text, gone.headers.get('content-type')]).toEqual([204, '', null]);
    expect([after.status, after.body]).toEqual([
      404,
      { error: 'RecordNotFound', description: 'Not found' },
    ]);
  });

  test('a change that changes nothing moves no stamp and adds no audit', async () => {
    const made = await client.ticket({ subject: 'same' });

    const answer = await client.put(`/tickets/${made.id}`, { ticket: { subject: 'same' } });

    expect(answer.at('ticket.updated_at')).toBe(made.updated_at);
    expect(answer.at('audit.events')).toEqual([]);
    expect((await client.get(`/tickets/${made.id}/audits/count`)).at('count.value')).toBe(1);
  });

  test('the second of two safe updates with one stamp is a conflict and changes nothing', async () => {
    const made = await client.ticket();
    const change = (priority: string): Record<string, unknown> => ({
      ticket: { priority, safe_update: true, updated_stamp: made.updated_at },
    });

    const first = await client.put(`/tickets/${made.id}`, change('high'));
    const second = await client.put(`/tickets/${made.id}`, change('low'));

    expect([first.status, second.status, second.at('error')]).toEqual([200, 409, 'UpdateConflict']);
    expect((await client.get(`/tickets/${made.id}`)).at('ticket.priority')).toBe('high');
  });
});
