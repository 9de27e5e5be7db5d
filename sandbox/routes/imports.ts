// Bringing tickets over: one by one, or up to a hundred as a job.
import { importTicket } from '../domain/tickets/import-ticket.ts';
import { failureWords, startJob } from '../domain/jobs/start-job.ts';
import { queryBoolean } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { withWarning } from '../http/warning.ts';
import { otherMembers } from '../input/body.ts';
import { readTicket } from '../input/read-ticket.ts';
import { presentAudit } from '../present/audit.ts';
import { presentJob } from '../present/job.ts';
import { presentTicket } from '../present/ticket.ts';
import { DetailList } from '../refusals/record-invalid.ts';
import { manyUnder } from './bulk-create.ts';
import { readTicketBody } from './tickets.ts';

/** POST /imports/tickets */
export function importOneTicket(call: Call): Reply {
  const { desk, actor, origin } = call;
  const archives = queryBoolean(call, 'archive_immediately') ?? false;
  const { input, unknown, problems } = readTicketBody(call, 'import');
  const { ticket, audit } = importTicket(desk, actor, input, problems, archives);
  const shown = presentTicket(desk, origin, ticket);
  const location = { location: `${origin}/api/v2/tickets/${ticket.id}.json` };
  const reply = json(201, { ticket: shown, audit: presentAudit(desk, origin, audit) }, location);
  return withWarning(reply, call, unknown);
}

/** POST /imports/tickets/create_many */
export function importManyTickets(call: Call): Reply {
  const { desk, actor, origin } = call;
  const archives = queryBoolean(call, 'archive_immediately') ?? false;
  const items = manyUnder(call, 'tickets').map((item) => readTicket(item, 'import'));
  const job = startJob(desk, {
    type: 'Bulk Import Ticket',
    verb: 'Importing ticket',
    isMaking: true,
    items,
    run: ({ input, details }, index) => {
      const problems = new DetailList();
      problems.addAll(details);
      const { ticket } = importTicket(desk, actor, input, problems, archives);
      return { index, id: ticket.id, account_id: desk.accountId };
    },
    onFailure: (_item, index, refusal) => ({
      index,
      error: 'TicketImportFailed',
      details: failureWords(refusal),
    }),
  });
  const unknown = [...new Set(items.flatMap((item) => item.unknown))];
  return withWarning(json(200, presentJob(origin, job)), call, [
    ...otherMembers(call, ['tickets']),
    ...unknown,
  ]);
}
