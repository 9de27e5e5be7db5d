// Faults of refusing what is right.
import { isRecord } from '../../input/reader.ts';
import { declining, ticketBody } from '../bind.ts';
import { memberOf } from '../edit-json.ts';
import type { FaultDraft } from '../fault.ts';
import { hasMembers, member, textOf } from './ticket-member.ts';

/** Faults of refusing what is right. */
export const DECLINED_FAULTS: readonly FaultDraft[] = [
  {
    name: 'long-subject-refused',
    operations: ['CreateTicket'],
    shows: 'edge',
    sentence: 'A subject of more than a hundred characters is refused.',
    how: () =>
      declining(['CreateTicket'], 'subject', (call) => textOf(call, 'subject').length > 100),
  },
  {
    name: 'urgent-refused',
    operations: ['CreateTicket', 'UpdateTicket'],
    shows: 'edge',
    sentence: 'The priority urgent is refused.',
    how: () =>
      declining(
        ['CreateTicket', 'UpdateTicket'],
        'priority',
        (call) => member(call, 'priority') === 'urgent',
      ),
  },
  {
    name: 'hold-refused',
    operations: ['UpdateTicket'],
    shows: 'edge',
    sentence: 'The status hold is refused.',
    how: () => declining(['UpdateTicket'], 'status', (call) => member(call, 'status') === 'hold'),
  },
  {
    name: 'due-task-refused',
    operations: ['CreateTicket'],
    shows: 'pair',
    sentence: 'A task with a due date is refused.',
    how: () =>
      declining(
        ['CreateTicket'],
        'due_at',
        (call) => member(call, 'type') === 'task' && hasMembers(call, 'due_at'),
      ),
  },
  {
    name: 'page-of-one-refused',
    operations: ['ListAuditsForTicket', 'ListTicketComments'],
    shows: 'edge',
    sentence: 'A cursor page of one record is refused.',
    how: () =>
      declining(
        ['ListAuditsForTicket', 'ListTicketComments'],
        'page',
        ({ query }) => query.get('page[size]') === '1',
      ),
  },
  {
    name: 'private-comment-of-another-refused',
    operations: ['UpdateTicket'],
    shows: 'pair',
    sentence: 'A private comment in the name of another user is refused.',
    how: () =>
      declining(['UpdateTicket'], 'comment', (call) => {
        const comment = member(call, 'comment');
        return (
          isRecord(comment) && comment['public'] === false && comment['author_id'] !== undefined
        );
      }),
  },
  {
    name: 'capital-tag-refused',
    operations: ['PutTagsTicket'],
    shows: 'edge',
    sentence: 'A tag with a capital letter is refused instead of lower-cased.',
    how: () =>
      declining(['PutTagsTicket'], 'tags', ({ body }) =>
        /[A-Z]/.test(JSON.stringify(memberOf(body, 'tags') ?? '')),
      ),
  },
  {
    name: 'new-requester-with-status-refused',
    operations: ['CreateTicket'],
    shows: 'pair',
    sentence: 'A new requester together with a status is refused.',
    how: () =>
      declining(['CreateTicket'], 'requester', (call) => hasMembers(call, 'requester', 'status')),
  },
  {
    name: 'unknown-member-refused',
    operations: ['CreateTicket', 'UpdateTicket'],
    shows: 'edge',
    sentence: 'A ticket with a member that nobody knows is refused.',
    how: () =>
      declining(['CreateTicket', 'UpdateTicket'], 'base', (call) => {
        const ticket = ticketBody(call);
        return (
          ticket !== null && ['id', 'url', 'created_at'].some((name) => Object.hasOwn(ticket, name))
        );
      }),
  },
];
