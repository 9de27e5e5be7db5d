// Faults of taking what is wrong.
import { withoutMembers } from '../../input/members.ts';
import { isRecord } from '../../input/reader.ts';
import { asking, refusing, withQuery, withTicketBody } from '../bind.ts';
import { memberOf } from '../edit-json.ts';
import type { FaultDraft } from '../fault.ts';

const BASIC = `Basic ${Buffer.from('admin@sandbox.example/token:sandbox-api-token').toString('base64')}`;

/** Faults of taking what is wrong. */
export const ACCEPTED_FAULTS: readonly FaultDraft[] = [
  {
    name: 'unknown-priority-taken',
    operations: ['CreateTicket', 'UpdateTicket'],
    shows: 'edge',
    sentence: 'A priority that is none is taken and dropped.',
    how: () =>
      asking(['CreateTicket', 'UpdateTicket'], (call) =>
        withTicketBody(call, (ticket) =>
          ['urgent', 'high', 'normal', 'low', undefined].includes(ticket['priority'] as string)
            ? ticket
            : withoutMembers(ticket, 'priority'),
        ),
      ),
  },
  {
    name: 'unknown-status-taken',
    operations: ['UpdateTicket'],
    shows: 'edge',
    sentence: 'A status that is none is taken and dropped.',
    how: () =>
      asking(['UpdateTicket'], (call) =>
        withTicketBody(call, (ticket) =>
          ['new', 'open', 'pending', 'hold', 'solved', 'closed', undefined].includes(
            ticket['status'] as string,
          )
            ? ticket
            : withoutMembers(ticket, 'status'),
        ),
      ),
  },
  {
    name: 'page-number-guessed',
    operations: ['ListTickets'],
    shows: 'edge',
    sentence: 'A page number that is none is taken as the first.',
    how: () =>
      asking(['ListTickets'], (call) =>
        /^\d+$/.test(call.query.get('page') ?? '1') ? call : withQuery(call, { page: null }),
      ),
  },
  {
    name: 'blank-comment-taken',
    operations: ['CreateTicket'],
    shows: 'edge',
    sentence: 'A ticket is made of a comment without words.',
    how: () =>
      asking(['CreateTicket'], (call) =>
        withTicketBody(call, (ticket) => {
          const { comment } = ticket;
          const isBlank =
            isRecord(comment) &&
            (typeof comment['body'] === 'string' ? comment['body'] : '').trim() === '';
          return isBlank && memberOf(comment, 'html_body') === undefined
            ? { ...ticket, comment: { body: '-' } }
            : ticket;
        }),
      ),
  },
  {
    name: 'id-of-letters-not-found',
    operations: ['ShowTicket', 'UpdateTicket'],
    shows: 'edge',
    sentence: 'An id of letters is read as the ticket with the number in it.',
    how: () =>
      asking(['ShowTicket', 'UpdateTicket'], (call) => {
        const id = String(Number.parseInt(call.params['ticket_id'] ?? '', 10) || 5);
        return { ...call, params: { ...call.params, ticket_id: id } };
      }),
  },
  {
    name: 'more-than-a-hundred-taken',
    operations: ['TicketsCreateMany'],
    shows: 'edge',
    sentence: 'More than a hundred tickets at once are taken, and cut to a hundred.',
    how: () =>
      asking(['TicketsCreateMany'], (call) => {
        const tickets = memberOf(call.body, 'tickets');
        return Array.isArray(tickets)
          ? { ...call, body: { tickets: tickets.slice(0, 100) } }
          : call;
      }),
  },
  {
    name: 'credential-not-needed',
    operations: ['CountTickets'],
    shows: 'always',
    sentence: 'The count of tickets is told to anybody.',
    how: () => ({
      headers: (operation, headers) =>
        operation === 'CountTickets' && headers.authorization === undefined
          ? { ...headers, authorization: BASIC }
          : headers,
    }),
  },
  {
    name: 'wrong-credential-taken',
    operations: ['ListTicketComments'],
    shows: 'always',
    sentence: 'Any credential opens the comments.',
    how: () => ({
      headers: (operation, headers) =>
        operation === 'ListTicketComments' && headers.authorization !== undefined
          ? { ...headers, authorization: BASIC }
          : headers,
    }),
  },
  {
    name: 'media-type-not-looked-at',
    operations: ['CreateTicket'],
    shows: 'always',
    sentence: 'A body of another media type is taken as JSON.',
    how: () => ({
      headers: (operation, headers) =>
        operation === 'CreateTicket' ? { ...headers, 'content-type': 'application/json' } : headers,
    }),
  },
  {
    name: 'unknown-assignee-dropped',
    operations: ['CreateTicket'],
    shows: 'edge',
    sentence: 'An assignee who is no agent is dropped without a word.',
    how: () =>
      refusing(['CreateTicket'], (refusal, call, next) =>
        memberOf(
          memberOf(refusal.body.kind === 'json' ? refusal.body.value : null, 'details'),
          'assignee',
        ) === undefined
          ? refusal
          : next(
              withTicketBody(call, (ticket) =>
                withoutMembers(ticket, 'assignee_id', 'assignee_email'),
              ),
            ),
      ),
  },
  {
    name: 'tags-missing-taken',
    operations: ['PutTagsTicket', 'DeleteTagsTicket'],
    shows: 'edge',
    sentence: 'Tags are written although the body names none.',
    how: () =>
      asking(['PutTagsTicket', 'DeleteTagsTicket'], (call) =>
        memberOf(call.body, 'tags') === undefined ? { ...call, body: { tags: [] } } : call,
      ),
  },
];
