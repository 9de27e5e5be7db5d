// Other refusals: statuses, envelopes and wordings of what cannot be, and requests taken or refused the other way.
import { refusing } from '../faults/bind.ts';
import { editReply, jsonOf, memberOf, OMIT } from '../faults/edit-json.ts';
import type { Hooks } from '../faults/hooks.ts';
import { json, text, type Reply } from '../http/reply.ts';
import { withoutMembers } from '../input/members.ts';
import { invalidEndpoint } from '../refusals/catalogue.ts';
import type { OtherChoice } from './choice.ts';

const LISTS_OF_IDS = [
  'TicketsShowMany',
  'BulkDeleteTickets',
  'MarkManyTicketsAsSpam',
  'TicketsUpdateMany',
];
const EXPORTS = ['IncrementalTicketExportTime', 'IncrementalTicketExportCursor'];

export const REFUSAL_CHOICES: readonly OtherChoice[] = [
  {
    name: 'forbidden-by-code',
    sentence: 'A 403 has a code and a description in place of a title and a message.',
    how: () => onStatus(403, () => coded(403, 'Forbidden', 'You do not have access')),
  },
  {
    name: 'conflict-in-other-words',
    sentence: 'A stale stamp is refused in other words.',
    how: () => onStatus(409, () => coded(409, 'Conflict', 'Somebody was faster')),
  },
  {
    name: 'details-without-codes',
    sentence: 'Details of a requester or a status that cannot be have a description alone.',
    how: () =>
      onStatus(422, (reply) => {
        const bare = editReply(reply, 'details.requester.*.error', () => OMIT);
        return editReply(bare, 'details.status.*.error', () => OMIT);
      }),
  },
  {
    name: 'closed-in-other-words',
    sentence: 'A change of a closed ticket is refused without the name of the field.',
    how: () =>
      onStatus(422, (reply) =>
        editReply(reply, 'details.status.*.description', (words) =>
          String(words).replace(/^Status: /, ''),
        ),
      ),
  },
  {
    name: 'missing-ids-are-422',
    sentence: 'A missing or unreadable ids is answered 422.',
    how: () => refusing(LISTS_OF_IDS, (refusal) => unlessTooMany(refusal, 'ids')),
  },
  {
    name: 'missing-start-time-is-422',
    sentence: 'A missing or unreadable start_time is answered 422.',
    how: () =>
      refusing(EXPORTS, (refusal, { query }) =>
        refusal.status === 400 && !/^\d+$/.test(query.get('start_time') ?? '')
          ? coded(422, 'InvalidValue', 'start_time')
          : refusal,
      ),
  },
  {
    name: 'too-recent-in-other-words',
    sentence: 'A start of an export that is too recent is refused in other words.',
    how: () =>
      refusing(EXPORTS, (refusal) =>
        editReply(refusal, 'description', () => 'Try something older'),
      ),
  },
  {
    name: 'deep-page-in-other-words',
    sentence: 'A page that is too deep is refused in other words.',
    how: () => onStatus(400, (reply) => editReply(reply, 'errors.*.title', () => 'Too deep')),
  },
  {
    name: 'broken-json-in-text',
    sentence: 'A body that is no JSON is refused by a text.',
    how: () =>
      onStatus(400, (reply) =>
        memberOf(jsonOf(reply), 'error') === 'UnprocessableJson'
          ? text(400, 'Bad Request\n', reply.headers)
          : reply,
      ),
  },
  {
    name: 'reused-key-in-other-words',
    sentence: 'An Idempotency-Key with another body is a conflict.',
    how: () =>
      onStatus(400, (reply) =>
        memberOf(jsonOf(reply), 'error') === 'IdempotentRequestError'
          ? coded(409, 'KeyReused', 'Use another key')
          : reply,
      ),
  },
  {
    name: 'unseen-ticket-not-displayed',
    sentence: 'What cannot be displayed is a 404 without content.',
    how: () =>
      refusing(['OpenTicketInAgentBrowser'], (refusal) => ({
        ...refusal,
        body: { kind: 'none' },
      })),
  },
  {
    name: 'unknown-method-is-no-endpoint',
    sentence: 'A method that a path lacks is a 404.',
    how: () => onStatus(405, () => invalidEndpoint().reply),
  },
  {
    name: 'media-types-not-looked-at',
    sentence: 'Content-Type and Accept are not looked at.',
    how: () => ({
      headers: (operation, headers) =>
        operation === 'UploadFiles'
          ? headers
          : { ...headers, accept: '*/*', 'content-type': 'application/json' },
    }),
  },
  {
    name: 'no-challenge',
    sentence: 'A 401 names no scheme.',
    how: () => ({
      reply: (_request, reply) => ({
        ...reply,
        headers: withoutMembers({ 'www-authenticate': '', ...reply.headers }, 'www-authenticate'),
      }),
    }),
  },
];

function onStatus(status: number, change: (reply: Reply) => Reply): Hooks {
  return {
    reply: (_request, reply) => {
      if (reply.status !== status) return reply;
      const changed = change(reply);
      return { ...changed, headers: { ...reply.headers, ...changed.headers } };
    },
  };
}

function coded(status: number, error: string, description: string): Reply {
  return json(status, { error, description });
}

function unlessTooMany(refusal: Reply, what: string): Reply {
  const isTooMany = memberOf(jsonOf(refusal), 'error') === 'TooManyValues';
  return refusal.status === 400 && !isTooMany ? coded(422, 'InvalidValue', what) : refusal;
}
