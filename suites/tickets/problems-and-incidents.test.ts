// Scenario 13: one problem behind several incidents: who points at whom, and what solving the problem does.
import { describe, expect } from 'vitest';
import type { Desk } from '../support/desk.ts';
import type { Ticket } from '../support/records.ts';
import { scenarios } from '../support/scenarios.ts';
import { cursorPages, numberedPages } from '../support/walk.ts';

const scenario = scenarios();

describe('a problem', () => {
  scenario('knows its incidents, and they know it', async (desk) => {
    const { problem, incidents } = await problemWithIncidents(desk, 2);

    const { tickets } = await desk.do('ListTicketIncidents', { ticket_id: problem.id });

    expect(idsOf(tickets)).toEqual(idsOf(incidents));
    for (const incident of tickets)
      expect(incident).toMatchObject({ type: 'incident', problem_id: problem.id });
    expect(await desk.show(problem.id)).toMatchObject({
      type: 'problem',
      has_incidents: true,
      problem_id: null,
    });
    const { ticket_related: related } = await desk.do('TicketRelatedInformation', {
      ticket_id: problem.id,
    });
    expect(related.incidents).toBe(2);
  });

  scenario(
    'without incidents has an empty list, and so has a ticket that is no problem',
    async (desk) => {
      const problem = await desk.ticket({ type: 'problem' });
      const plain = await desk.ticket();

      for (const { id } of [problem, plain]) {
        expect((await desk.do('ListTicketIncidents', { ticket_id: id })).tickets).toEqual([]);
        expect((await desk.show(id)).has_incidents).toBe(false);
      }
      await desk.refused('ListTicketIncidents', 404, { ticket_id: 999_999_999 });
    },
  );

  scenario('lists many incidents page by page, in both styles', async (desk) => {
    const { problem, incidents } = await problemWithIncidents(desk, 5);
    const ofProblem = { ticket_id: problem.id };

    const byCursor = await cursorPages(
      desk,
      'ListTicketIncidents',
      ofProblem,
      ({ tickets }) => tickets,
      2,
    );
    const byNumber = await numberedPages(
      desk,
      'ListTicketIncidents',
      ofProblem,
      ({ tickets }) => tickets,
      2,
    );

    expect(idsOf(byCursor.flat())).toEqual(idsOf(incidents));
    expect(idsOf(byNumber.pages.flat())).toEqual(idsOf(incidents));
  });

  scenario('solved, solves its incidents with it', async (desk) => {
    const { id: me } = await desk.me();
    const { problem, incidents } = await problemWithIncidents(desk, 2);
    const bystander = await desk.ticket({ assignee_id: me });

    await desk.update(problem.id, { status: 'solved', comment: { body: 'The server is back.' } });

    for (const { id } of incidents)
      await desk.eventually(async () => {
        expect((await desk.show(id)).status).toBe('solved');
      });
    expect((await desk.show(bystander.id)).status).toBe('open');
  });

  scenario('loses an incident that turns out to be none', async (desk) => {
    const { problem, incidents } = await problemWithIncidents(desk, 2);
    const [first, second] = incidents;

    await desk.update(first?.id ?? 0, { type: 'question' });

    const { tickets } = await desk.do('ListTicketIncidents', { ticket_id: problem.id });
    expect(idsOf(tickets)).toEqual([second?.id]);
  });
});

async function problemWithIncidents(
  desk: Desk,
  count: number,
): Promise<{ readonly problem: Ticket; readonly incidents: readonly Ticket[] }> {
  const { id: assignee_id } = await desk.me();
  const problem = await desk.ticket({ type: 'problem', assignee_id });
  const incidents: Ticket[] = [];
  for (let made = 0; made < count; made += 1)
    incidents.push(await desk.ticket({ type: 'incident', problem_id: problem.id, assignee_id }));
  return { problem, incidents };
}

function idsOf(tickets: readonly Ticket[]): readonly number[] {
  return tickets.map(({ id }) => id).sort((left, right) => left - right);
}
