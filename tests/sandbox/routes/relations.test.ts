// What tickets have to do with each other and with what comes after them: merging, spam, deletion, problems, macros,
// follow-ups, people, ratings.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startClient, type Client } from '../client.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.close());

describe('merging', () => {
  test('closes and tags the sources, comments on both sides, copies people and files', async () => {
    const { otherEndUserId } = client.sandbox.account;
    const upload = await client.send('POST', '/uploads?filename=a.txt', {
      body: 'x',
      headers: { 'content-type': 'text/plain' },
    });
    const source = await client.ticket({
      requester_id: otherEndUserId,
      comment: { body: 'b', uploads: [upload.string('upload.token')] },
    });
    const target = await client.ticket();

    const job = await client.job(
      await client.post(`/tickets/${target.id}/merge`, {
        ids: [source.id],
        source_comment: 'goes on there',
        target_comment: 'came from there',
        target_comment_is_public: true,
      }),
    );

    expect(job.at('job_status.results')).toEqual([
      { action: 'update', id: source.id, status: 'Updated', success: true },
    ]);
    expect((await client.get(`/tickets/${source.id}`)).at('ticket')).toMatchObject({
      status: 'closed',
      tags: ['closed_by_merge'],
    });
    expect((await client.get(`/tickets/${source.id}/comments`)).at('comments.-1')).toMatchObject({
      body: 'goes on there',
      public: false,
    });
    expect((await client.get(`/tickets/${target.id}/comments`)).at('comments.-1')).toMatchObject({
      body: 'came from there',
      public: true,
      attachments: [{ file_name: 'a.txt' }],
    });
    expect((await client.get(`/tickets/${target.id}/email_ccs`)).at('users.*.id')).toEqual([
      otherEndUserId,
    ]);
    const audit = await client.get(`/tickets/${target.id}/audits`);
    expect(audit.at('audits.-1.via')).toMatchObject({
      channel: 'system',
      source: { rel: 'merge', from: { ticket_ids: [source.id] } },
    });
  });

  test('that says nothing and brings nobody leaves the target as it was', async () => {
    const source = await client.ticket();
    const target = await client.ticket();

    await client.job(await client.post(`/tickets/${target.id}/merge`, { ids: [source.id] }));

    expect((await client.get(`/tickets/${source.id}`)).at('ticket.status')).toBe('closed');
    expect((await client.get(`/tickets/${target.id}`)).at('ticket.updated_at')).toBe(
      target.updated_at,
    );
    expect((await client.get(`/tickets/${target.id}/audits`)).at('count')).toBe(1);
  });

  test('speaks in private when one of the tickets is private', async () => {
    const target = await client.ticket();
    const { privateTicketId } = client.sandbox.account;

    await client.post(`/tickets/${target.id}/merge`, {
      ids: [privateTicketId],
      target_comment: 'x',
      target_comment_is_public: true,
    });

    expect((await client.get(`/tickets/${target.id}/comments`)).at('comments.-1.public')).toBe(
      false,
    );
  });

  test('tells in its job which sources it could not take', async () => {
    const target = await client.ticket();
    const { closedTicketId } = client.sandbox.account;

    const job = await client.job(
      await client.post(`/tickets/${target.id}/merge`, {
        ids: [closedTicketId, 999_999, target.id],
      }),
    );

    expect(job.at('job_status.results.*.success')).toEqual([false, false, false]);
    expect(job.at('job_status.results.1.error')).toBe('TicketNotFound');
    expect((await client.get(`/tickets/${target.id}/audits`)).list('audits')).toHaveLength(1);
  });

  test.each([
    {},
    { ids: [] },
    { ids: ['1'] },
    { ids: 1 },
    { ids: [1], source_comment_is_public: 'yes' },
    { ids: Array.from({ length: 101 }, () => 1) },
  ])('refuses %j with 400', async (body) => {
    const { id } = await client.ticket();

    expect((await client.post(`/tickets/${id}/merge`, body)).status).toBe(400);
  });
});

describe('spam', () => {
  test('deletes the ticket and suspends its requester, who cannot ask again', async () => {
    const [id = 0] = client.sandbox.account.spare.spam;
    const requester = (await client.get(`/tickets/${id}`)).number('ticket.requester_id');

    expect((await client.put(`/tickets/${id}/mark_as_spam`)).status).toBe(200);
    expect((await client.get(`/tickets/${id}`)).status).toBe(404);
    const again = await client.post('/tickets', {
      ticket: { requester_id: requester, comment: { body: 'b' } },
    });
    expect([again.status, again.at('details.requester.0.error')]).toEqual([422, 'UserSuspended']);

    expect((await client.put(`/deleted_tickets/${id}/restore`)).status).toBe(200);
    expect((await client.get(`/users/${requester}`)).at('user.suspended')).toBe(true);
  });

  test('is nothing that an agent asked, nor anything closed', async () => {
    const { id } = await client.ticket();

    expect((await client.put(`/tickets/${id}/mark_as_spam`)).status).toBe(422);
    expect(
      (await client.put(`/tickets/${client.sandbox.account.closedTicketId}/mark_as_spam`)).status,
    ).toBe(422);
  });
});

describe('a deleted ticket', () => {
  test('is listed, restored with its status, and told in the audits', async () => {
    const { id } = await client.ticket({ status: 'pending', subject: 'gone' });
    await client.delete(`/tickets/${id}`);
    const listed = await client.get('/deleted_tickets?sort_by=id&sort_order=desc&per_page=1');
    const restored = await client.put(`/deleted_tickets/${id}/restore.json`);

    expect(listed.at('deleted_tickets.0')).toEqual({
      id,
      subject: 'gone',
      actor: { id: client.sandbox.account.adminId, name: 'Ada Admin' },
      deleted_at: expect.any(String) as string,
      previous_state: 'pending',
    });
    expect([restored.status, restored.body]).toEqual([200, {}]);
    expect((await client.get(`/tickets/${id}`)).at('ticket.status')).toBe('pending');
    expect((await client.get(`/tickets/${id}/audits`)).at('audits.*.events.0')).toMatchObject([
      { type: 'Comment' },
      { type: 'Change', field_name: 'status', previous_value: 'pending', value: 'deleted' },
      { type: 'Change', field_name: 'status', previous_value: 'deleted', value: 'pending' },
    ]);
    expect((await client.put(`/deleted_tickets/${id}/restore`)).status).toBe(404);
  });

  test('is gone for good after its permanent deletion, told by a job without a total', async () => {
    const { id } = await client.ticket();
    expect((await client.delete(`/deleted_tickets/${id}`)).status).toBe(404);
    await client.delete(`/tickets/${id}`);

    const queued = await client.delete(`/deleted_tickets/${id}`);
    const job = await client.job(queued);

    expect([
      queued.at('job_status.total'),
      job.at('job_status.progress'),
      job.at('job_status.results'),
    ]).toEqual([null, null, { success: true }]);
    expect((await client.put(`/deleted_tickets/${id}/restore`)).status).toBe(404);
  });

  test('many are restored and destroyed at once', async () => {
    const ids = [(await client.ticket()).id, (await client.ticket()).id].join(',');
    await client.delete(`/tickets/destroy_many?ids=${ids}`);
    expect((await client.put(`/deleted_tickets/restore_many?ids=${ids}`)).status).toBe(200);
    expect((await client.get(`/tickets/show_many?ids=${ids}`)).at('count')).toBe(2);

    await client.delete(`/tickets/destroy_many?ids=${ids}`);
    expect((await client.delete(`/deleted_tickets/destroy_many?ids=${ids}`)).status).toBe(200);
    await client.put(`/deleted_tickets/restore_many?ids=${ids}`);
    expect((await client.get(`/tickets/show_many?ids=${ids}`)).at('count')).toBe(0);
  });
});

describe('problems, macros, follow-ups', () => {
  test('a problem knows its incidents', async () => {
    const { problemTicketId, incidentTicketIds, openTicketId } = client.sandbox.account;

    const incidents = await client.get(`/tickets/${problemTicketId}/incidents`);

    expect(incidents.at('tickets.*.id')).toEqual(incidentTicketIds);
    expect((await client.get(`/tickets/${problemTicketId}`)).at('ticket.has_incidents')).toBe(true);
    expect((await client.get(`/tickets/${openTicketId}/incidents`)).body).toMatchObject({
      tickets: [],
      count: 0,
    });
    expect(
      (await client.get(`/tickets/${problemTicketId}/related`)).at('ticket_related.incidents'),
    ).toBe(2);
  });

  test('related information is wrapped', async () => {
    const { followUpTicketId, closedTicketId, archivedTicketId } = client.sandbox.account;

    const related = await client.get(`/tickets/${followUpTicketId}/related`);

    expect(related.body).toEqual({
      ticket_related: {
        url: expect.any(String) as string,
        topic_id: null,
        jira_issue_ids: [],
        followup_source_ids: [String(closedTicketId)],
        from_archive: false,
        incidents: 0,
      },
    });
    expect((await client.get(`/tickets/${closedTicketId}`)).at('ticket.followup_ids')).toEqual([
      followUpTicketId,
    ]);
    expect(
      (await client.get(`/tickets/${archivedTicketId}/related`)).at('ticket_related.from_archive'),
    ).toBe(true);
  });

  test('a macro is previewed and changes nothing', async () => {
    const { macroId, commentMacroId, inactiveMacroId, openTicketId } = client.sandbox.account;
    const path = `/tickets/${openTicketId}`;
    const before = await client.get(path);

    const solved = await client.get(`${path}/macros/${macroId}/apply`);
    const answered = await client.get(`${path}/macros/${commentMacroId}/apply`);

    expect(solved.at('result.ticket.status')).toBe('solved');
    expect(solved.at('result.ticket.comment')).toBeUndefined();
    expect(answered.at('result.ticket')).toMatchObject({
      priority: 'high',
      tags: ['answered', 'sample', 'seeded', 'support'],
      comment: { public: true, scoped_body: [['channel:all', expect.any(String) as string]] },
    });
    expect((await client.get(path)).text).toBe(before.text);
    expect((await client.get(`${path}/macros/${inactiveMacroId}/apply`)).status).toBe(404);
  });
});

test('collaborators are followers and people in copy together', async () => {
  const { copiedTicketId, otherAgentId, otherEndUserId, openTicketId } = client.sandbox.account;
  const path = `/tickets/${copiedTicketId}`;

  expect((await client.get(`${path}/followers`)).at('users.*.id')).toEqual([otherAgentId]);
  expect((await client.get(`${path}/email_ccs`)).at('users.*.id')).toEqual([otherEndUserId]);
  expect((await client.get(`${path}/collaborators`)).body).toMatchObject({
    count: 2,
    next_page: null,
    previous_page: null,
  });
  expect((await client.get(`/tickets/${openTicketId}/collaborators`)).at('users')).toEqual([]);
  expect((await client.get(`${path}/audits`)).list('audits.0.events.*.type')).toEqual(
    expect.arrayContaining(['FollowerChange', 'EmailCcChange', 'Cc']),
  );
});

describe('a rating', () => {
  const rate = (
    id: number,
    satisfaction: unknown,
    as: 'endUser' | 'otherEndUser' | 'agent' = 'endUser',
  ): ReturnType<Client['post']> =>
    client.post(`/tickets/${id}/satisfaction_rating`, { satisfaction_rating: satisfaction }, as);

  test('is given by the requester of a solved ticket, and replaced by the next', async () => {
    const { solvedTicketId, endUserId } = client.sandbox.account;

    const good = await rate(solvedTicketId, { score: 'good', comment: 'thanks' });
    const bad = await rate(solvedTicketId, { score: 'bad', reason_code: 5 });

    expect(good.at('satisfaction_rating')).toMatchObject({
      score: 'good',
      comment: 'thanks',
      requester_id: endUserId,
      reason: null,
    });
    expect(bad.at('satisfaction_rating.id')).toBe(good.at('satisfaction_rating.id'));
    expect(
      (await client.get(`/tickets/${solvedTicketId}`)).at('ticket.satisfaction_rating'),
    ).toMatchObject({ score: 'bad', reason_id: 5 });
    expect(
      (await client.get(`/tickets/${solvedTicketId}/audits`)).at('audits.-1.events.0.type'),
    ).toBe('SatisfactionRating');
  });

  test('is not for agents, others, unsolved tickets or offers', async () => {
    const { solvedTicketId, openTicketId } = client.sandbox.account;

    expect((await rate(solvedTicketId, { score: 'good' }, 'agent')).status).toBe(403);
    expect((await rate(solvedTicketId, { score: 'good' }, 'otherEndUser')).status).toBe(403);
    expect((await rate(openTicketId, { score: 'good' })).status).toBe(422);
    expect((await rate(solvedTicketId, { score: 'offered' })).status).toBe(422);
    expect((await rate(solvedTicketId, {})).status).toBe(422);
    expect((await rate(solvedTicketId, 'good')).status).toBe(400);
    expect((await rate(999_999, { score: 'good' })).status).toBe(404);
  });
});

describe('requests', () => {
  test('let an end user ask, answer and read what is public', async () => {
    const asked = await client.post(
      '/requests',
      { request: { subject: 's', comment: { body: 'help' } } },
      'endUser',
    );
    const id = asked.number('request.id');
    await client.put(`/tickets/${id}`, {
      ticket: { status: 'pending', comment: { body: 'hush', public: false } },
    });

    const answered = await client.put(
      `/requests/${id}`,
      { request: { comment: { body: 'please' } } },
      'endUser',
    );

    expect([asked.status, answered.at('request.status')]).toEqual([201, 'open']);
    expect((await client.get(`/requests/${id}/comments`, 'endUser')).at('comments.*.body')).toEqual(
      ['help', 'please'],
    );
    expect((await client.get(`/requests/${id}`, 'otherEndUser')).status).toBe(404);
    expect((await client.get('/requests', 'endUser')).list('requests.*.id')).toContain(id);
  });
});
