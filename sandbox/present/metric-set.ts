// How long a ticket took, as the metric_sets and dates sideloads tell it.
import { isoOf, isoOrNull } from '../desk/instant.ts';
import type { Ticket } from '../desk/ticket.ts';
import type { Wire } from './ticket.ts';

/** The metric set of a ticket. */
export function presentMetricSet(origin: string, ticket: Ticket): Wire {
  const { milestones } = ticket;
  const resolution = minutesSince(ticket, milestones.solvedAt);
  const reply = minutesSince(ticket, milestones.firstReplyAt);
  return {
    url: `${origin}/api/v2/ticket_metrics/${ticket.id}.json`,
    id: ticket.id,
    ticket_id: ticket.id,
    created_at: isoOf(ticket.createdAt),
    updated_at: isoOf(ticket.updatedAt),
    group_stations: milestones.groupStations,
    assignee_stations: milestones.assigneeStations,
    reopens: milestones.reopens,
    replies: milestones.replies,
    ...instants(ticket),
    custom_status_updated_at: isoOf(milestones.statusUpdatedAt),
    reply_time_in_minutes: both(reply),
    first_resolution_time_in_minutes: both(resolution),
    full_resolution_time_in_minutes: both(resolution),
    agent_wait_time_in_minutes: both(null),
    requester_wait_time_in_minutes: both(resolution),
    on_hold_time_in_minutes: both(0),
    reply_time_in_seconds: { calendar: reply === null ? null : reply * 60 },
  };
}

/** The dates of a ticket. */
export function presentDates(ticket: Ticket): Wire {
  return instants(ticket);
}

function instants({ milestones }: Ticket): Wire {
  return {
    assignee_updated_at: isoOrNull(milestones.assigneeUpdatedAt),
    requester_updated_at: isoOf(milestones.requesterUpdatedAt),
    status_updated_at: isoOf(milestones.statusUpdatedAt),
    initially_assigned_at: isoOrNull(milestones.initiallyAssignedAt),
    assigned_at: isoOrNull(milestones.assignedAt),
    solved_at: isoOrNull(milestones.solvedAt),
    latest_comment_added_at: isoOrNull(milestones.latestCommentAt),
  };
}

function minutesSince(ticket: Ticket, second: number | null): number | null {
  return second === null ? null : Math.max(0, Math.floor((second - ticket.createdAt) / 60));
}

function both(minutes: number | null): Wire {
  return { calendar: minutes, business: minutes };
}
