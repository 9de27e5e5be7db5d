// Faults of breaking down on an edge value.
import { isRecord } from '../../input/reader.ts';
import { breakdown, crashing } from '../bind.ts';
import { memberOf } from '../edit-json.ts';
import type { FaultDraft } from '../fault.ts';
import { member, textOf } from './ticket-member.ts';

/** Faults of breaking down. */
export const CRASH_FAULTS: readonly FaultDraft[] = [
  {
    name: 'empty-subject-breaks',
    operations: ['CreateTicket'],
    shows: 'edge',
    sentence: 'An empty subject is answered 500.',
    how: () => crashing(['CreateTicket'], (call) => member(call, 'subject') === ''),
  },
  {
    name: 'emoji-breaks',
    operations: ['CreateTicket', 'UpdateTicket'],
    shows: 'edge',
    sentence: 'A subject with a character beyond the basic plane is answered 500.',
    how: () =>
      crashing(['CreateTicket', 'UpdateTicket'], (call) =>
        /[\u{10000}-\u{10ffff}]/u.test(textOf(call, 'subject')),
      ),
  },
  {
    name: 'large-id-breaks',
    operations: ['ShowTicket'],
    shows: 'edge',
    sentence: 'An id beyond 32 bits is answered 500.',
    how: () =>
      crashing(['ShowTicket'], ({ params }) => Number(params['ticket_id']) > 2_147_483_647),
  },
  {
    name: 'long-external-id-breaks',
    operations: ['CreateTicket'],
    shows: 'edge',
    sentence: 'An outside id of 256 characters is answered 500.',
    how: () => crashing(['CreateTicket'], (call) => textOf(call, 'external_id').length >= 256),
  },
  {
    name: 'full-page-breaks',
    operations: ['ListTickets'],
    shows: 'edge',
    sentence: 'A cursor page of a hundred is answered 500.',
    how: () => crashing(['ListTickets'], ({ query }) => query.get('page[size]') === '100'),
  },
  {
    name: 'no-tags-break',
    operations: ['SetTagsTicket'],
    shows: 'edge',
    sentence: 'Setting an empty list of tags is answered 500.',
    how: () =>
      crashing(['SetTagsTicket'], ({ body }) => {
        const tags = memberOf(body, 'tags');
        return Array.isArray(tags) && tags.length === 0;
      }),
  },
  {
    name: 'private-html-breaks',
    operations: ['UpdateTicket'],
    shows: 'pair',
    sentence: 'A private comment in HTML is answered 500.',
    how: () =>
      crashing(['UpdateTicket'], (call) => {
        const comment = member(call, 'comment');
        return (
          isRecord(comment) && comment['html_body'] !== undefined && comment['public'] === false
        );
      }),
  },
  {
    name: 'unknown-sideload-breaks',
    operations: ['ShowTicket', 'ListTickets'],
    shows: 'edge',
    sentence: 'An include that nobody knows is answered 500.',
    how: () =>
      crashing(['ShowTicket', 'ListTickets'], ({ query }) =>
        /None|unknown|nothing/i.test(query.get('include') ?? ''),
      ),
  },
  {
    name: 'broken-json-breaks',
    operations: ['*'],
    shows: 'edge',
    sentence: 'A body that is no JSON is answered 500.',
    how: () => ({
      reply: (_request, reply) =>
        reply.status === 400 &&
        memberOf(reply.body.kind === 'json' ? reply.body.value : null, 'error') ===
          'UnprocessableJson'
          ? { ...breakdown(), headers: reply.headers }
          : reply,
    }),
  },
  {
    name: 'no-due-date-breaks',
    operations: ['UpdateTicket'],
    shows: 'edge',
    sentence: 'Clearing the due date is answered 500.',
    how: () => crashing(['UpdateTicket'], (call) => member(call, 'due_at') === null),
  },
];
