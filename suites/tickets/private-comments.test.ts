// Scenario 7: making a comment private after it was public, by its own number or by its audit's. There is no way back.
import { describe, expect } from 'vitest';
import { eventsOf } from '../support/audit-events.ts';
import type { Desk } from '../support/desk.ts';
import type { Comment } from '../support/records.ts';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios();

describe('a comment is made private', () => {
  scenario('by its number: this one alone, and an audit tells of it', async (desk) => {
    const { id } = await desk.ticket();
    await desk.update(id, { comment: { body: 'Too frank.' } });
    const [first, second] = await twoComments(desk, id);

    await desk.do('MakeTicketCommentPrivate', { ticket_id: id, ticket_comment_id: second.id });

    expect(await desk.comments(id)).toMatchObject([
      { public: true },
      { id: second.id, public: false, body: 'Too frank.' },
    ]);
    expect((await desk.show(id)).is_public, 'the first is public still').toBe(true);
    const audits = await desk.audits(id);
    expect(audits).toHaveLength(3);
    expect(eventsOf(audits, 'CommentPrivacyChange')).toMatchObject([
      { comment_id: second.id, public: false },
    ]);
    expect(first.public).toBe(true);
  });

  scenario('by its audit', async (desk) => {
    const { id } = await desk.ticket();
    const [comment] = await desk.comments(id);

    await desk.do('MakeTicketCommentPrivateFromAudits', {
      ticket_id: id,
      ticket_audit_id: comment?.audit_id ?? 0,
    });

    expect(await desk.comments(id)).toMatchObject([{ id: comment?.id, public: false }]);
    expect(eventsOf(await desk.audits(id), 'CommentPrivacyChange')).toMatchObject([
      { comment_id: comment?.id, public: false },
    ]);
  });

  scenario('with its last public comment the ticket is private, and stays so', async (desk) => {
    const { id } = await desk.ticket();
    const [comment] = await desk.comments(id);

    await desk.do('MakeTicketCommentPrivate', {
      ticket_id: id,
      ticket_comment_id: comment?.id ?? 0,
    });
    expect((await desk.show(id)).is_public).toBe(false);

    // Whether there being nothing to do is a refusal is not known; that it stays private is.
    const { status } = await desk.ask('MakeTicketCommentPrivate', {
      ticket_id: id,
      ticket_comment_id: comment?.id ?? 0,
    });
    expect([200, 422]).toContain(status);
    expect(await desk.comments(id)).toMatchObject([{ public: false }]);
    expect((await desk.show(id)).is_public).toBe(false);
  });

  scenario('only on its own ticket', async (desk) => {
    const { id } = await desk.ticket();
    const other = await desk.ticket();
    const [comment] = await desk.comments(id);

    await desk.refused('MakeTicketCommentPrivate', 404, {
      ticket_id: other.id,
      ticket_comment_id: comment?.id ?? 0,
    });
    await desk.refused('MakeTicketCommentPrivateFromAudits', 404, {
      ticket_id: other.id,
      ticket_audit_id: comment?.audit_id ?? 0,
    });
    await desk.refused('MakeTicketCommentPrivate', 404, {
      ticket_id: id,
      ticket_comment_id: 9_007_199_254_740,
    });

    expect(await desk.comments(id)).toMatchObject([{ public: true }]);
  });
});

async function twoComments(desk: Desk, ticketId: number): Promise<readonly [Comment, Comment]> {
  const [first, second] = await desk.comments(ticketId);
  if (first === undefined || second === undefined) throw new Error('There should be two comments');
  return [first, second];
}
