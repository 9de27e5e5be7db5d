// Faults of who may do and see what: roles, restrictions, and the wall between accounts.
import type { User } from '../../desk/user.ts';
import type { Ticket } from '../../desk/ticket.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Call } from '../../http/call.ts';
import { json, type Reply } from '../../http/reply.ts';
import { presentTicket } from '../../present/ticket.ts';
import { around, asking, refusing } from '../bind.ts';
import type { FaultDraft } from '../fault.ts';
import type { Hooks } from '../hooks.ts';
import { editReply } from '../edit-json.ts';

const admitting =
  (operations: readonly string[], who: (actor: User) => boolean): (() => Hooks) =>
  () => ({ admits: (operation, actor) => operations.includes(operation) && who(actor) });

const unrestricted = (call: Call): Call => ({
  ...call,
  actor: { ...call.actor, restriction: null },
});

/** Faults of access. */
export const ACCESS_FAULTS: readonly FaultDraft[] = [
  {
    name: 'end-user-lists-tickets',
    operations: ['ListTickets'],
    shows: 'always',
    sentence: 'An end user gets the list of tickets, which is for agents.',
    how: () => ({
      ...admitting(['ListTickets'], ({ role }) => role === 'end-user')(),
      ...asking(['ListTickets'], unrestricted),
    }),
  },
  {
    name: 'end-user-reads-comments',
    operations: ['ListTicketComments'],
    shows: 'always',
    sentence: 'An end user reads the comments of any ticket, private ones too.',
    how: () => ({
      ...admitting(['ListTicketComments'], ({ role }) => role === 'end-user')(),
      ...asking(['ListTicketComments'], unrestricted),
    }),
  },
  {
    name: 'agent-imports',
    operations: ['TicketImport', 'TicketBulkImport'],
    shows: 'always',
    sentence: 'An agent may import tickets, which is for admins.',
    how: admitting(['TicketImport', 'TicketBulkImport'], ({ role }) => role === 'agent'),
  },
  {
    name: 'agent-exports',
    operations: ['IncrementalTicketExportTime', 'IncrementalTicketExportCursor'],
    shows: 'always',
    sentence: 'An agent may export all tickets, which is for admins.',
    how: admitting(
      ['IncrementalTicketExportTime', 'IncrementalTicketExportCursor'],
      ({ role }) => role === 'agent',
    ),
  },
  {
    name: 'agent-without-permission-deletes',
    operations: ['DeleteTicket'],
    shows: 'always',
    sentence: 'An agent without the permission to delete deletes.',
    how: admitting(['DeleteTicket'], ({ role }) => role === 'agent'),
  },
  {
    name: 'stranger-rates-ticket',
    operations: ['CreateTicketSatisfactionRating'],
    shows: 'always',
    sentence: 'Any end user may rate a ticket, not its requester alone.',
    how: () =>
      asking(['CreateTicketSatisfactionRating'], (call) => {
        const ticket = call.desk.tickets.get(Number(call.params['ticket_id']));
        const requester = call.desk.users.get(ticket?.requesterId ?? 0);
        return requester === undefined || call.actor.role !== 'end-user'
          ? call
          : { ...call, actor: requester };
      }),
  },
  {
    name: 'restricted-agent-shows-any-ticket',
    operations: ['ShowTicket'],
    shows: 'always',
    sentence: 'An agent who may see the tickets of one group alone is shown any ticket by its id.',
    how: () => asking(['ShowTicket'], unrestricted),
  },
  {
    name: 'light-agent-speaks-in-public',
    operations: ['UpdateTicket'],
    shows: 'pair',
    sentence: 'A light agent who asks for a public comment gets one.',
    how: () =>
      asking(['UpdateTicket'], (call) => ({
        ...call,
        actor: { ...call.actor, isLightAgent: false },
      })),
  },
  {
    name: 'neighbours-ticket-shown',
    operations: ['ShowTicket'],
    shows: 'edge',
    sentence: 'The id of a ticket of another account shows that ticket.',
    how: () =>
      refusing(['ShowTicket'], (refusal, call) => {
        const found = elsewhere(call, Number(call.params['ticket_id']));
        return found === null || refusal.status !== 404 ? refusal : shownFrom(found, call);
      }),
  },
  {
    name: 'neighbours-tickets-in-show-many',
    operations: ['TicketsShowMany'],
    shows: 'edge',
    sentence: 'Showing many tickets by id finds those of other accounts too.',
    how: () =>
      around(['TicketsShowMany'], (call, next) => {
        const ids = (call.query.get('ids') ?? '').split(',').map(Number);
        const found = ids.flatMap((id) => elsewhere(call, id) ?? []);
        const added = found.map(({ desk, ticket }) => presentTicket(desk, call.origin, ticket));
        return editReply(next(call), 'tickets', (tickets) => [...(tickets as unknown[]), ...added]);
      }),
  },
  {
    name: 'list-cached-across-users',
    operations: ['ListTickets'],
    shows: 'second',
    sentence: 'A list of tickets is kept and given to the next caller, whoever that is.',
    how: (): Hooks => {
      const kept = new Map<string, Reply>();
      return around(['ListTickets'], (call, next) => {
        const key = JSON.stringify([...call.query, call.desk.tickets.version]);
        const reply = kept.get(key) ?? next(call);
        kept.clear();
        kept.set(key, reply);
        return reply;
      });
    },
  },
];

interface Elsewhere {
  readonly desk: Desk;
  readonly ticket: Ticket;
}

function elsewhere(call: Call, id: number): Elsewhere | null {
  for (const desk of call.otherDesks()) {
    const ticket = desk.tickets.get(id);
    if (ticket !== undefined) return { desk, ticket };
  }
  return null;
}

function shownFrom({ desk, ticket }: Elsewhere, call: Call): Reply {
  return json(200, { ticket: presentTicket(desk, call.origin, ticket) });
}
