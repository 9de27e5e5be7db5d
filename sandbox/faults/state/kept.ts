// Faults of state kept: things that should be gone, hidden or refused, and are still there.
import type { Ticket } from '../../desk/ticket.ts';
import { presentTicket } from '../../present/ticket.ts';
import { json } from '../../http/reply.ts';
import {
  afterwards,
  around,
  asking,
  changeTicket,
  refusing,
  ticketOf,
  withTicketBody,
} from '../bind.ts';
import { jsonOf, memberOf } from '../edit-json.ts';
import type { FaultDraft } from '../fault.ts';

const isDeleted = ({ life }: Ticket): boolean => life.kind === 'deleted';

/** Faults of state kept. */
export const KEPT_FAULTS: readonly FaultDraft[] = [
  {
    name: 'deleted-ticket-shown',
    operations: ['ShowTicket'],
    shows: 'second',
    sentence: 'A deleted ticket is still shown by its id.',
    how: () =>
      refusing(['ShowTicket'], (refusal, call) => {
        const ticket = ticketOf(call);
        return ticket === undefined || !isDeleted(ticket)
          ? refusal
          : json(200, {
              ticket: { ...presentTicket(call.desk, call.origin, ticket), status: ticket.status },
            });
      }),
  },
  {
    name: 'deleted-ticket-listed',
    operations: ['ListTickets'],
    shows: 'second',
    sentence: 'The list of tickets holds deleted ones.',
    how: () =>
      around(['ListTickets'], (call, next) => {
        const all = [...call.desk.tickets.values()].filter(
          (ticket) => ticket.life.kind !== 'archived',
        );
        return next({ ...call, desk: { ...call.desk, liveTickets: () => all } });
      }),
  },
  {
    name: 'deleted-ticket-in-show-many',
    operations: ['TicketsShowMany'],
    shows: 'second',
    sentence: 'Showing many tickets by id shows deleted ones.',
    how: () =>
      around(['TicketsShowMany'], (call, next) =>
        next({
          ...call,
          desk: { ...call.desk, liveTickets: () => [...call.desk.tickets.values()] },
        }),
      ),
  },
  {
    name: 'delete-confirmed-and-not-done',
    operations: ['DeleteTicket'],
    shows: 'edge',
    sentence: 'Deleting a ticket that is solved is confirmed and not done.',
    how: () =>
      around(['DeleteTicket'], (call, next) => {
        const before = ticketOf(call);
        const reply = next(call);
        if (before?.status === 'solved') changeTicket(call, () => before);
        return reply;
      }),
  },
  {
    name: 'second-delete-confirmed',
    operations: ['DeleteTicket'],
    shows: 'second',
    sentence: 'Deleting a ticket that is deleted already is confirmed.',
    how: () =>
      refusing(['DeleteTicket'], (refusal, call) => {
        const ticket = ticketOf(call);
        return ticket !== undefined && isDeleted(ticket)
          ? { status: 204, headers: {}, body: { kind: 'none' } }
          : refusal;
      }),
  },
  {
    name: 'redaction-leaves-html',
    operations: ['RedactStringInComment'],
    shows: 'always',
    sentence: 'Redacted words stay readable in the HTML of the comment.',
    how: () =>
      around(['RedactStringInComment'], (call, next) => {
        const id = Number(call.params['ticket_id']);
        const before = call.desk.comments.get(id) ?? [];
        const reply = next(call);
        const after = call.desk.comments.get(id) ?? [];
        call.desk.comments.set(
          id,
          after.map((comment, index) => ({ ...comment, htmlBody: before[index]?.htmlBody ?? '' })),
        );
        return reply;
      }),
  },
  {
    name: 'redaction-leaves-description',
    operations: ['RedactStringInComment'],
    shows: 'edge',
    sentence: 'Redacting the first comment leaves the words in the description.',
    how: () =>
      around(['RedactStringInComment'], (call, next) => {
        const before = ticketOf(call);
        const reply = next(call);
        if (before !== undefined) changeTicket(call, () => ({ description: before.description }));
        return reply;
      }),
  },
  {
    name: 'redacted-file-still-there',
    operations: ['RedactCommentAttachment'],
    shows: 'second',
    sentence: 'A redacted file is still listed and can be fetched.',
    how: () =>
      around(['RedactCommentAttachment'], (call, next) => {
        const id = Number(call.params['attachment_id']);
        const before = call.desk.attachments.get(id);
        const reply = next(call);
        if (before !== undefined) call.desk.attachments.set(id, before);
        return reply;
      }),
  },
  {
    name: 'private-comment-stays-public',
    operations: ['MakeTicketCommentPrivate', 'MakeTicketCommentPrivateFromAudits'],
    shows: 'always',
    sentence: 'Making a comment private is confirmed and not done.',
    how: () =>
      around(['MakeTicketCommentPrivate', 'MakeTicketCommentPrivateFromAudits'], (call, next) => {
        const id = Number(call.params['ticket_id']);
        const before = call.desk.comments.get(id);
        const reply = next(call);
        if (before !== undefined) call.desk.comments.set(id, before);
        return reply;
      }),
  },
  {
    name: 'ticket-stays-public-without-public-comment',
    operations: ['MakeTicketCommentPrivate'],
    shows: 'edge',
    sentence: 'A ticket whose last public comment was made private still calls itself public.',
    how: () =>
      afterwards(['MakeTicketCommentPrivate'], (call) => {
        changeTicket(call, () => ({ isPublic: true }));
      }),
  },
  {
    name: 'spam-does-not-suspend',
    operations: ['MarkTicketAsSpamAndSuspendRequester', 'MarkManyTicketsAsSpam'],
    shows: 'always',
    sentence: 'Marking spam leaves its requester free to write more.',
    how: () =>
      around(['MarkTicketAsSpamAndSuspendRequester', 'MarkManyTicketsAsSpam'], (call, next) => {
        const before = [...call.desk.users.values()];
        const reply = next(call);
        for (const user of before) {
          if (call.desk.users.get(user.id) !== user) call.desk.users.set(user.id, user);
        }
        return reply;
      }),
  },
  {
    name: 'second-tag-not-removed',
    operations: ['DeleteTagsTicket'],
    shows: 'pair',
    sentence: 'Of several tags to remove only the first is removed.',
    how: () =>
      asking(['DeleteTagsTicket'], (call) => {
        const tags = memberOf(call.body, 'tags');
        return Array.isArray(tags)
          ? { ...call, body: { ...(call.body as object), tags: tags.slice(0, 1) } }
          : call;
      }),
  },
  {
    name: 'copy-not-removed',
    operations: ['UpdateTicket'],
    shows: 'edge',
    sentence: 'Taking somebody out of copy is passed over.',
    how: () =>
      asking(['UpdateTicket'], (call) =>
        withTicketBody(call, (ticket) => {
          const changes = ticket['email_ccs'];
          if (!Array.isArray(changes)) return ticket;
          return {
            ...ticket,
            email_ccs: changes.filter((change: unknown) => memberOf(change, 'action') !== 'delete'),
          };
        }),
      ),
  },
  {
    name: 'macro-preview-changes-ticket',
    operations: ['ShowTicketAfterChanges'],
    shows: 'always',
    sentence: 'Looking at what a macro would do does it.',
    how: () =>
      afterwards(['ShowTicketAfterChanges'], (call, reply) => {
        const shown = memberOf(memberOf(jsonOf(reply), 'result'), 'ticket');
        const status = memberOf(shown, 'status') as Ticket['status'];
        const tags = memberOf(shown, 'tags') as Ticket['tags'];
        changeTicket(call, () => ({ status, tags }));
      }),
  },
];
