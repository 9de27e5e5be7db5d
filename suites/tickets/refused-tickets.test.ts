// Scenario 3: tickets that are refused, with the reason by field, and nothing of them kept.
import { describe, expect } from 'vitest';
import { PREFIX } from '../support/desk.ts';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios();

describe('a ticket that cannot be', () => {
  scenario('without a comment it is refused for its blank description', async (desk) => {
    const { error, details } = await desk.refused('CreateTicket', 422, {
      body: { ticket: { subject: `${PREFIX} nothing said` } },
    });

    expect(error).toBe('RecordInvalid');
    expect(details?.['base']).toContainEqual(
      expect.objectContaining({ description: 'Description: cannot be blank', error: 'BlankValue' }),
    );
  });

  scenario('a blank comment is no comment', async (desk) => {
    const { details } = await desk.refused('CreateTicket', 422, {
      body: { ticket: { subject: `${PREFIX} blank`, comment: { body: '' } } },
    });

    expect(details).toHaveProperty('base');
  });

  scenario('an assignee who is no agent is refused by name', async (desk) => {
    const customer = await desk.endUser();

    const { details } = await desk.refused('CreateTicket', 422, {
      body: { ticket: desk.marked({ assignee_id: customer.id }) },
    });

    expect(details?.['assignee']).toMatchObject([
      { description: 'Assignee: is invalid', error: 'InvalidValue' },
    ]);
  });

  for (const [member, value] of [
    ['priority', 'enormous'],
    ['type', 'riddle'],
    ['status', 'asleep'],
  ] as const)
    scenario(`a ${member} that there is not is refused`, async (desk) => {
      const { error } = await desk.refused('CreateTicket', 422, {
        body: { ticket: desk.marked({ [member]: value }) },
      });

      expect(error).toBe('RecordInvalid');
    });

  scenario('a refused update leaves all of the ticket as it was', async (desk) => {
    const before = await desk.ticket({ priority: 'low' });
    const audits = await desk.audits(before.id);

    for (const change of [
      { subject: '[assay] Unseen', priority: 'high', status: 'asleep' },
      { priority: 'high', type: 'riddle', comment: { body: 'Unheard.' } },
    ])
      await desk.refused('UpdateTicket', 422, { ticket_id: before.id, body: { ticket: change } });

    const { priority, status, subject, updated_at } = before;
    expect(await desk.show(before.id)).toMatchObject({ priority, status, subject, updated_at });
    expect(await desk.audits(before.id)).toEqual(audits);
    expect(await desk.comments(before.id)).toHaveLength(1);
  });

  scenario('a refused ticket is not there afterwards', async (desk) => {
    const externalId = desk.word('refused');

    await desk.refused('CreateTicket', 422, {
      body: { ticket: desk.marked({ external_id: externalId, priority: 'enormous' }) },
    });

    const { tickets } = await desk.do('ListTickets', { query: { external_id: externalId } });
    expect(tickets).toEqual([]);
  });
});

describe('a request that is none', () => {
  scenario(
    'a number that is no number is refused',
    async (desk) => {
      await desk.refused('ShowTicket', 400, { ticket_id: 'abc' });
    },
    { needs: [] },
  );

  scenario('a body that cannot be read makes nothing', async (desk) => {
    const externalId = desk.word('broken');

    const { status } = await desk.ask('CreateTicket', {
      rawBody: `{"ticket":{"external_id":"${externalId}",`,
    });

    expect(Math.floor(status / 100)).toBe(4);
    const { tickets } = await desk.do('ListTickets', { query: { external_id: externalId } });
    expect(tickets).toEqual([]);
  });
});
