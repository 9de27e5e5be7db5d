// Scenario 9: a file is uploaded, put into a comment, fetched, and replaced by an empty one for good.
import { describe, expect } from 'vitest';
import { eventsOf } from '../support/audit-events.ts';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios();

describe('a file in a comment', () => {
  scenario('is uploaded first, and then told by the comment and by its audit', async (desk) => {
    const { token, attachment } = await desk.upload('letter.txt', 'Dear all');
    const { id } = await desk.ticket({ comment: { body: 'See the letter.', uploads: [token] } });

    const [comment] = await desk.comments(id);
    expect(comment?.attachments).toMatchObject([
      { id: attachment.id, file_name: 'letter.txt', content_type: 'text/plain', size: 8 },
    ]);
    const [event] = eventsOf(await desk.audits(id), 'Comment');
    expect(event?.attachments).toEqual(comment?.attachments);
    const content = await fetch(comment?.attachments[0]?.content_url ?? '');
    expect(await content.text()).toBe('Dear all');
  });

  scenario('may be named by its token alone instead of a list', async (desk) => {
    const { token, attachment } = await desk.upload('note.txt', 'Hello');
    const { id } = await desk.ticket();

    await desk.update(id, { comment: { body: 'Attached.', uploads: token } });

    const comments = await desk.comments(id);
    expect(comments.map(({ attachments }) => attachments.map((file) => file.id))).toEqual([
      [],
      [attachment.id],
    ]);
  });

  scenario('several files come with one comment, each under its own name', async (desk) => {
    const one = await desk.upload('one.txt', '1');
    const two = await desk.upload('two.txt', '22');
    const { id } = await desk.ticket({
      comment: { body: 'Both.', uploads: [one.token, two.token] },
    });

    const [comment] = await desk.comments(id);
    const files = comment?.attachments.map(({ file_name: name, size }) => [name, size]);
    expect(files?.sort()).toEqual([
      ['one.txt', 1],
      ['two.txt', 2],
    ]);
  });
});

describe('redacting a file', () => {
  scenario('leaves an empty text in its place, and the other files alone', async (desk) => {
    const one = await desk.upload('passport.txt', 'secret number');
    const two = await desk.upload('harmless.txt', 'hello');
    const { id } = await desk.ticket({
      comment: { body: 'Both.', uploads: [one.token, two.token] },
    });
    const [comment] = await desk.comments(id);
    const place = { ticket_id: id, comment_id: comment?.id ?? 0, attachment_id: one.attachment.id };

    await desk.do('RedactCommentAttachment', { ...place, body: {} });

    await desk.eventually(async () => {
      const [after] = await desk.comments(id);
      expect(after?.attachments).toHaveLength(2);
      expect(after?.attachments).toContainEqual(
        expect.objectContaining({ file_name: 'redacted.txt', size: 0 }),
      );
      expect(after?.attachments).toContainEqual(
        expect.objectContaining({ file_name: 'harmless.txt', size: 5 }),
      );
      expect(JSON.stringify(after)).not.toContain('passport.txt');
    });
    expect(eventsOf(await desk.audits(id), 'AttachmentRedactionEvent')).toMatchObject([
      { comment_id: comment?.id, attachment_id: one.attachment.id },
    ]);
  });

  scenario('finds it only where it is', async (desk) => {
    const { token, attachment } = await desk.upload('kept.txt', 'kept');
    const { id } = await desk.ticket({ comment: { body: 'Here.', uploads: [token] } });
    const other = await desk.ticket();
    const [comment] = await desk.comments(id);
    const [elsewhere] = await desk.comments(other.id);
    const place = { ticket_id: id, comment_id: comment?.id ?? 0, attachment_id: attachment.id };

    await desk.refused('RedactCommentAttachment', 404, {
      ...place,
      attachment_id: 9_007_199_254_740,
    });
    await desk.refused('RedactCommentAttachment', 404, { ...place, comment_id: 9_007_199_254_740 });
    await desk.refused('RedactCommentAttachment', 404, {
      ...place,
      ticket_id: other.id,
      comment_id: elsewhere?.id ?? 0,
    });

    const [after] = await desk.comments(id);
    expect(after?.attachments).toMatchObject([{ file_name: 'kept.txt', size: 4 }]);
  });
});
