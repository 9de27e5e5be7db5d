// What `include` adds: records beside the collection, and members inside each ticket. Names that nobody knows are passed
// over.
import type { Ticket } from '../desk/ticket.ts';
import type { Call } from '../http/call.ts';
import { incidentsOf } from '../domain/tickets/incidents.ts';
import {
  presentCustomStatus,
  presentForm,
  presentGroup,
  presentOrganization,
} from './account-records.ts';
import { presentAudit } from './audit.ts';
import { presentDates, presentMetricSet } from './metric-set.ts';
import { presentTicket, type TicketShape, type Wire } from './ticket.ts';
import { presentUser } from './user.ts';

/** The names that a request asks to include. */
export function includedNames({ query }: Call): ReadonlySet<string> {
  const text = query.get('include');
  return new Set(text === undefined ? [] : text.split(',').map((name) => name.trim()));
}

/** Tickets with the members that were asked to be put inside them. */
export function presentTickets(
  call: Call,
  tickets: readonly Ticket[],
  shape: TicketShape & { readonly isSingle?: boolean } = {},
): readonly Wire[] {
  const names = includedNames(call);
  return tickets.map((ticket) => {
    const wire = presentTicket(call.desk, call.origin, ticket, shape);
    return names.size === 0
      ? wire
      : { ...wire, ...insideTicket(call, ticket, names, shape.isSingle) };
  });
}

function insideTicket(
  { desk, origin }: Call,
  ticket: Ticket,
  names: ReadonlySet<string>,
  isSingle = false,
): Wire {
  const wire: Wire = {};
  if (names.has('comment_count')) wire['comment_count'] = desk.comments.get(ticket.id)?.length ?? 0;
  if (names.has('metric_sets')) wire['metric_set'] = presentMetricSet(origin, ticket);
  if (names.has('dates')) wire['dates'] = presentDates(ticket);
  if (names.has('incident_counts')) wire['incident_count'] = incidentsOf(desk, ticket.id).length;
  if (isSingle && names.has('slas')) wire['slas'] = { policy_metrics: [] };
  if (isSingle && names.has('metric_events')) wire['metric_events'] = { periodic_update_time: [] };
  return wire;
}

/** Arrays beside the collection: the records that these tickets point at. */
export function besideTickets(call: Call, tickets: readonly Ticket[], isExport = false): Wire {
  const names = includedNames(call);
  if (names.size === 0) return {};
  const { desk, origin } = call;
  const wire: Wire = {};
  if (names.has('users')) wire['users'] = presentUsers(call, tickets.flatMap(peopleIds));
  if (names.has('groups'))
    wire['groups'] = found(
      desk.groups,
      tickets.map(({ groupId }) => groupId),
    ).map((group) => presentGroup(origin, group));
  if (names.has('organizations'))
    wire['organizations'] = found(
      desk.organizations,
      tickets.map(({ organizationId }) => organizationId),
    ).map((organization) => presentOrganization(origin, organization));
  if (names.has('custom_statuses'))
    wire['custom_statuses'] = found(
      desk.customStatuses,
      tickets.map(({ customStatusId }) => customStatusId),
    ).map((status) => presentCustomStatus(origin, status));
  if (names.has('ticket_forms'))
    wire['ticket_forms'] = tickets.length > 0 ? [presentForm(desk, origin)] : [];
  if (names.has('sharing_agreements')) wire['sharing_agreements'] = [];
  if (names.has('last_audits') && !isExport) wire['last_audits'] = lastAudits(call, tickets);
  return wire;
}

/** Users by id, each once and in the order in which they are first named. */
export function presentUsers(
  { desk, origin }: Call,
  ids: readonly (number | null)[],
): readonly Wire[] {
  return found(desk.users, ids).map((user) => presentUser(origin, user));
}

function peopleIds(ticket: Ticket): readonly (number | null)[] {
  const { requesterId, submitterId, assigneeId, followerIds, emailCcIds } = ticket;
  return [submitterId, requesterId, assigneeId, ...followerIds, ...emailCcIds];
}

function lastAudits({ desk, origin }: Call, tickets: readonly Ticket[]): readonly Wire[] {
  return tickets.flatMap(({ id }) => {
    const audit = desk.audits.get(id)?.at(-1);
    return audit === undefined ? [] : [presentAudit(desk, origin, audit)];
  });
}

function found<T>(
  table: { get(id: number): T | undefined },
  ids: readonly (number | null)[],
): readonly T[] {
  const known = [...new Set(ids)].filter((id): id is number => id !== null);
  return known.flatMap((id) => table.get(id) ?? []);
}
