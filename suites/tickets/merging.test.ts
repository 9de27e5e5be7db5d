// Scenario 14: several tickets about one matter become one. A job closes the sources and writes into the target.
import { describe, expect } from 'vitest';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios();

describe('merging tickets', () => {
  scenario('closes each source, tags and comments it, and comments the target', async (desk) => {
    const target = await desk.ticket({ subject: 'The one that stays' });
    const one = await desk.ticket({ subject: 'The same' });
    const two = await desk.ticket({ subject: 'The same again' });

    const { job_status } = await desk.do('MergeTicketsIntoTargetTicket', {
      ticket_id: target.id,
      body: {
        ids: [one.id, two.id],
        target_comment: 'Two came in.',
        source_comment: 'See the other.',
      },
    });
    await desk.completed(job_status);

    for (const { id } of [one, two])
      await desk.eventually(async () => {
        const source = await desk.show(id);
        expect(source.status).toBe('closed');
        expect(source.tags).toContain('closed_by_merge');
        expect((await desk.comments(id)).at(-1)).toMatchObject({ public: false });
        expect((await desk.comments(id)).at(-1)?.body).toContain('See the other.');
      });
    const after = await desk.show(target.id);
    expect(after.status).not.toBe('closed');
    expect(after.tags).not.toContain('closed_by_merge');
    const comments = await desk.comments(target.id);
    expect(comments.at(-1)?.body).toContain('Two came in.');
    expect(comments.at(-1)?.public, 'private unless asked otherwise').toBe(false);
    expect(comments).toHaveLength(2);
  });

  scenario('says its words in public when asked to', async (desk) => {
    const target = await desk.ticket();
    const source = await desk.ticket();

    const { job_status } = await desk.do('MergeTicketsIntoTargetTicket', {
      ticket_id: target.id,
      body: {
        ids: [source.id],
        target_comment: 'Merged.',
        target_comment_is_public: true,
        source_comment: 'Gone.',
        source_comment_is_public: true,
      },
    });
    await desk.completed(job_status);

    await desk.eventually(async () => {
      expect((await desk.comments(target.id)).at(-1)).toMatchObject({ public: true });
      expect((await desk.comments(source.id)).at(-1)).toMatchObject({ public: true });
    });
  });

  scenario('never in public where one of the tickets is private', async (desk) => {
    const target = await desk.ticket();
    const source = await desk.ticket({ comment: { body: 'Among ourselves.', public: false } });

    const { job_status } = await desk.do('MergeTicketsIntoTargetTicket', {
      ticket_id: target.id,
      body: { ids: [source.id], target_comment: 'Merged.', target_comment_is_public: true },
    });
    await desk.completed(job_status);

    await desk.eventually(async () => {
      expect(await desk.comments(target.id)).toMatchObject([{ public: true }, { public: false }]);
    });
  });

  scenario('a closed source is left as it is', async (desk) => {
    const { id: me } = await desk.me();
    const target = await desk.ticket();
    const source = await desk.ticket({ assignee_id: me });
    await desk.update(source.id, { status: 'closed' });
    const before = await desk.show(source.id);

    // Whether the request or its job fails is not known; that the source is left alone is.
    const { status, body } = await desk.ask('MergeTicketsIntoTargetTicket', {
      ticket_id: target.id,
      body: { ids: [source.id], source_comment: 'Too late.' },
    });
    if (status === 200) await desk.completed(body.job_status);

    expect(await desk.show(source.id)).toEqual(before);
    expect(await desk.comments(source.id)).toHaveLength(1);
  });

  scenario('into a ticket that is not there is not found, and closes nothing', async (desk) => {
    const source = await desk.ticket();

    await desk.refused('MergeTicketsIntoTargetTicket', 404, {
      ticket_id: 999_999_999,
      body: { ids: [source.id] },
    });

    expect((await desk.show(source.id)).status).toBe('new');
  });
});
