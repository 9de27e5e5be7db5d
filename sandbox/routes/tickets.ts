// The tickets themselves: list, count, make, show, change, delete, and several at once by id.
import { createTicket } from '../domain/tickets/create-ticket.ts';
import { deleteTicket } from '../domain/tickets/delete-ticket.ts';
import { findTicket, listedTickets } from '../domain/tickets/find-ticket.ts';
import { updateTicket } from '../domain/tickets/update-ticket.ts';
import { pathId, queryBoolean, requiredIds } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import { empty, json, type Reply } from '../http/reply.ts';
import { withWarning } from '../http/warning.ts';
import { objectOf, otherMembers } from '../input/body.ts';
import { readTicket, type ReadTicket } from '../input/read-ticket.ts';
import type { TicketRequest } from '../input/ticket-members.ts';
import { pageOf } from '../paging/list.ts';
import { pagingStyle } from '../paging/style.ts';
import { presentAudit } from '../present/audit.ts';
import { presentCount } from '../present/count.ts';
import { presentJob } from '../present/job.ts';
import { besideTickets, presentTickets } from '../present/sideloads.ts';
import { presentTicket } from '../present/ticket.ts';
import { DetailList } from '../refusals/record-invalid.ts';
import { enqueue } from '../domain/jobs/start-job.ts';
import { withIdempotency } from './idempotency.ts';
import { ticketSorting } from './ticket-sorting.ts';

/** GET /tickets */
export function listTickets(call: Call): Reply {
  const externalId = call.query.get('external_id');
  const listed = listedTickets(call.desk, call.actor);
  const items =
    externalId === undefined ? listed : listed.filter((ticket) => ticket.externalId === externalId);
  const page = pageOf(call, items, ticketSorting(call.desk));
  const tickets = presentTickets(call, page.items, { omitsFields: pagingStyle(call) === 'cursor' });
  return json(200, { tickets, ...besideTickets(call, page.items), ...page.envelope });
}

/** GET /tickets/count */
export function countTickets(call: Call): Reply {
  return json(200, presentCount(call.desk, listedTickets(call.desk, call.actor).length));
}

/** Any number may share an external id: no more than can be asked for by number are shown. */
const MOST_SHOWN = 100;

/** GET /tickets/show_many: by id ascending, whatever the order asked; unknown ids are passed over. */
export function showManyTickets(call: Call): Reply {
  const { desk, actor, query } = call;
  const externalIds = query
    .get('external_ids')
    ?.split(',')
    .map((id) => id.trim());
  const listed = listedTickets(desk, actor);
  const ids = externalIds === undefined ? new Set(requiredIds(call)) : null;
  const asked = listed.filter((ticket) =>
    ids === null ? externalIds?.includes(ticket.externalId ?? '') === true : ids.has(ticket.id),
  );
  const items = asked.slice(0, MOST_SHOWN);
  const tickets = presentTickets(call, items);
  const envelope = { next_page: null, previous_page: null, count: items.length };
  return json(200, { tickets, ...besideTickets(call, items), ...envelope });
}

/** POST /tickets */
export function createOneTicket(call: Call): Reply {
  return withIdempotency(call, () => {
    const isAsync = queryBoolean(call, 'async') ?? false;
    const { input, unknown, problems } = readTicketBody(call, 'create');
    const { desk, actor, origin } = call;
    const { ticket, audit } = createTicket(desk, actor, input, problems);
    const location = { location: `${origin}/api/v2/tickets/${ticket.id}.json` };
    const reply = isAsync
      ? json(202, { ticket: { id: ticket.id }, ...creationJob(call, ticket.id) }, location)
      : json(
          201,
          {
            ticket: presentTicket(desk, origin, ticket),
            audit: presentAudit(desk, origin, audit),
          },
          location,
        );
    return withWarning(reply, call, unknown);
  });
}

/** GET /tickets/{ticket_id} */
export function showTicket(call: Call): Reply {
  const ticket = findTicket(call.desk, call.actor, pathId(call, 'ticket_id'));
  const [shown] = presentTickets(call, [ticket], { isSingle: true });
  return json(200, { ticket: shown, ...besideTickets(call, [ticket]) });
}

/** PUT /tickets/{ticket_id} */
export function updateOneTicket(call: Call): Reply {
  const { desk, actor, origin } = call;
  const before = findTicket(desk, actor, pathId(call, 'ticket_id'));
  const { input, unknown, problems } = readTicketBody(call, 'update');
  const { ticket, audit } = updateTicket(desk, actor, before, input, problems);
  const shown =
    audit === null ? unchangedAudit(call, before.id) : presentAudit(desk, origin, audit);
  const reply = json(200, { ticket: presentTicket(desk, origin, ticket), audit: shown });
  return withWarning(reply, call, unknown);
}

/** DELETE /tickets/{ticket_id} */
export function deleteOneTicket(call: Call): Reply {
  const ticket = findTicket(call.desk, call.actor, pathId(call, 'ticket_id'));
  deleteTicket(call.desk, call.actor, ticket);
  return empty(204);
}

interface TicketBody extends Pick<ReadTicket, 'input' | 'unknown'> {
  readonly problems: DetailList;
}

/** The ticket of the body, with what is wrong with it. @throws {Refusal} 400 without a `ticket` object */
export function readTicketBody(call: Call, kind: TicketRequest): TicketBody {
  const { input, unknown, details } = readTicket(objectOf(call, 'ticket'), kind);
  const problems = new DetailList();
  problems.addAll(details);
  return { input, unknown: [...otherMembers(call, ['ticket']), ...unknown], problems };
}

function creationJob({ desk, origin }: Call, ticketId: number): Record<string, unknown> {
  const results = [{ index: 0, id: ticketId, account_id: desk.accountId }];
  const job = enqueue(desk, {
    type: 'Bulk Create Ticket',
    verb: 'Creating ticket',
    total: 1,
    results,
  });
  return presentJob(origin, job);
}

// A change that changed nothing is answered with the audit's frame and no events; it is not kept.
function unchangedAudit({ desk, origin, actor }: Call, ticketId: number): Record<string, unknown> {
  const last = desk.audits.get(ticketId)?.at(-1);
  if (last === undefined) return {};
  const frame = {
    ...last,
    authorId: actor.id,
    createdAt: desk.clock.now(),
    events: [],
    custom: {},
  };
  return presentAudit(desk, origin, frame);
}
