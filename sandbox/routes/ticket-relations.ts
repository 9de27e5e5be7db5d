// What a ticket has to do with others: incidents of a problem, follow-ups, macros that could be applied, spam.
import { incidentsOf } from '../domain/tickets/incidents.ts';
import { previewMacro } from '../domain/tickets/apply-macro.ts';
import { findTicket } from '../domain/tickets/find-ticket.ts';
import { markAsSpam } from '../domain/tickets/spam.ts';
import { bodiesOf } from '../domain/comments/bodies.ts';
import { pathId } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply } from '../http/reply.ts';
import { pageOf } from '../paging/list.ts';
import { besideTickets, presentTickets } from '../present/sideloads.ts';
import { presentTicket } from '../present/ticket.ts';
import { recordNotFound } from '../refusals/catalogue.ts';
import { BY_ID } from './ticket-sorting.ts';

/** GET /tickets/{ticket_id}/incidents */
export function listIncidents(call: Call): Reply {
  const problem = findTicket(call.desk, call.actor, pathId(call, 'ticket_id'));
  const page = pageOf(call, incidentsOf(call.desk, problem.id), BY_ID);
  const tickets = presentTickets(call, page.items);
  return json(200, { tickets, ...besideTickets(call, page.items), ...page.envelope });
}

/** GET /tickets/{ticket_id}/related */
export function showRelated(call: Call): Reply {
  const { desk, origin } = call;
  const ticket = findTicket(desk, call.actor, pathId(call, 'ticket_id'));
  const { followupSourceId } = ticket;
  return json(200, {
    ticket_related: {
      url: `${origin}/api/v2/tickets/${ticket.id}/related.json`,
      topic_id: null,
      jira_issue_ids: [],
      followup_source_ids: followupSourceId === null ? [] : [String(followupSourceId)],
      from_archive: ticket.life.kind === 'archived',
      incidents: incidentsOf(desk, ticket.id).length,
    },
  });
}

/** GET /tickets/{ticket_id}/macros/{macro_id}/apply */
export function applyMacro(call: Call): Reply {
  const { desk, actor, origin } = call;
  const ticketId = pathId(call, 'ticket_id');
  const macro = desk.macros.get(pathId(call, 'macro_id'));
  const ticket = findTicket(desk, actor, ticketId);
  if (macro?.isActive !== true) throw recordNotFound();
  const preview = presentTicket(desk, origin, previewMacro(desk, ticket, macro));
  const { comment } = macro;
  if (comment === null) return json(200, { result: { ticket: preview } });
  const { plainBody, htmlBody } = bodiesOf({ body: comment.text, htmlBody: null });
  const shown = {
    body: plainBody,
    html_body: htmlBody,
    public: comment.isPublic,
    scoped_body: [['channel:all', plainBody]],
  };
  return json(200, { result: { ticket: { ...preview, comment: shown } } });
}

/** PUT /tickets/{ticket_id}/mark_as_spam */
export function markTicketAsSpam(call: Call): Reply {
  const ticket = findTicket(call.desk, call.actor, pathId(call, 'ticket_id'));
  markAsSpam(call.desk, call.actor, ticket);
  return json(200, {});
}
