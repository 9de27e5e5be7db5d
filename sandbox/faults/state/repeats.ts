// Faults of repetition, counts and time: the second of two equal requests, totals that do not add up, limits and stamps.
import type { Reply } from '../../http/reply.ts';
import { answering, around, changeTicket, counter, ticketBody, ticketOf } from '../bind.ts';
import { editReply, jsonOf, memberOf } from '../edit-json.ts';
import type { FaultDraft } from '../fault.ts';
import type { Hooks } from '../hooks.ts';

/** Faults of repetition, counts and time. */
export const REPEAT_FAULTS: readonly FaultDraft[] = [
  {
    name: 'idempotency-key-ignored',
    operations: ['CreateTicket'],
    shows: 'second',
    sentence: 'A creation repeated with its idempotency key makes a second ticket.',
    how: () => ({
      headers: (operation, { 'idempotency-key': _key, ...headers }) =>
        operation === 'CreateTicket'
          ? headers
          : { ...headers, ...(_key === undefined ? {} : { 'idempotency-key': _key }) },
    }),
  },
  {
    name: 'idempotent-repeat-without-location',
    operations: ['CreateTicket'],
    shows: 'second',
    sentence:
      'A creation repeated with its idempotency key is answered without saying that it is a repeat.',
    how: () =>
      answering(['CreateTicket'], (reply) => {
        if (reply.headers['x-idempotency-lookup'] !== 'hit') return reply;
        return { ...reply, headers: { location: reply.headers['location'] ?? '' } };
      }),
  },
  {
    name: 'added-tag-doubled',
    operations: ['PutTagsTicket'],
    shows: 'second',
    sentence: 'Adding a tag that is there already puts it in twice.',
    how: () =>
      around(['PutTagsTicket'], (call, next) => {
        const before = ticketOf(call)?.tags ?? [];
        const given = memberOf(call.body, 'tags');
        const again = before.filter((tag) => Array.isArray(given) && given.includes(tag));
        const reply = next(call);
        if (again.length === 0) return reply;
        changeTicket(call, ({ tags }) => ({ tags: [...tags, ...again].sort() }));
        return editReply(reply, 'tags', () => ticketOf(call)?.tags);
      }),
  },
  {
    name: 'second-rating-passed-over',
    operations: ['CreateTicketSatisfactionRating'],
    shows: 'second',
    sentence: 'A second rating is confirmed and the first one kept.',
    how: () =>
      around(['CreateTicketSatisfactionRating'], (call, next) => {
        const before = ticketOf(call)?.rating ?? null;
        const reply = next(call);
        if (before !== null) changeTicket(call, () => ({ rating: before }));
        return reply;
      }),
  },
  {
    name: 'audit-of-nothing',
    operations: ['UpdateTicket'],
    shows: 'second',
    sentence: 'A change that changes nothing moves the stamp of the ticket.',
    how: () =>
      around(['UpdateTicket'], (call, next) => {
        const before = ticketOf(call);
        const reply = next(call);
        if (before === undefined || ticketOf(call) !== before) return reply;
        changeTicket(call, () => ({ updatedAt: call.desk.clock.now() }));
        return reply;
      }),
  },
  {
    name: 'stamp-not-moved',
    operations: ['UpdateTicket'],
    shows: 'second',
    sentence: 'A change of the subject leaves updated_at where it was.',
    how: () =>
      around(['UpdateTicket'], (call, next) => {
        const before = ticketOf(call);
        const reply = next(call);
        if (before === undefined || ticketBody(call)?.['subject'] === undefined) return reply;
        changeTicket(call, () => ({ updatedAt: before.updatedAt }));
        return reply;
      }),
  },
  {
    name: 'count-of-tickets-stale',
    operations: ['CountTickets'],
    shows: 'second',
    sentence: 'The count of tickets is taken once and never again.',
    how: (): Hooks => {
      const kept: { reply?: Reply } = {};
      return around(['CountTickets'], (call, next) => (kept.reply ??= next(call)));
    },
  },
  {
    name: 'count-of-tickets-with-deleted',
    operations: ['CountTickets'],
    shows: 'always',
    sentence: 'The count of tickets counts deleted ones.',
    how: () =>
      answering(['CountTickets'], (reply, { desk }) =>
        editReply(reply, 'count.value', () => desk.tickets.size),
      ),
  },
  {
    name: 'count-of-comments-without-private',
    operations: ['CountTicketComments'],
    shows: 'edge',
    sentence: 'The count of comments leaves private ones out.',
    how: () =>
      answering(['CountTicketComments'], (reply, { desk, params }) => {
        const comments = desk.comments.get(Number(params['ticket_id'])) ?? [];
        return editReply(
          reply,
          'count.value',
          () => comments.filter(({ isPublic }) => isPublic).length,
        );
      }),
  },
  {
    name: 'count-of-audits-one-more',
    operations: ['CountAuditsForTicket'],
    shows: 'edge',
    sentence: 'The count of audits is one too many when there are several.',
    how: () =>
      answering(['CountAuditsForTicket'], (reply) =>
        editReply(reply, 'count.value', (value) => (Number(value) > 1 ? Number(value) + 1 : value)),
      ),
  },
  {
    name: 'incident-missing-from-list',
    operations: ['ListTicketIncidents'],
    shows: 'edge',
    sentence: 'Of several incidents of a problem the last one is not listed.',
    how: () =>
      answering(['ListTicketIncidents'], (reply) =>
        editReply(reply, 'tickets', (tickets) =>
          (tickets as unknown[]).length > 1 ? (tickets as unknown[]).slice(0, -1) : tickets,
        ),
      ),
  },
  {
    name: 'remaining-requests-never-fall',
    operations: ['*'],
    shows: 'second',
    sentence: 'The header of requests left stays where it was.',
    how: () => ({
      reply: (_request, reply) =>
        reply.headers['x-rate-limit-remaining'] === undefined
          ? reply
          : {
              ...reply,
              headers: {
                ...reply.headers,
                'x-rate-limit-remaining': '699',
                'ratelimit-remaining': '699',
              },
            },
    }),
  },
  {
    name: 'unchanged-although-changed',
    operations: ['ShowTicket'],
    shows: 'second',
    sentence:
      'The entity tag of a ticket does not change with it, so that a client is told that nothing changed.',
    how: () =>
      answering(['ShowTicket'], (reply, { params }) => {
        const tag = `W/"${String(params['ticket_id']).padStart(32, '0').slice(-32)}"`;
        return { ...reply, headers: { ...reply.headers, etag: tag } };
      }),
  },
  {
    name: 'entity-tag-never-the-same',
    operations: ['ShowTicket'],
    shows: 'second',
    sentence: 'The entity tag differs with every answer, so that nothing ever counts as unchanged.',
    how: (): Hooks => {
      const seen = counter();
      return answering(['ShowTicket'], (reply) => {
        const tag = `W/"${seen('').toString(16).padStart(32, '0')}"`;
        return { ...reply, headers: { ...reply.headers, etag: tag } };
      });
    },
  },
  {
    name: 'export-by-time-leaves-deleted-out',
    operations: ['IncrementalTicketExportTime'],
    shows: 'edge',
    sentence: 'The export by time says nothing of deleted tickets.',
    how: () =>
      answering(['IncrementalTicketExportTime'], (reply) => {
        const tickets = memberOf(jsonOf(reply), 'tickets') as readonly unknown[];
        const living = tickets.filter((ticket) => memberOf(ticket, 'status') !== 'deleted');
        return editReply(
          editReply(reply, 'tickets', () => living),
          'count',
          () => living.length,
        );
      }),
  },
  {
    name: 'export-by-time-ends-early',
    operations: ['IncrementalTicketExportTime'],
    shows: 'second',
    sentence: 'The first page of the export by time says that it is the last.',
    how: () =>
      answering(['IncrementalTicketExportTime'], (reply) =>
        editReply(reply, 'end_of_stream', () => true),
      ),
  },
  {
    name: 'export-by-cursor-tells-twice',
    operations: ['IncrementalTicketExportCursor'],
    shows: 'second',
    sentence: 'The export by cursor, asked again at its end, tells the last change again.',
    how: (): Hooks => {
      const last: { ticket?: unknown } = {};
      return answering(['IncrementalTicketExportCursor'], (reply, call) => {
        const tickets = memberOf(jsonOf(reply), 'tickets') as readonly unknown[];
        const repeated = call.query.has('cursor') && tickets.length === 0 ? last.ticket : undefined;
        last.ticket = tickets.at(-1) ?? last.ticket;
        return repeated === undefined ? reply : editReply(reply, 'tickets', () => [repeated]);
      });
    },
  },
];
