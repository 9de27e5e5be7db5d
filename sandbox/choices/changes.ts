// Other ways with requests that could be taken or not, and other effects of those that are taken.
import { around, changeTicket, refusing, ticketBody, ticketOf } from '../faults/bind.ts';
import { jsonOf, memberOf } from '../faults/edit-json.ts';
import type { Hooks } from '../faults/hooks.ts';
import type { Call } from '../http/call.ts';
import { Refusal } from '../http/refusal.ts';
import { json } from '../http/reply.ts';
import { bodyMember } from '../input/body.ts';
import { forbidden, invalidEndpoint, invalidSort } from '../refusals/catalogue.ts';
import { invalidField } from '../refusals/record-invalid.ts';
import type { OtherChoice } from './choice.ts';

export const CHANGE_CHOICES: readonly OtherChoice[] = [
  {
    name: 'new-again-is-refused',
    sentence: 'The status new on a ticket that left it is 422.',
    how: () =>
      refusingFirst(['UpdateTicket'], (call) => {
        const before = ticketOf(call);
        const isBack = ticketBody(call)?.['status'] === 'new' && before?.status !== 'new';
        return before !== undefined && isBack ? invalidField('status') : null;
      }),
  },
  {
    name: 'solver-is-assigned',
    sentence: 'Whoever solves a ticket that nobody is assigned to becomes its assignee.',
    how: () => ({
      around: (call, next) => {
        call.desk.settings.set('settings', { autoAssignOnSolve: true });
        return next(call);
      },
    }),
  },
  {
    name: 'large-page-is-refused',
    sentence: 'A per_page above the limit is 400.',
    how: () =>
      refusingFirst(['ListTickets', 'ListTicketComments', 'ListAuditsForTicket'], ({ query }) =>
        Number(query.get('per_page') ?? '0') > 100
          ? new Refusal(json(400, { error: 'InvalidValue', description: 'per_page' }))
          : null,
      ),
  },
  {
    name: 'blanks-in-ids-are-refused',
    sentence: 'Blanks in ids are 400.',
    how: () => ({
      around: (call, next) => {
        if (/\s/.test(call.query.get('ids') ?? ''))
          throw new Refusal(json(400, { error: 'InvalidValue', description: 'ids' }));
        return next(call);
      },
    }),
  },
  {
    name: 'audits-have-one-order',
    sentence: 'Audits take no sort.',
    how: () =>
      refusingFirst(['ListAuditsForTicket'], ({ query }) =>
        query.has('sort') ? invalidSort() : null,
      ),
  },
  {
    name: 'no-conversation-log',
    sentence: 'The account has no conversation log.',
    how: () => refusingFirst(['ListConversationLogForTicket'], () => invalidEndpoint()),
  },
  {
    name: 'bad-merge-is-refused',
    sentence: 'Merging a closed ticket, or into one that is done, is refused at once.',
    how: () =>
      refusingFirst(['MergeTicketsIntoTargetTicket'], (call) => {
        const ids = bodyMember(call, 'ids');
        const sources = (Array.isArray(ids) ? (ids as readonly number[]) : []).map((id) =>
          call.desk.tickets.get(id),
        );
        const isDone = ['solved', 'closed'].includes(ticketOf(call)?.status ?? '');
        return isDone || sources.some((source) => source?.status === 'closed')
          ? invalidField('base', 'cannot be merged')
          : null;
      }),
  },
  {
    name: 'merge-copies-nobody',
    sentence: 'Whoever asked in a source is not put in copy on the target.',
    how: () =>
      around(['MergeTicketsIntoTargetTicket'], (call, next) => {
        const before = ticketOf(call);
        const reply = next(call);
        if (before !== undefined) changeTicket(call, () => ({ emailCcIds: before.emailCcIds }));
        return reply;
      }),
  },
  {
    name: 'private-twice-is-refused',
    sentence: 'Making a private comment private is 422; an audit without a comment is no 404.',
    how: () => ({
      around: (call, next) => {
        if (call.operation === 'MakeTicketCommentPrivate' && isPrivate(call))
          throw invalidField('comment', 'is private');
        return (
          refusing(['MakeTicketCommentPrivateFromAudits'], (refusal, { desk, params }) => {
            const audits = desk.audits.get(Number(params['ticket_id'])) ?? [];
            const isThere = audits.some(({ id }) => id === Number(params['ticket_audit_id']));
            return refusal.status === 404 && isThere ? json(200, {}) : refusal;
          }).around?.(call, next) ?? next(call)
        );
      },
    }),
  },
  {
    name: 'nothing-to-redact-is-refused',
    sentence: 'Redacting words that are not there is 422.',
    how: () =>
      refusingFirst(['RedactStringInComment'], (call) => {
        const words = bodyMember(call, 'text');
        const comment = commentOf(call);
        const isThere = typeof words !== 'string' || comment?.plainBody.includes(words);
        return comment === undefined || isThere === true ? null : invalidField('text');
      }),
  },
  {
    name: 'spam-of-agents-is-forbidden',
    sentence: 'Marking what an agent asked as spam is 403.',
    how: () =>
      refusing(['MarkTicketAsSpamAndSuspendRequester'], (refusal) =>
        memberOf(memberOf(jsonOf(refusal), 'details'), 'requester') === undefined
          ? refusal
          : forbidden().reply,
      ),
  },
];

/** Refuses before the handler gets to see the call; null lets it through. */
function refusingFirst(
  operations: readonly string[],
  refusalOf: (call: Call) => Refusal | null,
): Hooks {
  return around(operations, (call, next) => {
    const refusal = refusalOf(call);
    if (refusal !== null) throw refusal;
    return next(call);
  });
}

function commentOf({
  desk,
  params,
}: Call): { readonly plainBody: string; readonly isPublic: boolean } | undefined {
  const comments = desk.comments.get(Number(params['ticket_id'])) ?? [];
  return comments.find(({ id }) => id === Number(params['ticket_comment_id']));
}

function isPrivate(call: Call): boolean {
  return commentOf(call)?.isPublic === false;
}
