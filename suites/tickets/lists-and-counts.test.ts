// Scenario 18: the list of all tickets: narrowed, sorted, paged in both styles, counted, and what of it is refused.
import { describe, expect } from 'vitest';
import type { Desk } from '../support/desk.ts';
import type { Ticket } from '../support/records.ts';
import { scenarios } from '../support/scenarios.ts';
import { cursorPages, numberedPages } from '../support/walk.ts';

const scenario = scenarios();

const ticketsOf = ({ tickets }: { readonly tickets: readonly Ticket[] }): readonly Ticket[] =>
  tickets;

describe('tickets with one external id', () => {
  scenario('are all found by it, and no others', async (desk) => {
    const external_id = desk.word('order');
    const own = [await desk.ticket({ external_id }), await desk.ticket({ external_id })];
    await desk.ticket({ external_id: `${external_id}9` });

    const { tickets, count, next_page, previous_page } = await desk.do('ListTickets', {
      query: { external_id },
    });

    expect(idsOf(tickets)).toEqual(idsOf(own));
    expect(tickets).toMatchObject(own.map(({ id, subject }) => ({ id, subject, external_id })));
    expect([count, next_page, previous_page]).toEqual([2, null, null]);
  });

  scenario('are the same by cursor and by number, whatever the size of the page', async (desk) => {
    const { external_id, tickets } = await fiveTickets(desk);
    const ids = idsOf(tickets);

    for (const size of [1, 2, 3, 5]) {
      const byCursor = await cursorPages(
        desk,
        'ListTickets',
        { query: { external_id } },
        ticketsOf,
        size,
      );
      expect(idsOf(byCursor.flat()), `by cursor, ${String(size)} a page`).toEqual(ids);
      const byNumber = await numberedPages(
        desk,
        'ListTickets',
        { query: { external_id } },
        ticketsOf,
        size,
      );
      expect(idsOf(byNumber.pages.flat()), `by number, ${String(size)} a page`).toEqual(ids);
      expect(byNumber.count).toBe(5);
    }
  });

  scenario('keep the filter in the addresses of the neighbouring pages', async (desk) => {
    const { external_id, tickets } = await fiveTickets(desk);
    const ids = idsOf(tickets);
    const first = await desk.do('ListTickets', { query: { external_id, 'page[size]': 2 } });
    const numbered = await desk.do('ListTickets', { query: { external_id, per_page: 2 } });

    const second = await desk.do('ListTickets', { url: first.links?.next ?? '' });
    const numberedSecond = await desk.do('ListTickets', { url: numbered.next_page ?? '' });

    expect(idsOf(second.tickets)).toEqual(ids.slice(2, 4));
    expect(idsOf(numberedSecond.tickets)).toEqual(ids.slice(2, 4));
    expect(numbered.next_page).toContain('/tickets.json?');
    const back = await desk.do('ListTickets', { url: numberedSecond.previous_page ?? '' });
    expect(idsOf(back.tickets)).toEqual(ids.slice(0, 2));
  });

  scenario('are sorted as asked, in both styles', async (desk) => {
    const { external_id, tickets } = await fiveTickets(desk);
    const ids = idsOf(tickets);
    const [one, two, three, four, five] = ids;
    for (const id of [three, one]) {
      await desk.pass(1);
      await desk.update(id ?? 0, { priority: 'high' });
    }
    const touched = [two, four, five, three, one];

    const byCursor = async (sort: string): Promise<readonly number[]> =>
      idsOf(
        (
          await cursorPages(desk, 'ListTickets', { query: { external_id, sort } }, ticketsOf, 2)
        ).flat(),
      );
    const byNumber = async (sort_by: string, sort_order: string): Promise<readonly number[]> =>
      idsOf(
        (
          await numberedPages(
            desk,
            'ListTickets',
            { query: { external_id, sort_by, sort_order } },
            ticketsOf,
            2,
          )
        ).pages.flat(),
      );

    expect(await byCursor('id')).toEqual(ids);
    expect(await byCursor('-id')).toEqual(ids.toReversed());
    expect(await byCursor('updated_at')).toEqual(touched);
    expect(await byCursor('-updated_at')).toEqual(touched.toReversed());
    expect(await byNumber('created_at', 'desc')).toEqual(ids.toReversed());
    expect(await byNumber('updated_at', 'asc')).toEqual(touched);
    expect(await byNumber('subject', 'desc')).toEqual(ids.toReversed());
  });

  scenario('show everything a single ticket shows, by cursor all but `fields`', async (desk) => {
    const { external_id, tickets } = await fiveTickets(desk);
    const [first] = tickets;
    const shown = await desk.show(first?.id ?? 0);

    const numbered = await desk.do('ListTickets', { query: { external_id } });
    const byCursor = await desk.do('ListTickets', { query: { external_id, 'page[size]': 5 } });

    expect(numbered.tickets[0]).toEqual(shown);
    const { fields, ...rest } = shown;
    expect(fields).toBeDefined();
    expect(byCursor.tickets[0]).toEqual(rest);
  });
});

describe('the list of all tickets', () => {
  scenario(
    'has each of them once, and the count counts them',
    async (desk) => {
      await desk.ticket();
      const pages = await cursorPages(desk, 'ListTickets', {}, ticketsOf, 30);
      const numbered = await numberedPages(desk, 'ListTickets', {}, ticketsOf, 50);
      const { count } = await desk.do('CountTickets');

      const ids = idsOf(pages.flat());
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual([...ids].sort((left, right) => left - right));
      expect(idsOf(numbered.pages.flat())).toEqual(ids);
      expect(numbered.count).toBe(ids.length);
      expect(count.value).toBe(ids.length);
    },
    { needs: ['writes', 'sandbox'] },
  );

  scenario(
    'grows with each new ticket and shrinks with each deleted one',
    async (desk) => {
      const before = (await desk.do('CountTickets')).count.value;
      const { id } = await desk.ticket();
      await desk.ticket();

      expect((await desk.do('CountTickets')).count.value).toBe(before + 2);
      expect((await desk.do('ListTickets')).count).toBe(before + 2);
      await desk.do('DeleteTicket', { ticket_id: id });

      expect((await desk.do('CountTickets')).count.value).toBe(before + 1);
      expect((await desk.do('ListTickets')).count).toBe(before + 1);
    },
    { needs: ['writes', 'sandbox'] },
  );

  scenario('begins with the newest when asked by number downwards', async (desk) => {
    const { id } = await desk.ticket();

    const { tickets } = await desk.do('ListTickets', { query: { 'page[size]': 5, sort: '-id' } });

    const ids = idsOf(tickets);
    expect(ids).toEqual([...ids].sort((left, right) => right - left));
    expect(ids).toContain(id);
  });

  scenario('takes unknown sideloads for none, and brings the known ones', async (desk) => {
    const customer = await desk.endUser('Assay Beside');
    const external_id = desk.word('beside');
    const { id } = await desk.ticket({ external_id, requester_id: customer.id });

    const none = await desk.do('ListTickets', { query: { external_id, include: 'None' } });
    const users = await desk.do('ListTickets', { query: { external_id, include: 'users,groups' } });

    expect(idsOf(none.tickets)).toEqual([id]);
    expect(none).not.toHaveProperty('users');
    expect(users.users).toContainEqual(
      expect.objectContaining({ id: customer.id, name: 'Assay Beside' }),
    );
    expect(users).toHaveProperty('groups');
  });

  scenario(
    'by cursor tells neither a total nor numbered pages, by number no cursor',
    async (desk) => {
      await desk.ticket();

      const byCursor = await desk.do('ListTickets', { query: { 'page[size]': 1 } });
      const byNumber = await desk.do('ListTickets', { query: { per_page: 1 } });
      const mixed = await desk.do('ListTickets', {
        query: { 'page[size]': 1, sort_by: 'subject', sort_order: 'desc' },
      });

      expect(byCursor).not.toHaveProperty('count');
      expect(byCursor).not.toHaveProperty('next_page');
      expect(byNumber).not.toHaveProperty('meta');
      expect(mixed, 'the cursor wins where both are asked for').toHaveProperty('meta');
      expect(idsOf(mixed.tickets)).toEqual(idsOf(byCursor.tickets));
    },
  );
});

describe('what the list refuses', () => {
  scenario(
    'an order it does not know',
    async (desk) => {
      expect(
        await desk.refused('ListTickets', 400, { query: { 'page[size]': 1, sort: 'colour' } }),
      ).toMatchObject({
        error: 'InvalidPaginationParameter',
      });
    },
    { needs: [] },
  );

  scenario(
    'a page deeper than ten thousand records',
    async (desk) => {
      const { errors } = await desk.refused('ListTickets', 400, {
        query: { page: 1001, per_page: 10 },
      });

      expect(errors).toMatchObject([{ code: 'InvalidPaginationDepth' }]);
    },
    { needs: [] },
  );

  scenario(
    'a page that is no number',
    async (desk) => {
      const { error } = await desk.refused('ListTickets', 400, { query: { page: 'two' } });

      expect(error).toMatchObject({ title: 'Invalid attribute' });
    },
    { needs: [] },
  );
});

async function fiveTickets(
  desk: Desk,
): Promise<{ readonly external_id: string; readonly tickets: readonly Ticket[] }> {
  const external_id = desk.word('batch');
  const tickets: Ticket[] = [];
  for (const subject of ['a', 'b', 'c', 'd', 'e'])
    tickets.push(await desk.ticket({ external_id, subject }));
  return { external_id, tickets };
}

function idsOf(tickets: readonly Ticket[]): readonly number[] {
  return tickets.map(({ id }) => id);
}
