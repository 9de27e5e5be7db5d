// Scenario 19: everything that changed since a moment, page by page by time. A page never cuts a second in two, so what
// shares the last second may come twice, and the reader passes over what is known already.
import { describe, expect } from 'vitest';
import type { Answers } from '../support/answers.ts';
import type { Desk } from '../support/desk.ts';
import { createdAt, generatedAt } from '../support/instants.ts';
import type { Ticket } from '../support/records.ts';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios();

describe('the export by time', () => {
  scenario(
    'brings every ticket that changed, as it is now, in the order of the changes',
    async (desk) => {
      const own = [
        await desk.ticket({ subject: 'a' }),
        await desk.ticket({ subject: 'b' }),
        await desk.ticket({ subject: 'c' }),
      ];
      const [first, second] = own;
      await desk.pass(2);
      await desk.update(first?.id ?? 0, { priority: 'urgent' });
      await desk.pass(90);

      const pages = await exportPages(desk, createdAt(first), 1);

      const exported = ownOf(pages, own);
      expect(new Set(exported.map(({ id }) => id))).toEqual(new Set(own.map(({ id }) => id)));
      expect(exported.find(({ id }) => id === first?.id)).toMatchObject({
        priority: 'urgent',
        subject: first?.subject,
      });
      expect(exported.at(-1)?.id, 'what changed last comes last').toBe(first?.id);
      const { generated_timestamp, ...rest } = exported.find(({ id }) => id === second?.id) ?? {};
      expect(rest).toEqual(withoutStamp(await desk.show(second?.id ?? 0)));
      expect(generated_timestamp).toBeGreaterThanOrEqual(createdAt(second));
    },
  );

  scenario(
    'counts what is on the page, and its next page begins where this one ends',
    async (desk) => {
      const first = await desk.ticket();
      await desk.ticket();
      await desk.pass(90);

      for (const page of await exportPages(desk, createdAt(first), 1)) {
        const seconds = page.tickets.map(generatedAt);
        expect(page.count).toBe(page.tickets.length);
        expect(seconds).toEqual([...seconds].sort((left, right) => left - right));
        const last = seconds.at(-1);
        if (last !== undefined) expect(page.end_time).toBe(seconds[0] === last ? last + 1 : last);
        expect(page.next_page).toContain(`start_time=${String(page.end_time)}`);
        expect(page.next_page).toContain('/incremental/tickets.json?');
      }
    },
  );

  scenario('does not cut a second in two', async (desk) => {
    const { job_status } = await desk.do('TicketsCreateMany', {
      body: { tickets: ['a', 'b', 'c', 'd', 'e'].map((subject) => desk.marked({ subject })) },
    });
    const ids = (await desk.finish(job_status)).map(({ id }) => id ?? 0);
    for (const id of ids) desk.keep(id);
    const own = (await desk.do('TicketsShowMany', { query: { ids: ids.join(',') } })).tickets;
    await desk.pass(90);

    const pages = await exportPages(desk, Math.min(...own.map(createdAt)), 2);

    expect(ownOf(pages, own)).toHaveLength(5);
    for (const [index, { tickets }] of pages.entries()) {
      const before = pages[index - 1]?.tickets.map(({ id }) => id) ?? [];
      const again = tickets.filter(({ id }) => before.includes(id));
      const lastSecond = Math.max(...(pages[index - 1]?.tickets.map(generatedAt) ?? [0]));
      expect(
        again.every((ticket) => generatedAt(ticket) === lastSecond),
        'only what shares the last second comes again',
      ).toBe(true);
    }
  });

  scenario('tells of deleted tickets too, as deleted', async (desk) => {
    const { id, created_at } = await desk.ticket();
    await desk.do('DeleteTicket', { ticket_id: id });
    await desk.pass(90);

    const pages = await exportPages(desk, createdAt({ created_at }), 100);

    expect(ownOf(pages, [{ id }])).toMatchObject([{ id, status: 'deleted' }]);
  });

  scenario('says nothing of what did not change since', async (desk) => {
    const before = await desk.ticket();
    await desk.pass(5);
    const after = await desk.ticket();
    await desk.pass(90);

    const pages = await exportPages(desk, createdAt(after), 100);

    expect(ownOf(pages, [before, after]).map(({ id }) => id)).toEqual([after.id]);
  });

  scenario('does not begin in the minute that is not over yet', async (desk) => {
    const ticket = await desk.ticket();

    const { error } = await desk.refused('IncrementalTicketExportTime', 422, {
      query: { start_time: createdAt(ticket) },
    });

    expect(error).toBe('InvalidValue');
  });
});

type ExportPage = Answers['IncrementalTicketExportTime'];

/** All pages from a moment on, by their own addresses. */
async function exportPages(
  desk: Desk,
  start_time: number,
  per_page: number,
): Promise<readonly ExportPage[]> {
  const pages: ExportPage[] = [];
  let request: Parameters<Desk['do']>[1] = { query: { start_time, per_page } };
  while (pages.length < 200) {
    const page: ExportPage = await desk.do('IncrementalTicketExportTime', request);
    pages.push(page);
    if (page.end_of_stream) return pages;
    expect(page.tickets).not.toHaveLength(0);
    request = { url: page.next_page ?? '' };
  }
  throw new Error('The export has no end');
}

/** The scenario's own tickets as they came last, in the order they came. */
function ownOf(
  pages: readonly ExportPage[],
  own: readonly Pick<Ticket, 'id'>[],
): readonly Ticket[] {
  const ids = new Set(own.map(({ id }) => id));
  const known = new Map<number, Ticket>();
  for (const ticket of pages.flatMap(({ tickets }) => tickets))
    if (ids.has(ticket.id)) known.set(ticket.id, ticket);
  return [...known.values()];
}

function withoutStamp({ generated_timestamp: _, ...ticket }: Ticket): Partial<Ticket> {
  return ticket;
}
