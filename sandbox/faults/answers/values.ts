// Faults of what answers say: wrong types, missing members, nulls, words and formats that are not the service's.
import { answering, editing } from '../bind.ts';
import { editReply, memberOf, OMIT } from '../edit-json.ts';
import type { FaultDraft } from '../fault.ts';
import type { Hooks } from '../hooks.ts';

/** Faults of values inside answers. */
export const VALUE_FAULTS: readonly FaultDraft[] = [
  {
    name: 'ticket-id-as-text',
    operations: ['ShowTicket'],
    shows: 'always',
    sentence: 'The id of a ticket is a text.',
    how: () => editing(['ShowTicket'], 'ticket.id', String),
  },
  {
    name: 'tags-as-text',
    operations: ['CreateTicket'],
    shows: 'always',
    sentence: 'The tags of a new ticket are one text with blanks.',
    how: () => editing(['CreateTicket'], 'ticket.tags', (tags) => (tags as string[]).join(' ')),
  },
  {
    name: 'custom-field-without-value',
    operations: ['ListTickets'],
    shows: 'always',
    sentence: 'Custom fields that are empty have no value member.',
    how: () =>
      editing(['ListTickets'], 'tickets.*.custom_fields.*.value', (value) =>
        value === null ? OMIT : value,
      ),
  },
  {
    name: 'second-comment-without-author',
    operations: ['ListTicketComments'],
    shows: 'edge',
    sentence: 'Every comment but the first lacks its author.',
    how: (): Hooks => {
      return answering(['ListTicketComments'], (reply) =>
        editReply(reply, 'comments', (comments) =>
          (comments as Record<string, unknown>[]).map((comment, index) =>
            index === 0
              ? comment
              : Object.fromEntries(
                  Object.entries(comment).filter(([name]) => name !== 'author_id'),
                ),
          ),
        ),
      );
    },
  },
  {
    name: 'followers-as-object',
    operations: ['ListTicketFollowers'],
    shows: 'edge',
    sentence: 'A ticket without followers has an object in the place of the list.',
    how: () =>
      editing(['ListTicketFollowers'], 'users', (users) =>
        (users as unknown[]).length === 0 ? {} : users,
      ),
  },
  {
    name: 'count-as-text',
    operations: ['CountTickets'],
    shows: 'always',
    sentence: 'The count of tickets is a text.',
    how: () => editing(['CountTickets'], 'count.value', String),
  },
  {
    name: 'job-total-as-text',
    operations: ['TicketsCreateMany'],
    shows: 'always',
    sentence: 'The total of a job is a text.',
    how: () => editing(['TicketsCreateMany'], 'job_status.total', String),
  },
  {
    name: 'requester-missing',
    operations: ['UpdateTicket'],
    shows: 'always',
    sentence: 'A changed ticket is shown without its requester.',
    how: () => editing(['UpdateTicket'], 'ticket.requester_id', () => OMIT),
  },
  {
    name: 'created-at-null',
    operations: ['ShowTicket'],
    shows: 'always',
    sentence: 'A ticket was created at null.',
    how: () => editing(['ShowTicket'], 'ticket.created_at', () => null),
  },
  {
    name: 'status-null-on-hold',
    operations: ['ShowTicket', 'UpdateTicket'],
    shows: 'edge',
    sentence: 'A ticket on hold has no status.',
    how: () =>
      editing(['ShowTicket', 'UpdateTicket'], 'ticket.status', (status) =>
        status === 'hold' ? null : status,
      ),
  },
  {
    name: 'private-comment-without-html',
    operations: ['ListTicketComments'],
    shows: 'edge',
    sentence: 'A private comment has null in the place of its HTML.',
    how: () =>
      editing(['ListTicketComments'], 'comments.*.html_body', (body, { public: isPublic }) =>
        isPublic === false ? null : body,
      ),
  },
  {
    name: 'audit-without-metadata',
    operations: ['ListAuditsForTicket', 'ShowTicketAudit'],
    shows: 'always',
    sentence: 'The metadata of audits is null.',
    how: () =>
      answering(['ListAuditsForTicket', 'ShowTicketAudit'], (reply) =>
        editReply(
          editReply(reply, 'audits.*.metadata', () => null),
          'audit.metadata',
          () => null,
        ),
      ),
  },
  {
    name: 'status-with-capital',
    operations: ['ListTickets'],
    shows: 'always',
    sentence: 'Statuses in the list begin with a capital.',
    how: () =>
      editing(['ListTickets'], 'tickets.*.status', (status) =>
        String(status).replace(/^./, (letter) => letter.toUpperCase()),
      ),
  },
  {
    name: 'priority-medium',
    operations: ['CreateTicket', 'ShowTicket'],
    shows: 'edge',
    sentence: 'The priority normal is shown as medium.',
    how: () =>
      editing(['CreateTicket', 'ShowTicket'], 'ticket.priority', (priority) =>
        priority === 'normal' ? 'medium' : priority,
      ),
  },
  {
    name: 'type-bug',
    operations: ['CreateTicket', 'UpdateTicket'],
    shows: 'edge',
    sentence: 'An incident is shown as a bug.',
    how: () =>
      editing(['CreateTicket', 'UpdateTicket'], 'ticket.type', (type) =>
        type === 'incident' ? 'bug' : type,
      ),
  },
  {
    name: 'score-great',
    operations: ['CreateTicketSatisfactionRating'],
    shows: 'edge',
    sentence: 'A good rating is answered as a great one.',
    how: () =>
      editing(['CreateTicketSatisfactionRating'], 'satisfaction_rating.score', (score) =>
        score === 'good' ? 'great' : score,
      ),
  },
  {
    name: 'job-status-done',
    operations: ['BulkDeleteTickets'],
    shows: 'always',
    sentence: 'A queued job has the status waiting.',
    how: () => editing(['BulkDeleteTickets'], 'job_status.status', () => 'waiting'),
  },
  {
    name: 'updated-at-with-blank',
    operations: ['ShowTicket'],
    shows: 'always',
    sentence: 'The stamp of a ticket has a blank in the place of the T.',
    how: () =>
      editing(['ShowTicket'], 'ticket.updated_at', (stamp) => String(stamp).replace('T', ' ')),
  },
  {
    name: 'created-at-in-milliseconds',
    operations: ['ListTicketComments'],
    shows: 'always',
    sentence: 'Comments tell their time as a number of milliseconds.',
    how: () =>
      editing(['ListTicketComments'], 'comments.*.created_at', (stamp) =>
        Date.parse(String(stamp)),
      ),
  },
  {
    name: 'due-at-without-time',
    operations: ['CreateTicket'],
    shows: 'pair',
    sentence: 'The due date of a task is a day without a time.',
    how: () =>
      editing(['CreateTicket'], 'ticket.due_at', (due) =>
        typeof due === 'string' ? due.slice(0, 10) : due,
      ),
  },
  {
    name: 'ticket-url-relative',
    operations: ['ListTicketsFromView'],
    shows: 'always',
    sentence: 'The URLs of tickets in a view lack scheme and host.',
    how: () =>
      editing(['ListTicketsFromView'], 'tickets.*.url', (url) =>
        String(url).replace(/^https?:\/\/[^/]+/, ''),
      ),
  },
  {
    name: 'previous-value-is-the-new-one',
    operations: ['UpdateTicket', 'ListAuditsForTicket'],
    shows: 'always',
    sentence: 'A change tells its new value as the previous one.',
    how: () =>
      answering(['UpdateTicket', 'ListAuditsForTicket'], (reply) => {
        const swap = (_previous: unknown, { value }: Readonly<Record<string, unknown>>): unknown =>
          value;
        const one = editReply(reply, 'audit.events.*.previous_value', swap);
        return editReply(one, 'audits.*.events.*.previous_value', swap);
      }),
  },
  {
    name: 'author-is-text',
    operations: ['ListConversationLogForTicket'],
    shows: 'always',
    sentence: 'The authors in the conversation log are texts.',
    how: () =>
      editing(['ListConversationLogForTicket'], 'events.*.author', (author) =>
        String(memberOf(author, 'type')),
      ),
  },
];
