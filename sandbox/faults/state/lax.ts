// Faults of rules not kept: changes that the state of a ticket or a stale stamp forbids are made all the same.
import { withoutMembers } from '../../input/members.ts';
import {
  around,
  asking,
  changeTicket,
  refusing,
  ticketBody,
  ticketOf,
  withTicketBody,
} from '../bind.ts';
import { editReply, memberOf } from '../edit-json.ts';
import type { FaultDraft } from '../fault.ts';

/** Faults of rules not kept. */
export const LAX_FAULTS: readonly FaultDraft[] = [
  {
    name: 'refused-update-half-done',
    operations: ['UpdateTicket'],
    shows: 'pair',
    sentence: 'A change that is refused for its status has set the subject all the same.',
    how: () =>
      refusing(['UpdateTicket'], (refusal, call) => {
        const subject = ticketBody(call)?.['subject'];
        if (refusal.status === 422 && typeof subject === 'string')
          changeTicket(call, () => ({ subject, rawSubject: subject }));
        return refusal;
      }),
  },
  {
    name: 'closed-ticket-changed',
    operations: ['UpdateTicket'],
    shows: 'edge',
    sentence: 'A closed ticket takes changes.',
    how: () =>
      around(['UpdateTicket'], (call, next) => {
        const before = ticketOf(call);
        if (before?.status !== 'closed') return next(call);
        changeTicket(call, () => ({ status: 'solved' }));
        const reply = next(call);
        changeTicket(call, ({ status }) => (status === 'solved' ? { status: 'closed' } : {}));
        return editReply(reply, 'ticket.status', () => ticketOf(call)?.status);
      }),
  },
  {
    name: 'closed-ticket-retagged',
    operations: ['SetTagsTicket', 'PutTagsTicket'],
    shows: 'edge',
    sentence: 'The tags of a closed ticket can be written.',
    how: () =>
      around(['SetTagsTicket', 'PutTagsTicket'], (call, next) => {
        const isClosed = ticketOf(call)?.status === 'closed';
        if (isClosed) changeTicket(call, () => ({ status: 'solved' }));
        const reply = next(call);
        if (isClosed) changeTicket(call, () => ({ status: 'closed' }));
        return reply;
      }),
  },
  {
    name: 'solved-without-assignee',
    operations: ['UpdateTicket'],
    shows: 'edge',
    sentence: 'A ticket can be solved without anybody having been assigned.',
    how: () =>
      around(['UpdateTicket'], (call, next) => {
        const isUnassigned =
          ticketOf(call)?.assigneeId === null && ticketBody(call)?.['status'] === 'solved';
        const reply = next(
          isUnassigned
            ? withTicketBody(call, (ticket) => ({ ...ticket, status: 'pending' }))
            : call,
        );
        if (!isUnassigned) return reply;
        changeTicket(call, () => ({ status: 'solved' }));
        return editReply(reply, 'ticket.status', () => 'solved');
      }),
  },
  {
    name: 'suspended-requester-accepted',
    operations: ['CreateTicket'],
    shows: 'edge',
    sentence: 'A ticket can be made for a suspended requester.',
    how: () =>
      around(['CreateTicket'], (call, next) => {
        const requester = call.desk.users.get(Number(ticketBody(call)?.['requester_id']));
        if (requester?.isSuspended !== true) return next(call);
        call.desk.users.set(requester.id, { ...requester, isSuspended: false });
        const reply = next(call);
        call.desk.users.set(requester.id, requester);
        return reply;
      }),
  },
  {
    name: 'permanently-deleted-restorable',
    operations: ['DestroyDeletedTicket'],
    shows: 'second',
    sentence: 'A ticket deleted for good can be restored.',
    how: () =>
      around(['DestroyDeletedTicket'], (call, next) => {
        const before = ticketOf(call);
        const reply = next(call);
        if (before !== undefined) changeTicket(call, () => before);
        return reply;
      }),
  },
  {
    name: 'safe-update-ignored',
    operations: ['UpdateTicket'],
    shows: 'pair',
    sentence: 'A safe update with a stale stamp is made.',
    how: () =>
      asking(['UpdateTicket'], (call) =>
        withTicketBody(call, (ticket) => withoutMembers(ticket, 'safe_update', 'updated_stamp')),
      ),
  },
  {
    name: 'safe-tagging-ignored',
    operations: ['SetTagsTicket', 'PutTagsTicket', 'DeleteTagsTicket'],
    shows: 'pair',
    sentence: 'Tags are written although the stamp beside them is stale.',
    how: () =>
      asking(['SetTagsTicket', 'PutTagsTicket', 'DeleteTagsTicket'], (call) => ({
        ...call,
        body: { tags: memberOf(call.body, 'tags') },
      })),
  },
];
