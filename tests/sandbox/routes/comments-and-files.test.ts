// Comments and files after they were said and sent: private, redacted, attached.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startClient, type Client } from '../client.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.close());

const BLOCKS = '\u2587'.repeat(6);

async function firstComment(ticketId: number): Promise<number> {
  return (await client.get(`/tickets/${ticketId}/comments`)).number('comments.0.id');
}

describe('a comment', () => {
  test('shares its id with the Comment event of its audit, and leaves the description alone', async () => {
    const { id } = await client.ticket();

    const updated = await client.put(`/tickets/${id}`, { ticket: { comment: { body: 'second' } } });
    const comments = await client.get(`/tickets/${id}/comments?include=users`);

    expect(comments.at('comments.1.id')).toBe(updated.at('audit.events.0.id'));
    expect(comments.at('comments.1.audit_id')).toBe(updated.at('audit.id'));
    expect(comments.at('users.*.id')).toEqual([client.sandbox.account.adminId]);
    expect(updated.at('ticket.description')).toBe('b');
    expect((await client.get(`/tickets/${id}/comments/count`)).at('count')).toEqual({
      value: 2,
      refreshed_at: expect.stringMatching(/\+00:00$/) as string,
    });
  });

  test.each([
    [
      'by itself',
      (ticketId: number, commentId: number) =>
        `/tickets/${ticketId}/comments/${commentId}/make_private`,
      'comments.0.id',
      'comments',
    ],
    [
      'by its audit',
      (ticketId: number, auditId: number) => `/tickets/${ticketId}/audits/${auditId}/make_private`,
      'audits.0.id',
      'audits',
    ],
  ])('is made private %s, once and for all', async (_name, path, at, list) => {
    const { id } = await client.ticket();
    const place = (await client.get(`/tickets/${id}/${list}`)).number(at);

    const done = await client.put(path(id, place));
    const again = await client.put(path(id, place));

    expect([done.status, again.status]).toEqual([200, 200]);
    expect((await client.get(`/tickets/${id}/comments`)).at('comments.0.public')).toBe(false);
    expect((await client.get(`/tickets/${id}`)).at('ticket.is_public')).toBe(false);
    const audits = await client.get(`/tickets/${id}/audits`);
    expect(audits.list('audits')).toHaveLength(2);
    expect(audits.at('audits.-1.events.0')).toMatchObject({
      type: 'CommentPrivacyChange',
      public: false,
    });
    expect((await client.put(path(id, 1))).status).toBe(404);
  });

  test('is redacted in all three bodies and in the description, never inside a tag', async () => {
    const comment = { html_body: '<p class="secret">my secret is secret</p>' };
    const { id } = await client.ticket({ comment });
    const path = `/tickets/${id}/comments/${await firstComment(id)}/redact`;

    const redacted = await client.put(path, { text: 'secret' });
    const unchanged = await client.put(path, { text: 'not in it' });

    expect(redacted.at('comment')).toMatchObject({
      plain_body: `my ${BLOCKS} is ${BLOCKS}`,
      body: `my ${BLOCKS} is ${BLOCKS}`,
      html_body: `<div class="zd-comment" dir="auto"><p class="secret">my ${BLOCKS} is ${BLOCKS}</p></div>`,
    });
    expect(unchanged.status).toBe(200);
    expect((await client.get(`/tickets/${id}`)).at('ticket.description')).toBe(
      `my ${BLOCKS} is ${BLOCKS}`,
    );
    const audits = await client.get(`/tickets/${id}/audits`);
    expect(audits.at('audits.*.events.0.type')).toEqual(['Comment', 'CommentRedactionEvent']);
  });

  test.each([
    [{}, 400],
    [{ text: 5 }, 400],
    [{ text: '' }, 422],
  ])('is not redacted by %j: %i', async (body, status) => {
    const { id } = await client.ticket();

    expect(
      (await client.put(`/tickets/${id}/comments/${await firstComment(id)}/redact`, body)).status,
    ).toBe(status);
  });

  test('of a closed ticket cannot be changed any more', async () => {
    const { id } = await client.ticket();
    const path = `/tickets/${id}/comments/${await firstComment(id)}`;
    await client.put(`/tickets/${id}`, { ticket: { status: 'closed' } });

    expect((await client.put(`${path}/make_private`)).status).toBe(422);
    expect((await client.put(`${path}/redact`, { text: 'b' })).status).toBe(422);
  });
});

describe('a file', () => {
  const upload = async (
    name: string,
    headers: Record<string, string> = {},
  ): ReturnType<Client['send']> =>
    client.send('POST', `/uploads.json?filename=${name}`, {
      body: 'hello',
      headers: { 'content-type': 'text/plain', ...headers },
    });

  test('is uploaded, attached by a token alone, shown in comment and audit, fetched, and redacted', async () => {
    const uploaded = await upload('a.txt');
    const token = uploaded.string('upload.token');
    const made = await client.post('/tickets', {
      ticket: { comment: { body: 'see', uploads: token } },
    });
    const id = made.number('ticket.id');
    const comments = await client.get(`/tickets/${id}/comments`);
    const attachment = comments.at('comments.0.attachments.0');
    const path = `/tickets/${id}/comments/${comments.number('comments.0.id')}/attachments/${comments.number('comments.0.attachments.0.id')}/redact`;

    const contentUrl = comments.string('comments.0.attachments.0.content_url');
    const content = await client.send('GET', contentUrl, { as: null });
    const redacted = await client.put(path);
    const after = await client.get(`/tickets/${id}/comments`);

    expect([uploaded.status, Object.keys(uploaded.at('upload') as object)]).toEqual([
      201,
      ['token', 'expires_at', 'attachments', 'attachment'],
    ]);
    expect(attachment).toMatchObject({
      file_name: 'a.txt',
      content_type: 'text/plain',
      size: 5,
      width: null,
      inline: false,
    });
    expect(made.at('audit.events.0.attachments.0')).toEqual(attachment);
    expect(content.text).toBe('hello');
    expect(redacted.at('attachment')).toEqual(attachment);
    expect(after.at('comments.0.attachments.0')).toMatchObject({
      file_name: 'redacted.txt',
      size: 0,
      content_type: 'text/plain',
    });
    expect((await client.get(`/tickets/${id}/audits`)).at('audits.-1.events.0.type')).toBe(
      'AttachmentRedactionEvent',
    );
    expect((await client.put(path.replace(/\d+\/redact/, '1/redact'))).status).toBe(404);
  });

  test('is taken by one comment only, and forgotten after three days', async () => {
    const used = (await upload('a.txt')).string('upload.token');
    const old = (await upload('b.txt')).string('upload.token');
    await client.ticket({ comment: { body: 'x', uploads: [used] } });
    await client.wait(4 * 86_400);

    const { id } = await client.ticket({ comment: { body: 'x', uploads: [used, old, 'unknown'] } });

    expect((await client.get(`/tickets/${id}/comments`)).at('comments.0.attachments')).toEqual([]);
  });

  test('needs a name and a type', async () => {
    expect((await client.send('POST', '/uploads', { body: 'x' })).status).toBe(400);
    const unknown = await client.send('POST', '/uploads?filename=a.unknown', {
      body: 'x',
      headers: { 'content-type': 'application/binary' },
    });
    expect(unknown.status).toBe(201);
    const headers = { 'content-type': '' };
    expect(
      (await client.send('POST', '/uploads?filename=a.unknown', { body: 'x', headers })).at(
        'details.content_type.0',
      ),
    ).toEqual({
      description: 'Content type cannot be blank',
      error: 'BlankValue',
    });
  });

  test('joins others under one token, and can be taken back', async () => {
    const first = await upload('a.txt');
    const token = first.string('upload.token');

    const second = await upload(`b.txt&token=${token}`);

    expect(second.at('upload.attachments.*.file_name')).toEqual(['a.txt', 'b.txt']);
    expect((await client.delete(`/uploads/${token}`)).status).toBe(204);
    expect((await client.delete(`/uploads/${token}`)).status).toBe(404);
  });

  test('inside the text is listed on request', async () => {
    const token = (await upload('in.png&inline=true')).string('upload.token');
    const { id } = await client.ticket({ comment: { body: 'x', uploads: [token] } });

    expect(
      (await client.get(`/tickets/${id}/comments`)).list('comments.0.attachments'),
    ).toHaveLength(0);
    expect(
      (await client.get(`/tickets/${id}/comments?include_inline_images=true`)).list(
        'comments.0.attachments',
      ),
    ).toHaveLength(1);
  });
});

test('the conversation log follows the comments, by cursor only', async () => {
  const { threadTicketId } = client.sandbox.account;
  const comments = await client.get(`/tickets/${threadTicketId}/comments`);

  const log = await client.get(`/tickets/${threadTicketId}/conversation_log`);
  const page = await client.get(`/tickets/${threadTicketId}/conversation_log?page[size]=2`);

  expect(log.at('events.*.reference')).toEqual(
    comments.list('comments.*.id').map((id) => `zen:ticket_event:${String(id)}`),
  );
  expect(log.at('events.0')).toMatchObject({
    id: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/) as string,
    type: 'Comment',
    author: { type: 'user', 'zen:support:user_id': client.sandbox.account.endUserId },
    content: { type: 'html' },
  });
  expect([log.at('meta.has_more'), page.at('meta.has_more'), page.list('events').length]).toEqual([
    false,
    true,
    2,
  ]);
});
