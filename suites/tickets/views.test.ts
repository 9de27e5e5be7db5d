// Scenario 26: the tickets of a view: which are in it, in which order, page by page.
import { describe, expect } from 'vitest';
import type { Desk } from '../support/desk.ts';
import type { Ticket } from '../support/records.ts';
import { scenarios } from '../support/scenarios.ts';
import { cursorPages, numberedPages } from '../support/walk.ts';

const scenario = scenarios();

const ticketsOf = ({ tickets }: { readonly tickets: readonly Ticket[] }): readonly Ticket[] =>
  tickets;

describe('a view of what is not solved', () => {
  scenario('has a new ticket, and has it no longer once it is solved', async (desk) => {
    const view_id = await unsolvedView(desk);
    const { id: assignee_id } = await desk.me();
    const { id } = await desk.ticket({ assignee_id });

    await desk.eventually(async () => {
      expect(await newestIn(desk, view_id)).toContain(id);
    });
    await desk.update(id, { status: 'solved' });

    await desk.eventually(async () => {
      expect(await newestIn(desk, view_id)).not.toContain(id);
    });
  });

  scenario('has no deleted ticket', async (desk) => {
    const view_id = await unsolvedView(desk);
    const { id } = await desk.ticket();
    await desk.do('DeleteTicket', { ticket_id: id });

    await desk.eventually(async () => {
      expect(await newestIn(desk, view_id)).not.toContain(id);
    });
  });

  scenario('names nothing before its first page by cursor, but before the others', async (desk) => {
    const view_id = await unsolvedView(desk);
    await desk.ticket();
    await desk.ticket();

    await desk.eventually(async () => {
      const first = await desk.do('ListTicketsFromView', { view_id, query: { 'page[size]': 1 } });
      expect([first.meta?.before_cursor, first.links?.prev]).toEqual([null, null]);
      expect(first.meta?.has_more).toBe(true);
      const second = await desk.do('ListTicketsFromView', {
        view_id,
        url: first.links?.next ?? '',
      });
      expect([second.meta?.before_cursor, second.links?.prev]).not.toContain(null);
      expect(second.tickets[0]?.id).not.toBe(first.tickets[0]?.id);
    });
  });

  scenario('has pages as small as asked', async (desk) => {
    const view_id = await unsolvedView(desk);
    await desk.ticket();
    await desk.ticket();

    for (const size of [1, 2])
      await desk.eventually(async () => {
        const { tickets } = await desk.do('ListTicketsFromView', {
          view_id,
          query: { per_page: size },
        });
        expect(tickets).toHaveLength(size);
      });
  });

  scenario('is sorted as asked', async (desk) => {
    const view_id = await unsolvedView(desk);
    await desk.ticket();

    for (const [sort_order, sign] of [
      ['asc', 1],
      ['desc', -1],
    ] as const) {
      const { tickets } = await desk.do('ListTicketsFromView', {
        view_id,
        query: { sort_by: 'id', sort_order },
      });
      const ids = idsOf(tickets);
      expect(ids).toEqual([...ids].sort((left, right) => sign * (left - right)));
    }
  });

  scenario(
    'is the same in both styles, newest first, and holds every unsolved ticket',
    async (desk) => {
      const view_id = await unsolvedView(desk);
      await desk.ticket();
      const all = await cursorPages(desk, 'ListTickets', {}, ticketsOf, 100);
      const unsolved = all.flat().filter(({ status }) => !['solved', 'closed'].includes(status));

      const byCursor = await cursorPages(desk, 'ListTicketsFromView', { view_id }, ticketsOf, 10);
      const numbered = await numberedPages(desk, 'ListTicketsFromView', { view_id }, ticketsOf, 10);

      expect(idsOf(byCursor.flat())).toEqual(idsOf(unsolved).toReversed());
      expect(idsOf(numbered.pages.flat())).toEqual(idsOf(byCursor.flat()));
      expect(numbered.count).toBe(unsolved.length);
      for (const page of numbered.pages.slice(0, -1)) expect(page).toHaveLength(10);
    },
    { needs: ['writes', 'sandbox'] },
  );
});

describe('a view that is not there', () => {
  scenario(
    'is not found',
    async (desk) => {
      await desk.refused('ListTicketsFromView', 404, { view_id: 999_999_999 });
    },
    { needs: [] },
  );

  scenario(
    'or is switched off is not found either',
    async (desk) => {
      await desk.refused('ListTicketsFromView', 404, {
        view_id: desk.sandbox().account.inactiveViewId,
      });
    },
    { needs: ['sandbox'] },
  );
});

async function unsolvedView(desk: Desk): Promise<number> {
  return (
    (await desk.viewId()) ?? desk.skip('the account has no view of all tickets that are not solved')
  );
}

async function newestIn(desk: Desk, view_id: number): Promise<readonly number[]> {
  const query = { sort_by: 'id', sort_order: 'desc' };
  return idsOf((await desk.do('ListTicketsFromView', { view_id, query })).tickets);
}

function idsOf(tickets: readonly Ticket[]): readonly number[] {
  return tickets.map(({ id }) => id);
}
