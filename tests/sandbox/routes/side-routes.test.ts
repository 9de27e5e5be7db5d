// Routes beside the 45 operations that clients follow on their own: records that a ticket points at, tickets by whom they
// belong to, figures and ratings, several views at once.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startClient, type Client } from '../client.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.close());

describe('what a ticket points at', () => {
  test.each([
    ['brand_id', 'brands', 'brand'],
    ['ticket_form_id', 'ticket_forms', 'ticket_form'],
    ['custom_status_id', 'custom_statuses', 'custom_status'],
    ['requester_id', 'users', 'user'],
    ['group_id', 'groups', 'group'],
    ['organization_id', 'organizations', 'organization'],
  ])('%s is shown by /%s/{id}, and an id that is none is 404', async (member, path, name) => {
    const { endUserId, agentId } = client.sandbox.account;
    const ticket = await client.ticket({ requester_id: endUserId, assignee_id: agentId });

    const shown = await client.get(`/${path}/${String(ticket[member])}.json`);

    expect(shown.at(`${name}.id`)).toBe(ticket[member]);
    expect((await client.get(`/${path}/1`)).status).toBe(404);
  });

  test('several organizations are shown at once', async () => {
    const ids = (await client.get('/organizations')).list('organizations.*.id');

    const shown = await client.get(`/organizations/show_many?ids=1,${ids.join(',')}`);

    expect(shown.at('organizations.*.id')).toEqual(ids);
  });
});

describe('tickets by whom they belong to', () => {
  test('are listed by requester, assignee, person in copy and organization', async () => {
    const { endUserId, agentId } = client.sandbox.account;
    const made = await client.ticket({
      requester_id: endUserId,
      assignee_id: agentId,
      email_ccs: [{ user_email: 'in-copy@example.com', user_name: 'In Copy' }],
    });
    const copied = (await client.get(`/tickets/${made.id}/email_ccs`)).number('users.0.id');

    for (const path of [
      `/users/${endUserId}/tickets/requested`,
      `/users/${agentId}/tickets/assigned`,
      `/users/${copied}/tickets/ccd`,
      `/organizations/${String(made['organization_id'])}/tickets`,
    ]) {
      const all = await client.get(`${path}?sort_by=id&sort_order=desc`);
      expect(all.at('tickets.0.id'), path).toBe(made.id);
      expect((await client.get(path.replace(/\d+/, '1'))).status, path).toBe(404);
    }
    const assigned = await client.get(`/users/${agentId}/tickets/assigned?page[size]=100`);
    expect(new Set(assigned.list('tickets.*.assignee_id'))).toEqual(new Set([agentId]));
  });
});

describe('figures', () => {
  test('a metric set is shown by its ticket, by its own id and in the list', async () => {
    const { id } = await client.ticket();

    const ofTicket = await client.get(`/tickets/${id}/metrics`);
    const byId = await client.get(`/ticket_metrics/${id}`);
    const listed = await client.get('/ticket_metrics?sort_by=id&sort_order=desc');

    expect(ofTicket.at('ticket_metric')).toMatchObject({ ticket_id: id, reopens: 0 });
    expect(byId.at('ticket_metric')).toEqual(ofTicket.at('ticket_metric'));
    expect(listed.at('ticket_metrics.0')).toEqual(ofTicket.at('ticket_metric'));
  });

  test('a rating is listed and shown once it was given', async () => {
    const { solvedTicketId } = client.sandbox.account;
    const given = await client.post(
      `/tickets/${solvedTicketId}/satisfaction_rating`,
      { satisfaction_rating: { score: 'good' } },
      'endUser',
    );
    const id = given.number('satisfaction_rating.id');

    expect((await client.get(`/satisfaction_ratings/${id}`)).body).toEqual(given.body);
    expect((await client.get('/satisfaction_ratings')).at('satisfaction_ratings.-1')).toEqual(
      given.at('satisfaction_rating'),
    );
    expect((await client.get('/satisfaction_ratings/1')).status).toBe(404);
  });
});

describe('views', () => {
  test('are shown and counted several at once, without those that are none', async () => {
    const { viewId } = client.sandbox.account;
    const counted = await client.get(`/views/${viewId}/count`);

    const shown = await client.get(`/views/show_many?ids=${viewId},1`);
    const counts = await client.get(`/views/count_many?ids=${viewId},1`);
    const compact = await client.get('/views/compact');

    expect(shown.at('views.*.id')).toEqual([viewId]);
    expect(counts.at('view_counts')).toEqual([counted.at('view_count')]);
    expect(compact.at('views.*.id')).toEqual([viewId]);
  });
});

test('a person is found by address, also spelled as email:...', async () => {
  const { endUserId } = client.sandbox.account;

  for (const query of ['erin@customer.example', 'email:erin@customer.example'])
    expect((await client.get(`/users/search?query=${query}`)).at('users.*.id')).toEqual([
      endUserId,
    ]);
});
