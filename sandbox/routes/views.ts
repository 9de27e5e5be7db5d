// Saved lists of tickets: which there are, how many tickets they hold, and the tickets themselves, newest first unless
// asked otherwise.
import type { View } from '../desk/account-records.ts';
import { isoOf } from '../desk/instant.ts';
import { STATUSES, type Ticket } from '../desk/ticket.ts';
import { listedTickets } from '../domain/tickets/find-ticket.ts';
import { pathId, requiredIds } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { withoutMembers } from '../input/members.ts';
import { pageOf } from '../paging/list.ts';
import type { Sorting, SortKey } from '../paging/order.ts';
import { besideTickets, presentTickets } from '../present/sideloads.ts';
import type { Wire } from '../present/ticket.ts';
import { recordNotFound } from '../refusals/catalogue.ts';
import { ticketSorting } from './ticket-sorting.ts';

/** GET /views/{view_id}/tickets */
export function listViewTickets(call: Call): Reply {
  const view = findView(call);
  const page = pageOf(call, ticketsOf(call, view), viewSorting(call), { hidesBeforeFirst: true });
  const tickets = presentTickets(call, page.items);
  return json(200, { tickets, ...besideTickets(call, page.items), ...page.envelope });
}

/** GET /views and /views/active */
export function listViews(call: Call): Reply {
  const views = [...call.desk.views.values()].filter(
    ({ isActive }) => isActive || !call.path.endsWith('/active'),
  );
  const page = pageOf(call, views, VIEW_SORTING);
  return json(200, { views: page.items.map((view) => presentView(call, view)), ...page.envelope });
}

/** GET /views/compact: the active ones, in one page. */
export function listViewsCompact(call: Call): Reply {
  const views = [...call.desk.views.values()].filter(({ isActive }) => isActive);
  return json(200, { views: views.map((view) => presentView(call, view)), count: views.length });
}

/** GET /views/show_many and /views/count_many: what is not to be seen is left out. */
export function showManyViews(call: Call): Reply {
  const views = requiredIds(call).flatMap((id) => activeView(call, id) ?? []);
  if (call.path.endsWith('/count_many'))
    return json(200, { view_counts: views.map((view) => countOf(call, view)) });
  const page = pageOf(call, views, VIEW_SORTING);
  return json(200, { views: page.items.map((view) => presentView(call, view)), ...page.envelope });
}

/** GET /views/{view_id} */
export function showView(call: Call): Reply {
  return json(200, { view: presentView(call, findView(call)) });
}

/** GET /views/{view_id}/count */
export function countView(call: Call): Reply {
  return json(200, { view_count: countOf(call, findView(call)) });
}

function countOf(call: Call, view: View): Wire {
  const value = ticketsOf(call, view).length;
  const url = `${call.origin}/api/v2/views/${view.id}/count.json`;
  return { url, view_id: view.id, value, pretty: String(value), fresh: true };
}

function findView(call: Call): View {
  const view = activeView(call, pathId(call, 'view_id'));
  if (view === null) throw recordNotFound();
  return view;
}

function activeView({ desk }: Call, id: number): View | null {
  const view = desk.views.get(id);
  return view?.isActive === true ? view : null;
}

function ticketsOf({ desk, actor }: Call, { below }: View): readonly Ticket[] {
  const limit = STATUSES.indexOf(below);
  return listedTickets(desk, actor).filter(({ status }) => STATUSES.indexOf(status) < limit);
}

const VIEW_SORTING: Sorting<View> = {
  idOf: ({ id }) => id,
  fallback: { key: 'id', direction: 'asc' },
  fallbackKeyOf: ({ id }) => id,
  offset: { id: ({ id }) => id, title: ({ title }) => title },
  cursor: { id: ({ id }) => id, title: ({ title }) => title },
};

/** Columns that hold an instant or a number that grows with time: newest first. */
const NEWEST_FIRST = new Set(['id', 'nice_id', 'created', 'created_at', 'updated', 'updated_at']);

function viewSorting({ desk }: Call): Sorting<Ticket> {
  const { idOf, offset } = ticketSorting(desk);
  const groupName = ({ groupId }: Ticket): SortKey => desk.groups.get(groupId ?? 0)?.name ?? '';
  const columns = {
    ...withoutMembers(offset, 'subject'),
    nice_id: idOf,
    created: ({ createdAt }: Ticket) => createdAt,
    updated: ({ updatedAt }: Ticket) => updatedAt,
    priority: ({ priority }: Ticket) => priority ?? '',
    type: ({ type }: Ticket) => type ?? '',
    group: groupName,
    organization: ({ organizationId }: Ticket) =>
      desk.organizations.get(organizationId ?? 0)?.name ?? '',
    ticket_form: ({ formId }: Ticket) => formId,
    brand: ({ brandId }: Ticket) => brandId,
    due_date: ({ dueAt }: Ticket) => dueAt ?? 0,
  };
  return {
    idOf,
    fallback: { key: 'nice_id', direction: 'desc' },
    fallbackKeyOf: idOf,
    offset: columns,
    cursor: columns,
    directionOf: (word) => (NEWEST_FIRST.has(word) ? 'desc' : 'asc'),
  };
}

function presentView({ origin }: Call, view: View): Wire {
  return {
    url: `${origin}/api/v2/views/${view.id}.json`,
    id: view.id,
    title: view.title,
    active: view.isActive,
    updated_at: isoOf(view.createdAt),
    created_at: isoOf(view.createdAt),
    default: false,
    position: 1,
    description: null,
    execution: {
      group_by: null,
      group_order: 'asc',
      sort_by: 'nice_id',
      sort_order: 'desc',
      columns: [],
      fields: [],
      custom_fields: [],
    },
    conditions: { all: [{ field: 'status', operator: 'less_than', value: view.below }], any: [] },
    restriction: null,
    raw_title: view.title,
  };
}
