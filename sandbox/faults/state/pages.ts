// Faults of paging and sorting: records that come twice or not at all, ends that come early or never, orders ignored.
import type { Call, Handler } from '../../http/call.ts';
import type { Reply } from '../../http/reply.ts';
import { answering, around, asking, withQuery } from '../bind.ts';
import { editReply, jsonOf, memberOf } from '../edit-json.ts';
import type { FaultDraft } from '../fault.ts';
import type { Hooks } from '../hooks.ts';

const pageNumber = (call: Call): number => Number(call.query.get('page') ?? '1');

/** The items of a page under the given name. */
function itemsOf(reply: Reply, collection: string): readonly unknown[] {
  const items = memberOf(jsonOf(reply), collection);
  return Array.isArray(items) ? (items as readonly unknown[]) : [];
}

function pageBefore(call: Call, next: Handler): Reply {
  return next(withQuery(call, { page: String(pageNumber(call) - 1) }));
}

/** Faults of paging and sorting. */
export const PAGE_FAULTS: readonly FaultDraft[] = [
  {
    name: 'second-page-repeats-a-record',
    operations: ['ListTickets'],
    shows: 'second',
    sentence: 'Every page by number but the first begins with the last record of the page before.',
    how: () =>
      around(['ListTickets'], (call, next) => {
        if (!(pageNumber(call) > 1)) return next(call);
        const last = itemsOf(pageBefore(call, next), 'tickets').slice(-1);
        return editReply(next(call), 'tickets', (items) => [...last, ...(items as unknown[])]);
      }),
  },
  {
    name: 'second-page-skips-a-record',
    operations: ['ListTicketComments'],
    shows: 'second',
    sentence: 'Every page of comments by number but the first lacks its first record.',
    how: () =>
      answering(['ListTicketComments'], (reply, call) =>
        pageNumber(call) > 1
          ? editReply(reply, 'comments', (items) => (items as unknown[]).slice(1))
          : reply,
      ),
  },
  {
    name: 'cursor-repeats-a-record',
    operations: ['ListAuditsForTicket'],
    shows: 'second',
    sentence: 'The page after a cursor begins with the record at the cursor.',
    how: (): Hooks => {
      const lastByCursor = new Map<unknown, unknown>();
      return answering(['ListAuditsForTicket'], (reply, call) => {
        const after = call.query.get('page[after]');
        const repeated = after === undefined ? undefined : lastByCursor.get(after);
        lastByCursor.set(
          memberOf(memberOf(jsonOf(reply), 'meta'), 'after_cursor'),
          itemsOf(reply, 'audits').at(-1),
        );
        return repeated === undefined
          ? reply
          : editReply(reply, 'audits', (items) => [repeated, ...(items as unknown[])]);
      });
    },
  },
  {
    name: 'cursor-list-never-ends',
    operations: ['ListTickets'],
    shows: 'second',
    sentence: 'The last page by cursor says that there is more and leads to the first one.',
    how: () =>
      answering(['ListTickets'], (reply, call) => {
        const more = editReply(reply, 'meta.has_more', () => true);
        const first = `${call.origin}${call.path}.json?page%5Bsize%5D=${call.query.get('page[size]') ?? '100'}`;
        return memberOf(memberOf(jsonOf(reply), 'meta'), 'has_more') === false
          ? editReply(more, 'links.next', () => first)
          : reply;
      }),
  },
  {
    name: 'cursor-list-ends-early',
    operations: ['ListTicketComments'],
    shows: 'second',
    sentence: 'The first page of comments by cursor says that nothing follows.',
    how: () =>
      answering(['ListTicketComments'], (reply) => editReply(reply, 'meta.has_more', () => false)),
  },
  {
    name: 'next-page-missing-from-second',
    operations: ['ListTickets'],
    shows: 'second',
    sentence: 'From the second page on there is never a next one.',
    how: () =>
      answering(['ListTickets'], (reply, call) =>
        pageNumber(call) > 1 ? editReply(reply, 'next_page', () => null) : reply,
      ),
  },
  {
    name: 'next-page-forgets-parameters',
    operations: ['ListTicketComments'],
    shows: 'second',
    sentence: 'The link to the next page drops every parameter but the page number.',
    how: () =>
      answering(['ListTicketComments'], (reply) =>
        editReply(reply, 'next_page', (url) =>
          typeof url === 'string' ? url.replace(/\?.*?(page=\d+)$/, '?$1') : url,
        ),
      ),
  },
  {
    name: 'previous-page-is-itself',
    operations: ['ListTickets'],
    shows: 'second',
    sentence: 'The link to the page before leads to the page itself.',
    how: () =>
      answering(['ListTickets'], (reply, call) =>
        editReply(reply, 'previous_page', (url) =>
          typeof url === 'string' ? url.replace(/page=\d+$/, `page=${pageNumber(call)}`) : url,
        ),
      ),
  },
  {
    name: 'page-size-ignored',
    operations: ['ListTicketsFromView'],
    shows: 'edge',
    sentence: 'A page of one record is as long as any other.',
    how: () =>
      asking(['ListTicketsFromView'], (call) =>
        call.query.get('per_page') === '1' ? withQuery(call, { per_page: null }) : call,
      ),
  },
  {
    name: 'count-is-of-the-page',
    operations: ['ListTickets'],
    shows: 'second',
    sentence: 'The count beside a page is that of the page, not of all records.',
    how: () =>
      answering(['ListTickets'], (reply) =>
        editReply(reply, 'count', () => itemsOf(reply, 'tickets').length),
      ),
  },
  {
    name: 'deep-page-answered',
    operations: ['ListTickets'],
    shows: 'edge',
    sentence: 'A page beyond ten thousand records is answered empty instead of refused.',
    how: () =>
      asking(['ListTickets'], (call) => {
        const size = Number(call.query.get('per_page') ?? '100');
        return (pageNumber(call) - 1) * size >= 10_000
          ? withQuery(call, { page: '100', per_page: '100' })
          : call;
      }),
  },
  {
    name: 'sort-order-ignored',
    operations: ['ListTicketComments'],
    shows: 'edge',
    sentence: 'Comments asked for newest first come oldest first.',
    how: () =>
      asking(['ListTicketComments'], (call) => {
        const sort = call.query.get('sort') === '-created_at' ? { sort: 'created_at' } : {};
        return withQuery(call, { ...sort, sort_order: null });
      }),
  },
  {
    name: 'minus-in-sort-ignored',
    operations: ['ListTickets'],
    shows: 'edge',
    sentence: 'A list sorted by cursor never falls, whatever its sort says.',
    how: () =>
      asking(['ListTickets'], (call) => {
        const sort = call.query.get('sort');
        return sort === undefined ? call : withQuery(call, { sort: sort.replace(/^-/, '') });
      }),
  },
  {
    name: 'sorted-by-creation-instead-of-change',
    operations: ['ListTickets'],
    shows: 'edge',
    sentence: 'A list sorted by its last change stands in the order of creation.',
    how: () =>
      asking(['ListTickets'], (call) => {
        const sort = call.query.get('sort')?.replace('updated_at', 'id');
        const by = call.query.get('sort_by') === 'updated_at' ? { sort_by: 'created_at' } : {};
        return withQuery(call, { ...by, ...(sort === undefined ? {} : { sort }) });
      }),
  },
  {
    name: 'show-many-in-asked-order',
    operations: ['TicketsShowMany'],
    shows: 'pair',
    sentence: 'Tickets shown together stand in the order of the request, not of their ids.',
    how: () =>
      answering(['TicketsShowMany'], (reply, call) => {
        const ids = (call.query.get('ids') ?? '').split(',').map(Number);
        const rank = (ticket: unknown): number => ids.indexOf(Number(memberOf(ticket, 'id')));
        return editReply(reply, 'tickets', (tickets) =>
          [...(tickets as unknown[])].sort((left, right) => rank(left) - rank(right)),
        );
      }),
  },
  {
    name: 'view-oldest-first',
    operations: ['ListTicketsFromView'],
    shows: 'always',
    sentence: 'A view begins with its oldest ticket instead of its newest.',
    how: () =>
      asking(['ListTicketsFromView'], (call) =>
        call.query.has('sort_by') || call.query.has('sort')
          ? call
          : withQuery(call, { sort_by: 'nice_id', sort_order: 'asc', sort: 'nice_id' }),
      ),
  },
  {
    name: 'external-id-finds-one',
    operations: ['ListTickets'],
    shows: 'pair',
    sentence: 'Of two tickets with the same outside id only the first is found.',
    how: () =>
      answering(['ListTickets'], (reply, call) =>
        call.query.has('external_id')
          ? editReply(
              editReply(reply, 'tickets', (items) => (items as unknown[]).slice(0, 1)),
              'count',
              (count) => Math.min(1, Number(count)),
            )
          : reply,
      ),
  },
];
