// Changing, deleting and marking many tickets in one call: one job, one result a ticket.
import type { JobResult } from '../desk/job.ts';
import type { Ticket } from '../desk/ticket.ts';
import { failureWords, startJob } from '../domain/jobs/start-job.ts';
import { deleteTicket } from '../domain/tickets/delete-ticket.ts';
import { findTicket } from '../domain/tickets/find-ticket.ts';
import { markAsSpam } from '../domain/tickets/spam.ts';
import { updateTicket } from '../domain/tickets/update-ticket.ts';
import { queryIds, requiredIds, whereOf } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import type { Refusal } from '../http/refusal.ts';
import { json, type Reply } from '../http/reply.ts';
import { withWarning } from '../http/warning.ts';
import { bodyMember, objectOf, otherMembers } from '../input/body.ts';
import { withoutMembers } from '../input/members.ts';
import { id, INVALID } from '../input/reader.ts';
import { readTicket, type ReadTicket } from '../input/read-ticket.ts';
import { presentJob } from '../present/job.ts';
import { invalidAttribute } from '../refusals/catalogue.ts';
import { DetailList, invalidField } from '../refusals/record-invalid.ts';
import { manyUnder } from './bulk-create.ts';

/** PUT /tickets/update_many: one change to many (`ids` and `ticket`), or a change each (`tickets`). */
export function updateManyTickets(call: Call): Reply {
  const ids = queryIds(call);
  const isBatch = ids === null || bodyMember(call, 'ticket') === undefined;
  const changes = isBatch ? batchChanges(call) : bulkChanges(call, ids);
  const unknown = [...new Set(changes.flatMap(({ read }) => read.unknown))];
  const job = startJob(call.desk, {
    type: 'Bulk Update Ticket',
    verb: 'Updating ticket',
    items: changes,
    run: (change) => runChange(call, change),
    onFailure: ({ ticketId }, index, refusal) =>
      failure({ index, ticketId, error: 'TicketUpdateFailed', refusal }),
  });
  const reply = json(200, presentJob(call.origin, job));
  return withWarning(reply, call, [...otherMembers(call, ['ticket', 'tickets']), ...unknown]);
}

/** DELETE /tickets/destroy_many; its job calls itself an update, as the service's does. */
export function destroyManyTickets(call: Call): Reply {
  return eachTicket(call, 'TicketDeleteFailed', (ticket) => {
    deleteTicket(call.desk, call.actor, ticket);
    return { action: 'delete', id: ticket.id, status: 'Deleted', success: true };
  });
}

/** PUT /tickets/mark_many_as_spam */
export function spamManyTickets(call: Call): Reply {
  return eachTicket(call, 'TicketSpamFailed', (ticket) => {
    markAsSpam(call.desk, call.actor, ticket);
    return { action: 'update', id: ticket.id, status: 'Updated', success: true };
  });
}

function eachTicket(call: Call, error: string, run: (ticket: Ticket) => JobResult): Reply {
  const job = startJob(call.desk, {
    type: 'Bulk Update Ticket',
    verb: 'Updating ticket',
    items: requiredIds(call),
    run: (ticketId) => run(findTicket(call.desk, call.actor, ticketId)),
    onFailure: (ticketId, index, refusal) => failure({ index, ticketId, error, refusal }),
  });
  return json(200, presentJob(call.origin, job));
}

interface TicketChange {
  readonly ticketId: number;
  readonly read: ReadTicket;
  /** Batches must bring a stamp with `safe_update`; a bulk change is stamped when it is queued. */
  readonly needsStamp: boolean;
}

function bulkChanges(call: Call, ids: readonly number[]): readonly TicketChange[] {
  const { input, unknown, details } = readTicket(objectOf(call, 'ticket'), 'bulk-update');
  const change = withoutMembers(input, 'safe_update', 'updated_stamp');
  const read = { input: change, unknown, details };
  return ids.map((ticketId) => ({ ticketId, read, needsStamp: false }));
}

function batchChanges(call: Call): readonly TicketChange[] {
  return manyUnder(call, 'tickets').map((item) => {
    const ticketId = id(item['id']);
    if (ticketId === INVALID)
      throw invalidAttribute('tickets', 'must each have an id', whereOf(call));
    const { input, unknown, details } = readTicket(withoutMembers(item, 'id'), 'bulk-update');
    return { ticketId, read: { input, unknown, details }, needsStamp: true };
  });
}

function runChange(call: Call, { ticketId, read, needsStamp }: TicketChange): JobResult {
  const before = findTicket(call.desk, call.actor, ticketId);
  if (needsStamp && read.input.safe_update !== undefined && read.input.updated_stamp === undefined)
    throw invalidField('updated_stamp', 'is needed for a safe update');
  const problems = new DetailList();
  problems.addAll(read.details);
  updateTicket(call.desk, call.actor, before, read.input, problems);
  return { action: 'update', status: 'Updated', success: true, id: ticketId };
}

interface ItemFailure {
  readonly index: number;
  readonly ticketId: number;
  readonly error: string;
  readonly refusal: Refusal;
}

/** The result of an item that was refused. */
export function failure({ index, ticketId, error, refusal }: ItemFailure): JobResult {
  const isMissing = refusal.reply.status === 404;
  return {
    index,
    error: isMissing ? 'TicketNotFound' : error,
    id: ticketId,
    details: failureWords(refusal),
    success: false,
  };
}
