// By what lists of tickets can be sorted, in each of the two paging styles.
import type { Desk } from '../desk/desk.ts';
import { STATUSES, type Ticket } from '../desk/ticket.ts';
import type { SortKey, Sorting } from '../paging/order.ts';

const idOf = ({ id }: Ticket): number => id;
const statusRank = ({ status }: Ticket): number => STATUSES.indexOf(status);

/** The sorting of ListTickets. */
export function ticketSorting(desk: Desk): Sorting<Ticket> {
  const nameOf = (id: number | null): string => desk.users.get(id ?? 0)?.name ?? '';
  return {
    idOf,
    fallback: { key: 'nice_id', direction: 'asc' },
    fallbackKeyOf: idOf,
    offset: {
      assignee: ({ assigneeId }) => assigneeId ?? 0,
      'assignee.name': ({ assigneeId }) => nameOf(assigneeId),
      created_at: ({ createdAt }) => createdAt,
      group: ({ groupId }) => groupId ?? 0,
      id: idOf,
      locale: ({ requesterId }) => desk.users.get(requesterId)?.localeId ?? 0,
      requester: ({ requesterId }) => requesterId,
      'requester.name': ({ requesterId }) => nameOf(requesterId),
      status: statusRank,
      subject: ({ subject }): SortKey => subject ?? '',
      updated_at: ({ updatedAt }) => updatedAt,
    },
    cursor: { id: idOf, status: statusRank, updated_at: ({ updatedAt }) => updatedAt },
  };
}

/** The sorting of lists of tickets that only go by id. */
export const BY_ID: Sorting<Ticket> = {
  idOf,
  fallback: { key: 'nice_id', direction: 'asc' },
  fallbackKeyOf: idOf,
  offset: {
    id: idOf,
    created_at: ({ createdAt }) => createdAt,
    updated_at: ({ updatedAt }) => updatedAt,
  },
  cursor: { id: idOf, updated_at: ({ updatedAt }) => updatedAt },
};
