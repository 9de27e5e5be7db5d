// Scenario 8: words that should never have been written are blacked out, wherever they stand, for good.
import { describe, expect } from 'vitest';
import { eventsOf } from '../support/audit-events.ts';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios();

const SECRET = '987-65-4320';
/** U+2587, once a character. */
const BLACK = '\u2587'.repeat(SECRET.length);

describe('redacting words of a comment', () => {
  scenario(
    'blacks out every occurrence in all forms of the text, and in the description',
    async (desk) => {
      const { id } = await desk.ticket({ comment: { body: `It is ${SECRET}, yes, ${SECRET}.` } });
      await desk.update(id, { comment: { body: `${SECRET} here as well.` } });
      const [first] = await desk.comments(id);

      const { comment } = await desk.do('RedactStringInComment', {
        ticket_id: id,
        ticket_comment_id: first?.id ?? 0,
        body: { text: SECRET },
      });

      expect(comment.plain_body).toBe(`It is ${BLACK}, yes, ${BLACK}.`);
      const [read, other] = await desk.comments(id);
      for (const text of [read?.body, read?.plain_body, read?.html_body]) {
        expect(text).toContain(BLACK);
        expect(text).not.toContain(SECRET);
      }
      expect(other?.body, 'the other comment was not asked for').toContain(SECRET);
      expect((await desk.show(id)).description).toBe(`It is ${BLACK}, yes, ${BLACK}.`);
      expect(eventsOf(await desk.audits(id), 'CommentRedactionEvent')).toMatchObject([
        { comment_id: first?.id },
      ]);
    },
  );

  scenario('of a later comment leaves the description as it is', async (desk) => {
    const { id } = await desk.ticket({ comment: { body: `First: ${SECRET}` } });
    await desk.update(id, { comment: { body: `Second: ${SECRET}`, public: false } });
    const second = (await desk.comments(id)).at(-1);

    await desk.do('RedactStringInComment', {
      ticket_id: id,
      ticket_comment_id: second?.id ?? 0,
      body: { text: SECRET },
    });

    expect((await desk.show(id)).description).toBe(`First: ${SECRET}`);
    expect(await desk.comments(id)).toMatchObject([
      { body: `First: ${SECRET}`, public: true },
      { body: `Second: ${BLACK}`, public: false },
    ]);
  });

  scenario('finds no comment under another ticket', async (desk) => {
    const { id } = await desk.ticket({ comment: { body: SECRET } });
    const other = await desk.ticket();
    const [comment] = await desk.comments(id);
    const request = { ticket_comment_id: comment?.id ?? 0, body: { text: SECRET } };

    await desk.refused('RedactStringInComment', 404, { ticket_id: other.id, ...request });
    await desk.refused('RedactStringInComment', 404, {
      ticket_id: id,
      ...request,
      ticket_comment_id: 9_007_199_254_740,
    });

    expect(await desk.comments(id)).toMatchObject([{ body: SECRET }]);
  });

  scenario('is refused on a closed ticket', async (desk) => {
    const { id: me } = await desk.me();
    const { id } = await desk.ticket({ comment: { body: SECRET }, assignee_id: me });
    await desk.update(id, { status: 'closed' });
    const [comment] = await desk.comments(id);

    await desk.refused('RedactStringInComment', 422, {
      ticket_id: id,
      ticket_comment_id: comment?.id ?? 0,
      body: { text: SECRET },
    });

    expect(await desk.comments(id)).toMatchObject([{ body: SECRET }]);
  });
});
