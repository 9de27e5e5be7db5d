/** Oddities of the wire: framings and connections that RFC 9112 allows and simple clients stumble over. */
import { rawHead, rawReply } from '../server/raw-reply.ts';
import type { HeaderField, Reply } from '../http/message.ts';
import type { Seam, WireWriter } from '../seam.ts';
import type { Oddity } from './oddity.ts';

const PAUSE_MS = 3;

function written(writer: WireWriter): Seam {
  return { wire: (reply, { method }) => (isFramedAsUsual(reply, method) ? undefined : writer) };
}

/** What has no body is left to the usual writer: there is nothing to frame. */
function isFramedAsUsual({ status, body }: Reply, method: string): boolean {
  return method === 'HEAD' || status === 204 || status === 304 || body.length === 0;
}

/**
 * What is written past Node's own writer ends the connection: Node would wait for ever for its own
 * answer before it read the next request.
 */
const CLOSE: HeaderField = ['Connection', 'close'];

const chunks: WireWriter = function inChunks(reply, socket) {
  const head = rawHead(reply.status, [...reply.headers, ['Transfer-Encoding', 'chunked'], CLOSE]);
  socket.write(head);
  for (let at = 0; at < reply.body.length; at += 100) {
    const piece = reply.body.subarray(at, at + 100);
    socket.write(
      Buffer.concat([
        Buffer.from(`${piece.length.toString(16)};part=1\r\n`),
        piece,
        Buffer.from('\r\n'),
      ]),
    );
  }
  socket.end('0\r\nX-Checksum: none\r\n\r\n');
};

const untilClose: WireWriter = function untilItCloses(reply, socket) {
  const head = rawHead(reply.status, [...reply.headers, CLOSE]);
  socket.end(Buffer.concat([Buffer.from(head, 'latin1'), reply.body]));
};

const closing: WireWriter = function andClose(reply, socket) {
  socket.end(rawReply(reply, true));
};

const bitByBit: WireWriter = function inPieces(reply, socket) {
  const whole = rawReply(reply, true);
  const third = Math.ceil(whole.length / 3);
  socket.write(whole.subarray(0, third));
  // One after the other: timers of different lengths may fire in either order.
  setTimeout(() => {
    socket.write(whole.subarray(third, 2 * third));
    setTimeout(() => socket.end(whole.subarray(2 * third)), PAUSE_MS);
  }, PAUSE_MS);
};

const withoutReason: WireWriter = function withNoReason(reply, socket) {
  const text = rawReply(reply, true).toString('latin1');
  socket.end(Buffer.from(text.replace(/^HTTP\/1\.1 ([0-9]{3}) [^\r]*/, 'HTTP/1.1 $1 '), 'latin1'));
};

const earlyHints: WireWriter = function withEarlyHints(reply, socket) {
  socket.write(rawHead(103, [['Link', '</hours>; rel="help"']]));
  socket.end(rawReply(reply, true));
};

const processing: WireWriter = function withTwoInterimAnswers(reply, socket) {
  socket.write(rawHead(102, []) + rawHead(103, [['Link', '</hours>; rel="help"']]));
  socket.end(rawReply(reply, true));
};

/** Each of so many requests finds its connection gone, and its second try does not. */
const DROPPED = 40;

const dropped: WireWriter = function dropIt(_reply, socket) {
  socket.resetAndDestroy();
};

const losing: Seam = {
  wire: (_reply, _request, { memory }) => {
    const count = Number(memory.get('count') ?? 0) + 1;
    memory.set('count', count);
    return count % DROPPED === 0 ? dropped : undefined;
  },
};

const padded: WireWriter = function withPaddedHeaders(reply, socket) {
  const headers = reply.headers.map(([name, value]) => [name, `  ${value}\t `] as const);
  socket.end(rawReply({ ...reply, headers }, true));
};

const oldVersion: WireWriter = function inOldVersion(reply, socket) {
  const text = rawReply(reply, true).toString('latin1');
  socket.end(Buffer.from(text.replace(/^HTTP\/1\.1/, 'HTTP/1.0'), 'latin1'));
};

export const WIRE_ODDITIES: readonly Oddity[] = [
  {
    name: 'chunks-with-extensions',
    sentence: 'Bodies come in small chunks with extensions and a trailer (RFC 9112, 7.1).',
    seam: written(chunks),
  },
  {
    name: 'body-until-close',
    sentence: 'Bodies have no length and end with the connection (RFC 9112, 6.3).',
    seam: written(untilClose),
  },
  {
    name: 'one-answer-a-connection',
    sentence: 'Every connection is closed after its answer, and says so.',
    seam: written(closing),
  },
  {
    name: 'bit-by-bit',
    sentence: 'Answers come in three pieces, cut wherever it falls.',
    seam: written(bitByBit),
  },
  {
    name: 'no-reason-phrase',
    sentence: 'The status line has no reason (RFC 9112, 4).',
    seam: written(withoutReason),
  },
  {
    name: 'early-hints',
    sentence: 'A 103 goes before each answer (RFC 8297).',
    seam: written(earlyHints),
  },
  {
    name: 'two-interim-answers',
    sentence: 'A 102 and a 103 go before each answer (RFC 9110, 15.2).',
    seam: written(processing),
  },
  {
    name: 'a-connection-lost',
    sentence: 'Now and then a connection is lost; the same request is answered the next time.',
    seam: losing,
  },
  {
    name: 'padded-headers',
    sentence: 'Header values have spaces and tabs around them (RFC 9112, 5.1).',
    seam: written(padded),
  },
  {
    name: 'http-1-0',
    sentence: 'Answers are in HTTP/1.0, as through an old proxy.',
    seam: written(oldVersion),
  },
];
