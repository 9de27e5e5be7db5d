// Faults of state lost: things that were asked for, often even confirmed, and are not there afterwards.
import type { Ticket } from '../../desk/ticket.ts';
import type { Call } from '../../http/call.ts';
import { IDS } from '../../seed/account-ids.ts';
import {
  afterwards,
  around,
  asking,
  changeTicket,
  counter,
  ticketBody,
  ticketOf,
  withoutSaving,
  withTicketBody,
} from '../bind.ts';
import { jsonOf, memberOf } from '../edit-json.ts';
import type { FaultDraft } from '../fault.ts';
import type { Hooks } from '../hooks.ts';
import { withoutMembers } from '../../input/members.ts';

const has = (call: Call, ...names: readonly string[]): boolean => {
  const ticket = ticketBody(call);
  return ticket !== null && names.every((name) => Object.hasOwn(ticket, name));
};

/** Faults of state lost. */
export const LOST_FAULTS: readonly FaultDraft[] = [
  {
    name: 'priority-lost-beside-comment',
    operations: ['UpdateTicket'],
    shows: 'pair',
    sentence: 'A priority that is changed together with a comment is confirmed and not kept.',
    how: () =>
      around(['UpdateTicket'], (call, next) => {
        const before = ticketOf(call);
        const reply = next(call);
        if (before !== undefined && has(call, 'priority', 'comment'))
          changeTicket(call, () => ({ priority: before.priority }));
        return reply;
      }),
  },
  {
    name: 'second-update-lost',
    operations: ['UpdateTicket'],
    shows: 'second',
    sentence: 'The second change of a ticket is confirmed and not kept.',
    how: (): Hooks => {
      const seen = counter();
      return around(['UpdateTicket'], (call, next) =>
        seen(call.params['ticket_id'] ?? '') === 1 ? withoutSaving(call, next) : next(call),
      );
    },
  },
  {
    name: 'comment-lost-on-solving',
    operations: ['UpdateTicket'],
    shows: 'pair',
    sentence: 'A comment that comes with solving is dropped.',
    how: () =>
      asking(['UpdateTicket'], (call) =>
        withTicketBody(call, (ticket) =>
          ticket['status'] === 'solved' ? withoutMembers(ticket, 'comment') : ticket,
        ),
      ),
  },
  {
    name: 'sixth-tag-lost',
    operations: ['CreateTicket'],
    shows: 'edge',
    sentence: 'Of the tags of a new ticket only five are kept.',
    how: () =>
      afterwards(['CreateTicket'], (call, reply) => {
        const id = Number(memberOf(memberOf(jsonOf(reply), 'ticket'), 'id'));
        const ticket = call.desk.tickets.get(id);
        if (ticket !== undefined)
          call.desk.tickets.set(id, { ...ticket, tags: ticket.tags.slice(0, 5) });
      }),
  },
  {
    name: 'added-tags-replace',
    operations: ['PutTagsTicket'],
    shows: 'second',
    sentence: 'Adding tags drops those that were there.',
    how: () =>
      asking(['PutTagsTicket'], (call) => {
        changeTicket(call, () => ({ tags: [] }));
        return call;
      }),
  },
  {
    name: 'set-tags-add',
    operations: ['SetTagsTicket'],
    shows: 'second',
    sentence: 'Replacing tags keeps those that were there.',
    how: () =>
      asking(['SetTagsTicket'], (call) => {
        const before = ticketOf(call)?.tags ?? [];
        const given = memberOf(call.body, 'tags');
        return Array.isArray(given)
          ? {
              ...call,
              body: { ...(call.body as object), tags: [...(given as unknown[]), ...before] },
            }
          : call;
      }),
  },
  {
    name: 'custom-field-clears-others',
    operations: ['UpdateTicket'],
    shows: 'pair',
    sentence: 'Setting one custom field empties the others.',
    how: () =>
      asking(['UpdateTicket'], (call) => {
        if (has(call, 'custom_fields')) changeTicket(call, () => ({ customFields: new Map() }));
        return call;
      }),
  },
  {
    name: 'create-many-loses-last',
    operations: ['TicketsCreateMany'],
    shows: 'edge',
    sentence: 'Of three or more tickets made at once the last one is reported and not there.',
    how: () =>
      around(['TicketsCreateMany'], (call, next) => {
        const before = call.desk.tickets.size;
        const reply = next(call);
        const made = [...call.desk.tickets.keys()].slice(before);
        const last = made.at(-1);
        if (made.length >= 3 && last !== undefined) call.desk.tickets.delete(last);
        return reply;
      }),
  },
  {
    name: 'restored-as-open',
    operations: ['RestoreDeletedTicket'],
    shows: 'edge',
    sentence: 'A restored ticket is open, whatever it was.',
    how: () =>
      afterwards(['RestoreDeletedTicket'], (call) => {
        changeTicket(call, () => ({ status: 'open', customStatusId: IDS.customStatuses.open }));
      }),
  },
  {
    name: 'merge-forgets-target-comment',
    operations: ['MergeTicketsIntoTargetTicket'],
    shows: 'pair',
    sentence: 'A merge writes its comment into the sources only.',
    how: () =>
      asking(['MergeTicketsIntoTargetTicket'], (call) => ({
        ...call,
        body: { ...(call.body as object), target_comment: null },
      })),
  },
  {
    name: 'merge-leaves-sources-open',
    operations: ['MergeTicketsIntoTargetTicket'],
    shows: 'always',
    sentence: 'A merge reports its sources as merged and leaves them as they were.',
    how: () =>
      around(['MergeTicketsIntoTargetTicket'], (call, next) => {
        const ids = memberOf(call.body, 'ids');
        const before = (Array.isArray(ids) ? ids : []).flatMap(
          (id) => call.desk.tickets.get(Number(id)) ?? [],
        );
        const reply = next(call);
        for (const ticket of before) keepStatus(call, ticket);
        return reply;
      }),
  },
  {
    name: 'import-forgets-created-at',
    operations: ['TicketImport'],
    shows: 'always',
    sentence: 'An imported ticket is as old as its import.',
    how: () =>
      asking(['TicketImport'], (call) =>
        withTicketBody(call, (ticket) => withoutMembers(ticket, 'created_at')),
      ),
  },
  {
    name: 'incidents-left-unsolved',
    operations: ['UpdateTicket'],
    shows: 'pair',
    sentence: 'Solving a problem leaves its incidents as they were.',
    how: () =>
      around(['UpdateTicket'], (call, next) => {
        const before = call.desk.incidents().get(Number(call.params['ticket_id'])) ?? [];
        const reply = next(call);
        if (ticketOf(call)?.status === 'solved')
          for (const ticket of before) call.desk.tickets.set(ticket.id, ticket);
        return reply;
      }),
  },
  {
    name: 'answer-does-not-reopen',
    operations: ['UpdateTicket', 'UpdateRequest'],
    shows: 'pair',
    sentence: 'A ticket stays solved when its requester answers.',
    how: () =>
      around(['UpdateTicket', 'UpdateRequest'], (call, next) => {
        const before = ticketOf(call);
        const reply = next(call);
        if (before !== undefined && !has(call, 'status') && before.status !== 'new')
          keepStatus(call, before);
        return reply;
      }),
  },
  {
    name: 'follow-up-unknown-to-source',
    operations: ['CreateTicket'],
    shows: 'edge',
    sentence: 'A closed ticket does not learn of the ticket that follows it.',
    how: () =>
      afterwards(['CreateTicket'], (call) => {
        const source = call.desk.tickets.get(Number(ticketBody(call)?.['via_followup_source_id']));
        if (source !== undefined) call.desk.tickets.set(source.id, { ...source, followupIds: [] });
      }),
  },
  {
    name: 'tag-change-leaves-no-audit',
    operations: ['SetTagsTicket', 'PutTagsTicket', 'DeleteTagsTicket'],
    shows: 'always',
    sentence: 'Changing tags leaves no trace in the audits.',
    how: () =>
      around(['SetTagsTicket', 'PutTagsTicket', 'DeleteTagsTicket'], (call, next) => {
        const id = Number(call.params['ticket_id']);
        const before = call.desk.audits.get(id);
        const reply = next(call);
        if (before !== undefined) call.desk.audits.set(id, before);
        return reply;
      }),
  },
];

function keepStatus({ desk }: Call, before: Ticket): void {
  const now = desk.tickets.get(before.id);
  if (now === undefined) return;
  const { status, customStatusId } = before;
  desk.tickets.set(before.id, { ...now, status, customStatusId });
}
