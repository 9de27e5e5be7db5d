// X, calls, skills: tickets that begin elsewhere and agents they are meant for.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startClient, type Client } from '../client.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.close());

describe('a post on X', () => {
  test('becomes a ticket of its author, and tells the status of its comment', async () => {
    const { monitoredTwitterHandleId: handle, adminId } = client.sandbox.account;
    const made = await client.post('/channels/twitter/tickets', {
      ticket: {
        twitter_status_message_id: '8605426295771136',
        monitored_twitter_handle_id: handle,
      },
    });
    const shown = await client.get(made.headers.get('location') ?? '');
    const commentId = (await client.get(`/tickets/${shown.number('ticket.id')}/comments`)).number(
      'comments.0.id',
    );
    const statuses = (query: string): ReturnType<Client['get']> =>
      client.get(`/channels/twitter/tickets/${commentId}/statuses${query}`);

    expect(made.status).toBe(201);
    expect(shown.at('ticket')).toMatchObject({
      submitter_id: adminId,
      via: { channel: 'twitter', source: { rel: 'mention' } },
      allow_channelback: true,
    });
    expect((await statuses('')).at('statuses')).toEqual([
      { id: commentId, favorited: false, retweeted: false, user_followed: false },
    ]);
    expect((await statuses('?ids=1,2')).at('statuses')).toEqual([]);
  });

  test('of an unwatched account is a 404, without its ids a 422', async () => {
    const tweet = (ticket: unknown): ReturnType<Client['post']> =>
      client.post('/channels/twitter/tickets', { ticket });

    expect(
      (await tweet({ twitter_status_message_id: 1, monitored_twitter_handle_id: 1 })).status,
    ).toBe(404);
    expect((await tweet({ twitter_status_message_id: 1 })).status).toBe(422);
    expect(
      (await tweet({ twitter_status_message_id: 'x', monitored_twitter_handle_id: 1 })).status,
    ).toBe(422);
    expect((await client.post('/channels/twitter/tickets', {})).status).toBe(400);
  });

  test('other comments have no statuses, unknown ones are a 404', async () => {
    const { threadTicketId } = client.sandbox.account;
    const commentId = (await client.get(`/tickets/${threadTicketId}/comments`)).number(
      'comments.0.id',
    );

    expect(
      (await client.get(`/channels/twitter/tickets/${commentId}/statuses`)).at('statuses'),
    ).toEqual([]);
    expect((await client.get('/channels/twitter/tickets/1/statuses')).status).toBe(404);
  });
});

describe('a call', () => {
  const voice_comment = {
    from: '+1 555 0100',
    to: '+1 555 0101',
    recording_url: 'https://recordings.example/1.mp3',
    started_at: '2026-01-01T10:00:00Z',
    call_duration: 40,
    answered_by_id: 28,
    location: 'Dublin',
  };

  test.each([
    [44, 'voicemail'],
    [45, 'inbound'],
    [46, 'outbound'],
  ])('of kind %i becomes a ticket: %s', async (via_id, rel) => {
    const made = await client.post('/channels/voice/tickets', {
      ticket: { via_id, subject: 'Call', voice_comment },
    });

    expect([made.status, made.at('ticket.via.channel'), made.at('ticket.via.source.rel')]).toEqual([
      201,
      'voice',
      rel,
    ]);
    expect(made.at('audit.events.0')).toMatchObject({
      type: 'VoiceComment',
      data: { from: '+1 555 0100', call_duration: 40 },
    });
    const comments = await client.get(`/tickets/${made.number('ticket.id')}/comments`);
    expect(comments.at('comments.0')).toMatchObject({
      type: 'VoiceComment',
      formatted_from: '+1 555 0100',
    });
  });

  test('may be told in words alone', async () => {
    const made = await client.post('/channels/voice/tickets', {
      display_to_agent: client.sandbox.account.agentId,
      ticket: { via_id: 45, comment: { body: 'x' } },
    });

    expect([made.status, made.at('audit.events.0.type')]).toEqual([201, 'Comment']);
  });

  test.each([
    [{ ticket: { comment: { body: 'x' } } }, 'via'],
    [{ ticket: { via_id: 47, comment: { body: 'x' } } }, 'via'],
    [{ ticket: { via_id: 44, comment: { body: 'x' } } }, 'voice_comment'],
    [{ ticket: { via_id: 44, voice_comment: { from: 'x' } } }, 'voice_comment'],
    [{ ticket: { via_id: 45, voice_comment: { call_duration: -1 } } }, 'voice_comment'],
    [{ display_to_agent: 1, ticket: { via_id: 45, comment: { body: 'x' } } }, 'display_to_agent'],
  ])('%j is a 422 at %s', async (body, field) => {
    const answer = await client.post('/channels/voice/tickets', body);

    expect([answer.status, Object.keys(answer.at('details') as object)[0]]).toEqual([422, field]);
  });
});

test('a ticket pops up for an agent; unknown agents and tickets are a 404', async () => {
  const { agentId, endUserId, openTicketId } = client.sandbox.account;
  const display = async (agent: number, ticket: number): Promise<number> =>
    (await client.post(`/channels/voice/agents/${agent}/tickets/${ticket}/display`)).status;

  expect(await display(agentId, openTicketId)).toBe(200);
  expect(await display(endUserId, openTicketId)).toBe(404);
  expect(await display(agentId, 999_999)).toBe(404);
});

test('skills are replaced as a set, unknown ones passed over, and told in the audits', async () => {
  const { attributeValueIds } = client.sandbox.account;
  const [english = '', french = ''] = attributeValueIds;
  const { id } = await client.ticket();
  const path = `/routing/tickets/${id}/instance_values`;
  const set = (ids: unknown): ReturnType<Client['post']> =>
    client.post(path, { attribute_value_ids: ids });

  expect((await client.get(path)).at('attribute_values')).toEqual([]);
  expect((await set([english, 'unknown'])).at('attribute_values.*.name')).toEqual(['English']);
  expect((await set([french])).at('attribute_values.*.id')).toEqual([french]);
  expect((await set([french, french])).at('attribute_values.*.id')).toEqual([french]);
  expect((await client.get(path)).at('attribute_values.*.id')).toEqual([french]);
  expect((await set([])).at('attribute_values')).toEqual([]);
  expect((await set('english')).status).toBe(400);
  expect(
    (await client.get(`/tickets/${id}/audits`)).list('audits.*.events.*.type').slice(1),
  ).toEqual([
    ['AssociateAttValsEvent'],
    ['AssociateAttValsEvent', 'DisassociateAttValsEvent'],
    ['DisassociateAttValsEvent'],
  ]);
});

test('the same skills in another order are no change', async () => {
  const { attributeValueIds } = client.sandbox.account;
  const { id } = await client.ticket();
  const path = `/routing/tickets/${id}/instance_values`;
  await client.post(path, { attribute_value_ids: attributeValueIds });

  await client.post(path, { attribute_value_ids: [...attributeValueIds].reverse() });

  expect((await client.get(path)).at('attribute_values.*.id')).toEqual(attributeValueIds);
  expect((await client.get(`/tickets/${id}/audits`)).at('count')).toBe(2);
});
