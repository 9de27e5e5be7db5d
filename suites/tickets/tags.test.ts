// Scenario 10: the tags of a ticket, read, replaced, added to and taken from, with an audit for each change.
import { describe, expect } from 'vitest';
import { changesOf } from '../support/audit-events.ts';
import { TAG, type Desk } from '../support/desk.ts';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios();

describe('tags', () => {
  scenario('POST replaces all of them', async (desk) => {
    const { id } = await desk.ticket({ tags: ['old_one', 'old_two'] });

    const { status, body } = await desk.ask('SetTagsTicket', {
      ticket_id: id,
      body: { tags: ['new_one', TAG] },
    });

    expect(status).toBe(201);
    expect(inOrder(body.tags)).toEqual(inOrder(['new_one', TAG]));
    await expectTags(desk, id, ['new_one', TAG]);
  });

  scenario('POST with an empty list leaves none, or is refused and leaves all', async (desk) => {
    const { id, tags } = await desk.ticket({ tags: ['old_one'] });

    const { status } = await desk.ask('SetTagsTicket', { ticket_id: id, body: { tags: [] } });

    expect([201, 400, 422]).toContain(status);
    await expectTags(desk, id, status === 201 ? [] : tags);
    await desk.do('PutTagsTicket', { ticket_id: id, body: { tags: [TAG] } });
  });

  scenario('PUT adds, and one that is there already is there once', async (desk) => {
    const { id } = await desk.ticket({ tags: ['old_one'] });

    const { status, body } = await desk.ask('PutTagsTicket', {
      ticket_id: id,
      body: { tags: ['old_one', 'new_one'] },
    });

    expect(status).toBe(200);
    expect(inOrder(body.tags)).toEqual(inOrder(['old_one', 'new_one', TAG]));
    await expectTags(desk, id, ['old_one', 'new_one', TAG]);
  });

  scenario('DELETE takes away those it names and leaves the others', async (desk) => {
    const { id } = await desk.ticket({ tags: ['keep', 'drop_one', 'drop_two'] });

    const { status, body } = await desk.ask('DeleteTagsTicket', {
      ticket_id: id,
      body: { tags: ['drop_one', 'drop_two', 'never_there'] },
    });

    // The service's two descriptions disagree: 200 with what is left, or 204 with nothing.
    expect([200, 204]).toContain(status);
    if (body !== null) expect(inOrder(body.tags)).toEqual(inOrder(['keep', TAG]));
    await expectTags(desk, id, ['keep', TAG]);
  });

  scenario('each change leaves an audit with the list before and after', async (desk) => {
    const { id } = await desk.ticket({ tags: ['first'] });

    await desk.do('PutTagsTicket', { ticket_id: id, body: { tags: ['second'] } });
    await desk.do('DeleteTagsTicket', { ticket_id: id, body: { tags: ['first'] } });

    const audits = await desk.audits(id);
    expect(audits).toHaveLength(3);
    const [, added, removed] = audits.map((audit) => changesOf(audit)['tags']?.map(tagsOf));
    expect(added).toEqual([inOrder(['first', TAG]), inOrder(['first', 'second', TAG])]);
    expect(removed).toEqual([inOrder(['first', 'second', TAG]), inOrder(['second', TAG])]);
  });

  scenario('are all kept, however many there are', async (desk) => {
    const tags = Array.from({ length: 20 }, (_, index) => `tag_${String(index)}`);
    const { id } = await desk.ticket({ tags });
    const other = await desk.ticket();

    await desk.do('PutTagsTicket', { ticket_id: other.id, body: { tags } });

    await expectTags(desk, id, [...tags, TAG]);
    await expectTags(desk, other.id, [...tags, TAG]);
    await desk.do('DeleteTagsTicket', { ticket_id: id, body: { tags } });
    await expectTags(desk, id, [TAG]);
  });

  scenario('written with the ticket they replace the list too', async (desk) => {
    const { id } = await desk.ticket({ tags: ['old_one'] });

    await desk.update(id, { tags: ['new_one', TAG] });

    await expectTags(desk, id, ['new_one', TAG]);
  });

  scenario('a change that leaves the list as it is leaves the ticket as it is', async (desk) => {
    const before = await desk.ticket({ tags: ['same'] });

    await desk.do('PutTagsTicket', { ticket_id: before.id, body: { tags: ['same'] } });

    expect((await desk.show(before.id)).updated_at).toBe(before.updated_at);
    expect(await desk.audits(before.id)).toHaveLength(1);
  });

  scenario('of one ticket are not those of another', async (desk) => {
    const { id } = await desk.ticket({ tags: ['mine'] });
    const other = await desk.ticket({ tags: ['theirs'] });

    await desk.do('SetTagsTicket', { ticket_id: id, body: { tags: ['changed', TAG] } });

    await expectTags(desk, other.id, ['theirs', TAG]);
  });

  scenario('of a closed ticket cannot be written this way, in none of the three', async (desk) => {
    const { id: me } = await desk.me();
    const { id } = await desk.ticket({ tags: ['stays'], assignee_id: me });
    await desk.update(id, { status: 'closed' });

    for (const operation of ['SetTagsTicket', 'PutTagsTicket', 'DeleteTagsTicket'] as const)
      await desk.refused(operation, 422, { ticket_id: id, body: { tags: ['stays', 'late'] } });

    await expectTags(desk, id, ['stays', TAG]);
  });

  scenario('of no ticket are not found', async (desk) => {
    await desk.refused('ListResourceTags', 404, { ticket_id: 999_999_999 });
    await desk.refused('PutTagsTicket', 404, { ticket_id: 999_999_999, body: { tags: ['x'] } });
  });
});

async function expectTags(desk: Desk, ticketId: number, tags: readonly string[]): Promise<void> {
  const listed = await desk.do('ListResourceTags', { ticket_id: ticketId });
  expect(inOrder(listed.tags)).toEqual(inOrder(tags));
  expect(inOrder((await desk.show(ticketId)).tags)).toEqual(inOrder(tags));
}

function inOrder(tags: readonly string[]): readonly string[] {
  return [...tags].sort();
}

// Lists of tags are lists in audits too.
function tagsOf(value: unknown): readonly string[] {
  return inOrder(value as readonly string[]);
}
