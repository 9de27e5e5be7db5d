// Scenario 6: the comments and audits of a ticket page by page, by cursor and by number, forwards and backwards.
import { describe, expect } from 'vitest';
import type { Desk } from '../support/desk.ts';
import type { Comment, Ticket } from '../support/records.ts';
import { scenarios } from '../support/scenarios.ts';
import { cursorPages, numberedPages } from '../support/walk.ts';

const scenario = scenarios();

const commentsOf = ({ comments }: { readonly comments: readonly Comment[] }): readonly Comment[] =>
  comments;

describe('a thread of five comments', () => {
  scenario('is the same by cursor, one at a time, as in one page', async (desk) => {
    const { id } = await threadOfFive(desk);
    const { comments, meta, links } = await desk.do('ListTicketComments', {
      ticket_id: id,
      query: { 'page[size]': 100 },
    });

    const pages = await cursorPages(desk, 'ListTicketComments', { ticket_id: id }, commentsOf, 1);

    expect(comments.map(({ body }) => body)).toEqual(['1', '2', '3', '4', '5']);
    expect(pages).toEqual(comments.map((comment) => [comment]));
    expect(meta?.has_more).toBe(false);
    expect(
      [meta?.after_cursor, meta?.before_cursor, links?.next, links?.prev],
      'cursors are told on the last page too',
    ).not.toContain(null);
  });

  scenario('is the same by number, two at a time, with the total on every page', async (desk) => {
    const { id } = await threadOfFive(desk);
    const { comments } = await desk.do('ListTicketComments', { ticket_id: id });

    const { pages, count } = await numberedPages(
      desk,
      'ListTicketComments',
      { ticket_id: id },
      commentsOf,
      2,
    );

    expect(pages.map((page) => page.map(({ body }) => body))).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5'],
    ]);
    expect(pages.flat()).toEqual(comments);
    expect(count).toBe(5);
  });

  scenario('can be followed by the links alone, forwards and back again', async (desk) => {
    const { id } = await threadOfFive(desk);
    const first = await desk.do('ListTicketComments', {
      ticket_id: id,
      query: { 'page[size]': 2 },
    });

    const second = await desk.do('ListTicketComments', {
      ticket_id: id,
      url: first.links?.next ?? '',
    });
    const back = await desk.do('ListTicketComments', {
      ticket_id: id,
      url: second.links?.prev ?? '',
    });

    expect(first.comments.map(({ body }) => body)).toEqual(['1', '2']);
    expect(second.comments.map(({ body }) => body)).toEqual(['3', '4']);
    expect(back.comments.map(({ body }) => body)).toEqual(['1', '2']);
    expect(first.links?.next, 'addresses in answers carry the suffix').toContain('/comments.json?');
  });

  scenario(
    'can be followed by the addresses of numbered pages, forwards and back again',
    async (desk) => {
      const { id } = await threadOfFive(desk);
      const first = await desk.do('ListTicketComments', {
        ticket_id: id,
        query: { per_page: 2, sort_order: 'desc' },
      });

      const second = await desk.do('ListTicketComments', {
        ticket_id: id,
        url: first.next_page ?? '',
      });
      const back = await desk.do('ListTicketComments', {
        ticket_id: id,
        url: second.previous_page ?? '',
      });

      expect([first, second, back].map(({ comments }) => comments.map(({ body }) => body))).toEqual(
        [
          ['5', '4'],
          ['3', '2'],
          ['5', '4'],
        ],
      );
    },
  );

  scenario('is told from its end when asked so, in both styles', async (desk) => {
    const { id } = await threadOfFive(desk);

    const byCursor = await cursorPages(
      desk,
      'ListTicketComments',
      { ticket_id: id, query: { sort: '-created_at' } },
      commentsOf,
      2,
    );
    const byNumber = await numberedPages(
      desk,
      'ListTicketComments',
      { ticket_id: id, query: { sort_order: 'desc' } },
      commentsOf,
      2,
    );

    for (const pages of [byCursor, byNumber.pages])
      expect(pages.flat().map(({ body }) => body)).toEqual(['5', '4', '3', '2', '1']);
  });

  scenario(
    'a comment made while somebody pages through is neither skipped to nor shown twice',
    async (desk) => {
      const { id } = await threadOfFive(desk);
      const first = await desk.do('ListTicketComments', {
        ticket_id: id,
        query: { 'page[size]': 3 },
      });
      await desk.update(id, { comment: { body: '6' } });

      const rest = await desk.do('ListTicketComments', {
        ticket_id: id,
        query: { 'page[size]': 3, 'page[after]': first.meta?.after_cursor ?? '' },
      });

      expect([...first.comments, ...rest.comments].map(({ body }) => body)).toEqual([
        '1',
        '2',
        '3',
        '4',
        '5',
        '6',
      ]);
    },
  );

  scenario('names its authors beside it when asked', async (desk) => {
    const me = await desk.me();
    const { id } = await threadOfFive(desk);

    const { users } = await desk.do('ListTicketComments', {
      ticket_id: id,
      query: { include: 'users' },
    });

    expect(users?.map((user) => user.id)).toEqual([me.id]);
  });

  scenario('a cursor page beyond the only one is empty', async (desk) => {
    const { id } = await desk.ticket();
    const only = await desk.do('ListTicketComments', { ticket_id: id, query: { 'page[size]': 5 } });

    const { comments, meta } = await desk.do('ListTicketComments', {
      ticket_id: id,
      url: only.links?.next ?? '',
    });

    expect([comments, meta?.has_more]).toEqual([[], false]);
  });
});

describe('the audits of the same thread', () => {
  scenario('are as many in either style, oldest first', async (desk) => {
    const { id } = await threadOfFive(desk);
    const audits = await desk.audits(id);

    const byCursor = await cursorPages(
      desk,
      'ListAuditsForTicket',
      { ticket_id: id },
      (body) => body.audits,
      2,
    );
    const byNumber = await numberedPages(
      desk,
      'ListAuditsForTicket',
      { ticket_id: id },
      (body) => body.audits,
      2,
    );

    expect(audits).toHaveLength(5);
    expect(audits.map((audit) => audit.id)).toEqual(
      audits.map((audit) => audit.id).sort((left, right) => left - right),
    );
    expect(byCursor.flat()).toEqual(audits);
    expect(byNumber.pages.flat()).toEqual(audits);
    expect(byNumber.count).toBe(5);
  });
});

async function threadOfFive(desk: Desk): Promise<Ticket> {
  const ticket = await desk.ticket({ comment: { body: '1' } });
  for (const body of ['2', '3', '4', '5']) await desk.update(ticket.id, { comment: { body } });
  return ticket;
}
