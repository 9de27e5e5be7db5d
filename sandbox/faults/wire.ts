// Faults of the wire: answers that come late, never, in part, or as other bytes than they say.
import type { Outgoing } from '../server/write-reply.ts';
import type { FaultDraft } from './fault.ts';
import type { Hooks, Request } from './hooks.ts';
import { counter } from './bind.ts';

/** How late a slow answer is. */
export const SLOW_MS = 12_000;
/** How much of a long answer is left in the place where it is cut. */
const LONG_BYTES = 4_096;

type Mishandling = (outgoing: Outgoing, send: (outgoing: Outgoing) => void) => void;

const onOperation = (
  operation: string,
  mishandle: Mishandling,
  when: (request: Request) => boolean = () => true,
): Hooks => ({
  send: (request, outgoing, next) => {
    if (request.operation === operation && when(request)) mishandle(outgoing, next);
    else next(outgoing);
  },
});

const bytesOf = ({ content }: Outgoing): Buffer => Buffer.from(content);

const hangUp: Mishandling = ({ response }) => {
  response.socket?.resetAndDestroy();
};

// Says how long the answer is, sends less, and hangs up.
const cutOff: Mishandling = (outgoing) => {
  const { response, status, headers } = outgoing;
  const bytes = bytesOf(outgoing);
  response.writeHead(status, headers);
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => {
    response.socket?.destroy();
  });
};

/** Faults of the wire. */
export const WIRE_FAULTS: readonly FaultDraft[] = [
  {
    name: 'slow-answer',
    operations: ['TicketRelatedInformation'],
    shows: 'always',
    sentence: 'Related information takes twelve seconds.',
    how: () =>
      onOperation('TicketRelatedInformation', (outgoing, send) => {
        const timer = setTimeout(() => {
          send(outgoing);
        }, SLOW_MS);
        outgoing.response.on('close', () => {
          clearTimeout(timer);
        });
      }),
  },
  {
    name: 'no-answer',
    operations: ['CountAuditsForTicket'],
    shows: 'always',
    sentence: 'The count of audits is never answered.',
    how: () => onOperation('CountAuditsForTicket', () => undefined),
  },
  {
    name: 'connection-reset',
    operations: ['ListTicketFollowers'],
    shows: 'always',
    sentence: 'The connection is reset instead of listing followers.',
    how: () => onOperation('ListTicketFollowers', hangUp),
  },
  {
    name: 'second-request-reset',
    operations: ['ListResourceTags'],
    shows: 'second',
    sentence: 'Every second request for tags has its connection reset.',
    how: (): Hooks => {
      const seen = counter();
      return onOperation('ListResourceTags', hangUp, () => seen('') % 2 === 1);
    },
  },
  {
    name: 'answer-cut-off',
    operations: ['ListTicketCollaborators'],
    shows: 'always',
    sentence: 'Half of the list of collaborators comes before the connection ends.',
    how: () => onOperation('ListTicketCollaborators', cutOff),
  },
  {
    name: 'long-answer-cut-off',
    operations: ['ListAuditsForTicket'],
    shows: 'edge',
    sentence: 'A list of audits of more than four kilobytes is cut off.',
    how: () =>
      onOperation('ListAuditsForTicket', (outgoing, send) => {
        if (bytesOf(outgoing).length > LONG_BYTES) cutOff(outgoing, send);
        else send(outgoing);
      }),
  },
  {
    name: 'json-ends-early',
    operations: ['ListTicketAttributeValues'],
    shows: 'always',
    sentence: 'The list of skills lacks its last brace, and says that this is all.',
    how: () =>
      onOperation('ListTicketAttributeValues', (outgoing, send) => {
        const bytes = bytesOf(outgoing).subarray(0, -1);
        send({
          ...outgoing,
          content: bytes,
          headers: { ...outgoing.headers, 'content-length': String(bytes.length) },
        });
      }),
  },
  {
    name: 'empty-answer',
    operations: ['ShowTicketAudit'],
    shows: 'always',
    sentence: 'An audit is answered 200 without a byte of content.',
    how: () =>
      onOperation('ShowTicketAudit', (outgoing, send) => {
        send({ ...outgoing, content: '', headers: { ...outgoing.headers, 'content-length': '0' } });
      }),
  },
  {
    name: 'bytes-are-not-utf8',
    operations: ['ListTicketIncidents'],
    shows: 'always',
    sentence: 'The list of incidents ends in bytes that are no UTF-8.',
    how: () =>
      onOperation('ListTicketIncidents', (outgoing, send) => {
        const bytes = Buffer.concat([bytesOf(outgoing), Buffer.from([0xff, 0xfe])]);
        send({
          ...outgoing,
          content: bytes,
          headers: { ...outgoing.headers, 'content-length': String(bytes.length) },
        });
      }),
  },
  {
    name: 'answer-is-not-http',
    operations: ['ListTicketEmailCCs'],
    shows: 'always',
    sentence: 'The people in copy are answered in bytes that are no HTTP.',
    how: () =>
      onOperation('ListTicketEmailCCs', ({ response }) => {
        response.socket?.end('HTTP/9.9 two hundred\r\n\r\n');
      }),
  },
];
