// Scenario 11: two people change one ticket at once. Whoever asks for a safe update, with the moment they last looked, is
// refused when somebody was quicker; whoever does not ask overwrites.
import { describe, expect } from 'vitest';
import { TAG } from '../support/desk.ts';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios();

describe('a safe update', () => {
  scenario('passes with the stamp of the ticket as it is, and moves the stamp', async (desk) => {
    const { id, updated_at } = await desk.ticket({ priority: 'low' });
    await desk.pass(1);

    const after = await desk.update(id, {
      priority: 'high',
      safe_update: true,
      updated_stamp: updated_at,
    });

    expect(after.priority).toBe('high');
    expect(after.updated_at).not.toBe(updated_at);
  });

  scenario('is refused with a stale stamp, and changes nothing', async (desk) => {
    const { id, updated_at } = await desk.ticket({ priority: 'low' });
    await desk.pass(1);
    await desk.update(id, { priority: 'normal', safe_update: true, updated_stamp: updated_at });
    const before = await desk.show(id);

    await desk.refused('UpdateTicket', 409, {
      ticket_id: id,
      body: {
        ticket: {
          priority: 'urgent',
          comment: { body: 'Too late.' },
          safe_update: true,
          updated_stamp: updated_at,
        },
      },
    });

    expect(await desk.show(id)).toEqual(before);
    expect(await desk.comments(id)).toHaveLength(1);
  });

  scenario('that says false is safe all the same', async (desk) => {
    const { id, updated_at } = await desk.ticket({ priority: 'low' });
    await desk.pass(1);
    await desk.update(id, { priority: 'normal' });

    await desk.refused('UpdateTicket', 409, {
      ticket_id: id,
      body: { ticket: { priority: 'urgent', safe_update: false, updated_stamp: updated_at } },
    });

    expect((await desk.show(id)).priority).toBe('normal');
  });

  scenario('that is not asked for overwrites, stale stamp or not', async (desk) => {
    const { id } = await desk.ticket({ priority: 'low' });

    await desk.update(id, { priority: 'normal' });
    await desk.update(id, { priority: 'urgent' });

    expect((await desk.show(id)).priority).toBe('urgent');
  });

  for (const operation of ['SetTagsTicket', 'PutTagsTicket', 'DeleteTagsTicket'] as const)
    scenario(`guards tags as well: ${operation}`, async (desk) => {
      const { id, updated_at, tags } = await desk.ticket({ tags: ['kept'] });
      await desk.pass(1);
      await desk.update(id, { priority: 'normal' });
      const change = { tags: ['kept', 'late'], updated_stamp: updated_at, safe_update: 'true' };

      await desk.refused(operation, 409, { ticket_id: id, body: change });
      expect((await desk.do('ListResourceTags', { ticket_id: id })).tags).toEqual(tags);

      const { updated_at: fresh } = await desk.show(id);
      await desk.do(operation, {
        ticket_id: id,
        body: { ...change, tags: [TAG], updated_stamp: fresh },
      });
    });
});
