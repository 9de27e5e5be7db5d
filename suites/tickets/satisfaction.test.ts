// Scenario 23: whoever asked says whether they were helped, once the ticket is solved, and may think better of it.
import { describe, expect } from 'vitest';
import { eventsOf } from '../support/audit-events.ts';
import type { Desk } from '../support/desk.ts';
import type { Person } from '../support/people.ts';
import type { SatisfactionRating, Ticket } from '../support/records.ts';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios();

describe('rating a ticket', () => {
  scenario('the requester finds it good, then bad; the later word holds', async (desk) => {
    const { ticket, customer } = await solvedTicket(desk);

    const good = await rate(desk, ticket, customer, { score: 'good', comment: 'Quick!' });
    expect(good).toMatchObject({
      score: 'good',
      comment: 'Quick!',
      ticket_id: ticket.id,
      requester_id: customer.id,
    });
    expect((await desk.show(ticket.id)).satisfaction_rating).toMatchObject({
      score: 'good',
      comment: 'Quick!',
    });
    const bad = await rate(desk, ticket, customer, { score: 'bad', comment: 'It broke again.' });

    expect(bad).toMatchObject({ score: 'bad', comment: 'It broke again.' });
    expect((await desk.show(ticket.id)).satisfaction_rating).toMatchObject({
      score: 'bad',
      comment: 'It broke again.',
    });
    const said = eventsOf(await desk.audits(ticket.id), 'SatisfactionRating');
    expect(said.map(({ score }) => score)).toEqual(['good', 'bad']);
  });

  scenario('is for the requester alone', async (desk) => {
    const { ticket } = await solvedTicket(desk);
    const stranger = await desk.endUser('Assay Stranger');
    const request = { ticket_id: ticket.id, body: { satisfaction_rating: { score: 'bad' } } };

    await desk.refused('CreateTicketSatisfactionRating', 403, request);
    await desk.refused('CreateTicketSatisfactionRating', [403, 404], {
      ...request,
      as: stranger.caller,
    });

    expect((await desk.show(ticket.id)).satisfaction_rating).toEqual(ticket.satisfaction_rating);
  });

  scenario('has to wait until it is solved', async (desk) => {
    const customer = await desk.endUser();
    const { id, satisfaction_rating: before } = await rateable(
      desk,
      await desk.ticket({ requester_id: customer.id }),
    );

    await desk.refused('CreateTicketSatisfactionRating', 422, {
      ticket_id: id,
      as: customer.caller,
      body: { satisfaction_rating: { score: 'good' } },
    });

    expect((await desk.show(id)).satisfaction_rating).toEqual(before);
  });

  scenario('is good or bad, and nothing that only the service says', async (desk) => {
    const { ticket, customer } = await solvedTicket(desk);

    for (const score of ['offered', 'unoffered'])
      await desk.refused('CreateTicketSatisfactionRating', 422, {
        ticket_id: ticket.id,
        as: customer.caller,
        body: { satisfaction_rating: { score } },
      });

    expect((await desk.show(ticket.id)).satisfaction_rating).toEqual(ticket.satisfaction_rating);
  });
});

async function solvedTicket(
  desk: Desk,
): Promise<{ readonly ticket: Ticket; readonly customer: Person }> {
  const { id: me } = await desk.me();
  const customer = await desk.endUser();
  const { id } = await desk.ticket({ requester_id: customer.id, assignee_id: me });
  return { ticket: await rateable(desk, await desk.update(id, { status: 'solved' })), customer };
}

/** Accounts without ratings say null where others say that none was offered. */
async function rateable(desk: Desk, ticket: Ticket): Promise<Ticket> {
  if (ticket.satisfaction_rating === null) desk.skip('the account has no satisfaction ratings');
  return desk.show(ticket.id);
}

async function rate(
  desk: Desk,
  ticket: Ticket,
  { caller }: Person,
  rating: object,
): Promise<SatisfactionRating | undefined> {
  const { satisfaction_rating: given } = await desk.do('CreateTicketSatisfactionRating', {
    ticket_id: ticket.id,
    as: caller,
    body: { satisfaction_rating: rating },
  });
  // One of the two descriptions says that it is a list.
  return Array.isArray(given)
    ? (given as readonly SatisfactionRating[])[0]
    : (given as SatisfactionRating);
}
