// Scenario 20: everything that changed since a moment, by cursor: each change once, in a strict order, and the last cursor
// is good for asking again later.
import { describe, expect } from 'vitest';
import type { Answers } from '../support/answers.ts';
import type { Desk } from '../support/desk.ts';
import { createdAt, generatedAt } from '../support/instants.ts';
import type { Ticket } from '../support/records.ts';
import { scenarios } from '../support/scenarios.ts';

const scenario = scenarios();

type ExportPage = Answers['IncrementalTicketExportCursor'];

describe('the export by cursor', () => {
  scenario('brings every ticket once, page by page, each page as large as asked', async (desk) => {
    const own = [
      await desk.ticket({ subject: 'a' }),
      await desk.ticket({ subject: 'b' }),
      await desk.ticket({ subject: 'c' }),
    ];
    await desk.pass(90);

    const pages = await exportPages(desk, {
      query: { start_time: createdAt(own[0]), per_page: 2 },
    });

    const tickets = pages.flatMap((page) => page.tickets);
    for (const { id } of own) expect(idsOf(tickets)).toContain(id);
    expect(new Set(idsOf(tickets)).size, 'none comes twice').toBe(tickets.length);
    for (const page of pages.slice(0, -1)) expect(page.tickets).toHaveLength(2);
    const places = tickets.map((ticket): readonly [number, number] => [
      generatedAt(ticket),
      ticket.id,
    ]);
    expect(places).toEqual(
      [...places].sort(
        ([second, id], [otherSecond, otherId]) => second - otherSecond || id - otherId,
      ),
    );
  });

  scenario('keeps those apart that changed in one second', async (desk) => {
    const { job_status } = await desk.do('TicketsCreateMany', {
      body: { tickets: ['a', 'b', 'c', 'd', 'e'].map((subject) => desk.marked({ subject })) },
    });
    const ids = (await desk.finish(job_status)).map(({ id }) => id ?? 0);
    for (const id of ids) desk.keep(id);
    const { tickets: own } = await desk.do('TicketsShowMany', { query: { ids: ids.join(',') } });
    await desk.pass(90);

    const pages = await exportPages(desk, {
      query: { start_time: Math.min(...own.map(createdAt)), per_page: 2 },
    });

    const exported = idsOf(pages.flatMap((page) => page.tickets)).filter((id) => ids.includes(id));
    expect([...exported].sort(byNumber)).toEqual([...ids].sort(byNumber));
  });

  scenario(
    'asked again with its last cursor tells what changed since, and that once',
    async (desk) => {
      const ticket = await desk.ticket();
      const other = await desk.ticket();
      await desk.pass(90);
      const pages = await exportPages(desk, { query: { start_time: createdAt(ticket) } });
      const cursor = pages.at(-1)?.after_cursor ?? '';
      const nothing = await desk.do('IncrementalTicketExportCursor', { query: { cursor } });

      expect(idsOf(nothing.tickets)).not.toContain(ticket.id);
      expect(nothing.after_cursor, 'there is a cursor at the end too').not.toBeNull();
      await desk.update(ticket.id, { priority: 'urgent' });
      await desk.pass(90);
      const change = await exportPages(desk, { query: { cursor } });
      const changed = change.flatMap(({ tickets }) => tickets);

      expect(changed.filter(({ id }) => id === ticket.id)).toMatchObject([{ priority: 'urgent' }]);
      expect(idsOf(changed)).not.toContain(other.id);
      const after = await desk.do('IncrementalTicketExportCursor', {
        url: change.at(-1)?.after_url ?? '',
      });
      expect(idsOf(after.tickets)).not.toContain(ticket.id);
    },
  );

  scenario('tells of deleted and of restored tickets', async (desk) => {
    const ticket = await desk.ticket();
    await desk.do('DeleteTicket', { ticket_id: ticket.id });
    await desk.pass(90);

    const deleted = await exportPages(desk, { query: { start_time: createdAt(ticket) } });
    await desk.beside(`PUT /deleted_tickets/${String(ticket.id)}/restore.json`);
    await desk.pass(90);
    const restored = await exportPages(desk, {
      query: { cursor: deleted.at(-1)?.after_cursor ?? '' },
    });

    const own = [...deleted, ...restored]
      .flatMap(({ tickets }) => tickets)
      .filter(({ id }) => id === ticket.id);
    expect(own.map(({ status }) => status)).toEqual(['deleted', 'new']);
  });

  scenario('does not begin in the future', async (desk) => {
    const ticket = await desk.ticket();

    const { error } = await desk.refused('IncrementalTicketExportCursor', 400, {
      query: { start_time: createdAt(ticket) + 30 },
    });

    expect(error).toBe('StartTimeTooRecent');
  });
});

/** All pages, by their own addresses. */
async function exportPages(
  desk: Desk,
  request: Parameters<Desk['do']>[1],
): Promise<readonly ExportPage[]> {
  const pages: ExportPage[] = [];
  const cursors = new Set<string | null>();
  let next = request;
  while (pages.length < 200) {
    const page: ExportPage = await desk.do('IncrementalTicketExportCursor', next);
    pages.push(page);
    if (page.end_of_stream) return pages;
    expect(cursors, 'the cursor moves on').not.toContain(page.after_cursor);
    cursors.add(page.after_cursor);
    next = { url: page.after_url ?? '' };
  }
  throw new Error('The export has no end');
}

function idsOf(tickets: readonly Ticket[]): readonly number[] {
  return tickets.map(({ id }) => id);
}

function byNumber(left: number, right: number): number {
  return left - right;
}
