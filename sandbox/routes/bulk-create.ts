// Making many tickets in one call: one job, one result a ticket, each ticket made or refused by itself.
import { startJob } from '../domain/jobs/start-job.ts';
import { createTicket } from '../domain/tickets/create-ticket.ts';
import { failureWords } from '../domain/jobs/start-job.ts';
import { MAX_IDS, whereOf } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { withWarning } from '../http/warning.ts';
import { arrayUnder, otherMembers } from '../input/body.ts';
import { isRecord } from '../input/reader.ts';
import { readTicket } from '../input/read-ticket.ts';
import { presentJob } from '../present/job.ts';
import { invalidAttribute, tooManyValues } from '../refusals/catalogue.ts';
import { DetailList } from '../refusals/record-invalid.ts';

/** POST /tickets/create_many */
export function createManyTickets(call: Call): Reply {
  const { desk, actor, origin } = call;
  const items = manyUnder(call, 'tickets');
  const read = items.map((item) => readTicket(item, 'create'));
  const job = startJob(desk, {
    type: 'Bulk Create Ticket',
    verb: 'Creating ticket',
    isMaking: true,
    items: read,
    run: ({ input, details }, index) => {
      const problems = new DetailList();
      problems.addAll(details);
      const { ticket } = createTicket(desk, actor, input, problems);
      return { index, id: ticket.id, account_id: desk.accountId };
    },
    onFailure: (_item, index, refusal) => ({
      index,
      error: 'TicketCreateFailed',
      details: failureWords(refusal),
    }),
  });
  const unknown = [
    ...new Set(
      read.flatMap((item) => item.unknown.map((name) => name.replace(/^ticket/, 'tickets'))),
    ),
  ];
  return withWarning(json(200, presentJob(origin, job)), call, [
    ...otherMembers(call, ['tickets']),
    ...unknown,
  ]);
}

/** The objects of an array in the body, 1 to 100 of them. @throws {Refusal} 400 */
export function manyUnder(call: Call, name: string): readonly Readonly<Record<string, unknown>>[] {
  const items = arrayUnder(call, name);
  if (items.length === 0) throw invalidAttribute(name, 'must not be empty', whereOf(call));
  if (items.length > MAX_IDS) throw tooManyValues(MAX_IDS);
  return items.map((item) => {
    if (!isRecord(item)) throw invalidAttribute(name, 'must hold objects', whereOf(call));
    return item;
  });
}
