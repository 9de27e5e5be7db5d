// How long tickets took, as routes of their own: the same figures that the metric_sets sideload brings.
import { findTicket, listedTickets } from '../domain/tickets/find-ticket.ts';
import { pathId } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { pageOf } from '../paging/list.ts';
import { presentMetricSet } from '../present/metric-set.ts';
import { BY_ID } from './ticket-sorting.ts';

/** GET /tickets/{ticket_id}/metrics and /ticket_metrics/{ticket_id}: a metric set has its ticket's id. */
export function showMetrics(call: Call): Reply {
  const ticket = findTicket(call.desk, call.actor, pathId(call, 'ticket_id'));
  return json(200, { ticket_metric: presentMetricSet(call.origin, ticket) });
}

/** GET /ticket_metrics */
export function listMetrics(call: Call): Reply {
  const page = pageOf(call, listedTickets(call.desk, call.actor), BY_ID);
  const metrics = page.items.map((ticket) => presentMetricSet(call.origin, ticket));
  return json(200, { ticket_metrics: metrics, ...page.envelope });
}
