// Scenarios 5 and 30: the thread of a ticket. Who says what, who may read it, and the log that tells all of it again.
import { describe, expect } from 'vitest';
import { eventsOf } from '../support/audit-events.ts';
import { scenarios } from '../support/scenarios.ts';
import { cursorPages } from '../support/walk.ts';

const scenario = scenarios();

describe('comments', () => {
  scenario(
    'each is added at the end, with its text in three forms and an audit of its own',
    async (desk) => {
      const me = await desk.me();
      const { id, description } = await desk.ticket({ comment: { body: 'The first word.' } });

      await desk.update(id, { comment: { body: 'The second word.' } });
      await desk.update(id, { comment: { body: 'The third word.', public: false } });

      const comments = await desk.comments(id);
      expect(comments).toMatchObject([
        {
          body: 'The first word.',
          plain_body: 'The first word.',
          public: true,
          author_id: me.id,
          type: 'Comment',
        },
        { body: 'The second word.', public: true, author_id: me.id },
        { body: 'The third word.', public: false, author_id: me.id },
      ]);
      for (const comment of comments) expect(comment.html_body).toContain(comment.plain_body);
      const audits = await desk.audits(id);
      expect(comments.map(({ audit_id }) => audit_id)).toEqual(audits.map((audit) => audit.id));
      expect(comments.map((comment) => comment.id)).toEqual(
        eventsOf(audits, 'Comment').map((event) => event.id),
      );
      expect((await desk.show(id)).description, 'the description stays the first comment').toBe(
        description,
      );
    },
  );

  scenario('the counts of comments and audits grow by one with each', async (desk) => {
    const { id } = await desk.ticket();

    await desk.update(id, { comment: { body: 'One more.' } });
    await desk.update(id, { comment: { body: 'And another.', public: false } });
    await desk.update(id, { priority: 'high' });

    await desk.eventually(async () => {
      const { count: comments } = await desk.do('CountTicketComments', { ticket_id: id });
      const { count: audits } = await desk.do('CountAuditsForTicket', { ticket_id: id });
      expect([comments.value, audits.value]).toEqual([3, 4]);
    });
  });

  scenario('HTML is kept as HTML, and read as text', async (desk) => {
    const { id } = await desk.ticket();

    await desk.update(id, { comment: { html_body: '<p>We have <b>unblocked</b> it.</p>' } });

    const comment = (await desk.comments(id)).at(-1);
    expect(comment?.html_body).toContain('<b>unblocked</b>');
    expect(comment?.plain_body).toContain('We have unblocked it.');
    expect(comment?.plain_body).not.toContain('<b>');
  });

  scenario('HTML may be for agents alone', async (desk) => {
    const { id } = await desk.ticket();

    await desk.update(id, { comment: { html_body: '<p>Just <i>us</i>.</p>', public: false } });

    const comment = (await desk.comments(id)).at(-1);
    expect(comment?.public).toBe(false);
    expect(comment?.plain_body).toContain('Just us.');
    expect(comment?.html_body).toContain('<i>us</i>');
  });

  scenario('markup in plain text does not become markup', async (desk) => {
    const { id } = await desk.ticket({ comment: { body: 'a <script>alert(1)</script> b' } });

    const [comment] = await desk.comments(id);
    expect(comment?.html_body).not.toContain('<script>');
  });

  scenario('an agent may write down what somebody else said', async (desk) => {
    const customer = await desk.endUser();
    const { id } = await desk.ticket({ requester_id: customer.id });

    await desk.update(id, { comment: { body: 'It was the corner shop.', author_id: customer.id } });

    const comment = (await desk.comments(id)).at(-1);
    expect(comment).toMatchObject({ author_id: customer.id, body: 'It was the corner shop.' });
    const audit = (await desk.audits(id)).at(-1);
    expect(eventsOf(audit ? [audit] : [], 'Comment')).toMatchObject([{ author_id: customer.id }]);
  });

  scenario('what an agent wrote among agents may be written down by another', async (desk) => {
    const agent = await desk.agent();
    const { id } = await desk.ticket();

    await desk.update(id, {
      comment: { body: 'Seen this before.', author_id: agent.id, public: false },
    });

    expect((await desk.comments(id)).at(-1)).toMatchObject({
      author_id: agent.id,
      body: 'Seen this before.',
      public: false,
    });
  });

  scenario('a description sent with an update is ignored', async (desk) => {
    const { id, description } = await desk.ticket({ comment: { body: 'As it was.' } });

    const { headers } = await desk.ask('UpdateTicket', {
      ticket_id: id,
      body: { ticket: { id, description: 'Rewritten.', priority: 'low' } },
    });

    expect(headers.get('x-zendesk-api-warn')).toContain('ticket.id');
    expect(await desk.show(id)).toMatchObject({ description, priority: 'low' });
    expect(await desk.comments(id)).toHaveLength(1);
  });
});

describe('who may read a comment', () => {
  scenario('a ticket without a public comment is private, until one is made', async (desk) => {
    const { id, is_public } = await desk.ticket({
      comment: { body: 'Among ourselves.', public: false },
    });

    expect(is_public).toBe(false);
    await desk.update(id, { comment: { body: 'Dear customer.', public: true } });
    expect((await desk.show(id)).is_public).toBe(true);
  });

  scenario('a later comment is as public as the first, unless it says so itself', async (desk) => {
    const open = await desk.ticket({ comment: { body: 'For everybody.', public: true } });
    const hidden = await desk.ticket({ comment: { body: 'For us.', public: false } });

    for (const { id } of [open, hidden])
      await desk.update(id, { comment: { body: 'Said nothing of it.' } });
    await desk.update(open.id, { comment: { body: 'Hidden by its own word.', public: false } });

    expect((await desk.comments(open.id)).map((comment) => comment.public)).toEqual([
      true,
      true,
      false,
    ]);
    expect((await desk.comments(hidden.id)).map((comment) => comment.public)).toEqual([
      false,
      false,
    ]);
    expect((await desk.show(open.id)).is_public).toBe(true);
  });

  scenario(
    'a light agent speaks among agents only, whatever the request says',
    async (desk) => {
      const { credentials, account } = desk.sandbox();
      const light = { name: 'light agent', authorization: credentials.lightAgent.authorization };
      const { id } = await desk.ticket();

      await desk.update(id, { comment: { body: 'Only a thought.', public: true } }, light);

      expect((await desk.comments(id)).at(-1)).toMatchObject({
        author_id: account.lightAgentId,
        public: false,
      });
    },
    { needs: ['writes', 'sandbox'] },
  );
});

describe('the conversation log', () => {
  scenario('has an entry for every comment, in their order, page by page', async (desk) => {
    const { id } = await desk.ticket({ comment: { body: 'Entry one.' } });
    await desk.update(id, { comment: { body: 'Entry two.', public: false } });
    await desk.update(id, { comment: { body: 'Entry three.' } });
    const comments = await desk.comments(id);

    const first = await desk.ask('ListConversationLogForTicket', { ticket_id: id });
    // The log is offered early to some accounts; the others do not have it.
    if ([403, 404].includes(first.status)) desk.skip('the account has no conversation log');

    const said = first.body.events.filter(({ type }) => type === 'Comment');
    expect(said.map(({ reference }) => reference)).toEqual(
      comments.map((comment) => `zen:ticket_event:${String(comment.id)}`),
    );
    for (const [index, word] of ['one', 'two', 'three'].entries())
      expect(said[index]?.content.body).toContain(`Entry ${word}.`);
    const pages = await cursorPages(
      desk,
      'ListConversationLogForTicket',
      { ticket_id: id },
      ({ events }) => events,
      1,
    );
    expect(pages.flat()).toEqual(first.body.events);
    await desk.refused('ListConversationLogForTicket', 404, { ticket_id: 999_999_999 });
  });
});
