// Faults of what stands around the content: envelopes, statuses, media types, headers.
import { json, type Reply } from '../../http/reply.ts';
import { answering, refusing } from '../bind.ts';
import { jsonOf, memberOf } from '../edit-json.ts';
import type { FaultDraft } from '../fault.ts';

const withStatus = (reply: Reply, status: number): Reply => ({ ...reply, status });
const withValue = (reply: Reply, value: unknown): Reply => ({
  ...reply,
  body: { kind: 'json', value },
});
const withHeader = (reply: Reply, name: string, value: string): Reply => ({
  ...reply,
  headers: { ...reply.headers, [name]: value },
});

/** The reply without some of its headers. */
function withoutHeaders(reply: Reply, ...names: readonly string[]): Reply {
  const kept = Object.entries(reply.headers).filter(([name]) => !names.includes(name));
  return { ...reply, headers: Object.fromEntries(kept) };
}

/** Faults of envelopes, statuses, media types and headers. */
export const FRAME_FAULTS: readonly FaultDraft[] = [
  {
    name: 'ticket-without-envelope',
    operations: ['ShowTicket'],
    shows: 'always',
    sentence: 'A ticket is answered bare, without the member ticket around it.',
    how: () =>
      answering(['ShowTicket'], (reply) => withValue(reply, memberOf(jsonOf(reply), 'ticket'))),
  },
  {
    name: 'audits-under-events',
    operations: ['ListAuditsForTicket'],
    shows: 'always',
    sentence: 'Audits are listed under the name events.',
    how: () =>
      answering(['ListAuditsForTicket'], (reply) => {
        const { audits, ...rest } = jsonOf(reply) as Record<string, unknown>;
        return withValue(reply, { events: audits, ...rest });
      }),
  },
  {
    name: 'not-found-as-message',
    operations: ['*'],
    shows: 'always',
    sentence: 'A record that is not there is answered in an envelope of its own.',
    how: () => ({
      reply: (_request, reply) =>
        reply.status === 404 ? withValue(reply, { message: 'Not Found' }) : reply,
    }),
  },
  {
    name: 'validation-details-as-list',
    operations: ['CreateTicket', 'UpdateTicket'],
    shows: 'always',
    sentence: 'The details of a refused ticket are a list instead of a map.',
    how: () =>
      refusing(['CreateTicket', 'UpdateTicket'], (refusal) => {
        const value = jsonOf(refusal);
        const details = memberOf(value, 'details');
        if (refusal.status !== 422 || typeof details !== 'object' || details === null)
          return refusal;
        return withValue(refusal, { ...(value as object), details: Object.values(details) });
      }),
  },
  {
    name: 'unauthenticated-with-description',
    operations: ['*'],
    shows: 'always',
    sentence: 'A missing credential is answered as a code instead of the one sentence.',
    how: () => ({
      reply: (_request, reply) =>
        reply.status === 401
          ? withValue(reply, { errors: [{ code: 401, detail: 'Unauthorized' }] })
          : reply,
    }),
  },
  {
    name: 'forbidden-is-not-found',
    operations: ['*'],
    shows: 'edge',
    sentence:
      'A caller without the right is told that there is nothing, instead of that it is forbidden.',
    how: () => ({
      reply: (_request, reply) =>
        reply.status === 403
          ? withStatus(withValue(reply, { error: 'RecordNotFound', description: 'Not found' }), 404)
          : reply,
    }),
  },
  {
    name: 'created-is-200',
    operations: ['CreateTicket'],
    shows: 'always',
    sentence: 'Making a ticket is answered 200.',
    how: () =>
      answering(['CreateTicket'], (reply) =>
        withStatus(reply, reply.status === 201 ? 200 : reply.status),
      ),
  },
  {
    name: 'deleted-is-200',
    operations: ['DeleteTicket'],
    shows: 'always',
    sentence: 'Deleting a ticket is answered 200 with an empty object.',
    how: () => answering(['DeleteTicket'], () => json(200, {})),
  },
  {
    name: 'tags-set-is-200',
    operations: ['SetTagsTicket'],
    shows: 'always',
    sentence: 'Replacing tags is answered 200 instead of 201.',
    how: () => answering(['SetTagsTicket'], (reply) => withStatus(reply, 200)),
  },
  {
    name: 'missing-ticket-is-null',
    operations: ['ShowTicket'],
    shows: 'edge',
    sentence: 'A ticket that is not there is answered 200 with null.',
    how: () =>
      refusing(['ShowTicket'], (refusal) =>
        refusal.status === 404 ? json(200, { ticket: null }) : refusal,
      ),
  },
  {
    name: 'conflict-is-422',
    operations: ['UpdateTicket', 'SetTagsTicket', 'PutTagsTicket', 'DeleteTagsTicket'],
    shows: 'pair',
    sentence: 'A stale stamp is answered 422 instead of 409.',
    how: () =>
      refusing(['UpdateTicket', 'SetTagsTicket', 'PutTagsTicket', 'DeleteTagsTicket'], (refusal) =>
        refusal.status === 409 ? withStatus(refusal, 422) : refusal,
      ),
  },
  {
    name: 'invalid-is-500',
    operations: ['CreateTicket'],
    shows: 'edge',
    sentence: 'A ticket without a comment is answered 500 instead of 422.',
    how: () =>
      refusing(['CreateTicket'], (refusal) =>
        memberOf(memberOf(jsonOf(refusal), 'details'), 'base') === undefined
          ? refusal
          : withStatus(refusal, 500),
      ),
  },
  {
    name: 'unknown-route-is-200',
    operations: ['*'],
    shows: 'edge',
    sentence: 'A path that no route has is answered 200 with an empty object.',
    how: () => ({
      reply: ({ operation }, reply) =>
        operation === null && reply.status === 404 ? withStatus(withValue(reply, {}), 200) : reply,
    }),
  },
  {
    name: 'ticket-as-html',
    operations: ['ShowTicket'],
    shows: 'always',
    sentence: 'A ticket is sent as text/html.',
    how: () =>
      answering(['ShowTicket'], (reply) =>
        withHeader(reply, 'content-type', 'text/html; charset=utf-8'),
      ),
  },
  {
    name: 'refusal-as-plain-text',
    operations: ['*'],
    shows: 'always',
    sentence: 'Parameters that cannot be read are refused as plain text.',
    how: () => ({
      reply: (_request, reply) =>
        reply.status === 400
          ? {
              ...reply,
              body: { kind: 'bytes', type: 'text/plain', bytes: Buffer.from('Bad Request') },
            }
          : reply,
    }),
  },
  {
    name: 'location-missing',
    operations: ['CreateTicket'],
    shows: 'always',
    sentence: 'A new ticket is answered without saying where it is.',
    how: () => answering(['CreateTicket'], (reply) => withoutHeaders(reply, 'location')),
  },
  {
    name: 'location-of-another-ticket',
    operations: ['CreateTicket'],
    shows: 'always',
    sentence: 'The Location of a new ticket is that of the ticket before.',
    how: () =>
      answering(['CreateTicket'], (reply) =>
        withHeader(
          reply,
          'location',
          (reply.headers['location'] ?? '').replace(
            /(\d+)\.json$/,
            (_whole, id) => `${Number(id) - 1}.json`,
          ),
        ),
      ),
  },
  {
    name: 'limit-headers-missing-on-errors',
    operations: ['*'],
    shows: 'always',
    sentence: 'Refusals come without the headers of the rate limit.',
    how: () => ({
      reply: (_request, reply) =>
        reply.status >= 400
          ? withoutHeaders(reply, 'x-rate-limit', 'x-rate-limit-remaining')
          : reply,
    }),
  },
  {
    name: 'allow-missing',
    operations: ['*'],
    shows: 'edge',
    sentence: 'A method that is not allowed is refused without saying which are.',
    how: () => ({
      reply: (_request, reply) => (reply.status === 405 ? withoutHeaders(reply, 'allow') : reply),
    }),
  },
  {
    name: 'entity-tag-malformed',
    operations: ['ListTickets'],
    shows: 'always',
    sentence: 'The entity tag of the list stands without quotes.',
    how: () =>
      answering(['ListTickets'], (reply) =>
        withHeader(reply, 'etag', 'W/0123456789abcdef0123456789abcdef'),
      ),
  },
  {
    name: 'version-header-wrong',
    operations: ['ShowTicketAudit'],
    shows: 'always',
    sentence: 'An audit is said to come from another version of the API.',
    how: () =>
      answering(['ShowTicketAudit'], (reply) => withHeader(reply, 'x-zendesk-api-version', 'v3')),
  },
];
