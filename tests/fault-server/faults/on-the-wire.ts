/** Faults that break HTTP itself: what a socket may do instead of answering (RFC 9112). */
import type { Socket } from 'node:net';
import type { Reply } from '../http/message.ts';
import type { Seam, WireWriter } from '../seam.ts';
import { rawHead, rawReply } from '../server/raw-reply.ts';
import { always, type When } from './when.ts';

const HALF_MB = 512 * 1024;

/** Writes answers that would have been granted by a writer of its own. */
export function onTheWire(writer: WireWriter, when: When = always): Seam {
  return {
    wire: (reply, request, scene) =>
      reply.status < 400 && when(request, scene) ? writer : undefined,
  };
}

export const reset: WireWriter = (_reply, socket) => socket.resetAndDestroy();

export const hangUp: WireWriter = (_reply, socket) => socket.destroy();

/** The head and half of the body, and no more. */
export const truncated: WireWriter = (reply, socket) => {
  const whole = rawReply(reply);
  socket.end(whole.subarray(0, whole.length - Math.ceil(reply.body.length / 2)));
};

/** The reset comes once the head is out. */
export const resetAfterHead: WireWriter = (reply, socket) => {
  const head = rawHead(reply.status, [...reply.headers, ['Content-Length', '4096']]);
  socket.write(head, () => socket.resetAndDestroy());
};

export const notHttp: WireWriter = (_reply, socket) => {
  socket.end('220 lantern ESMTP ready\r\n');
};

/** Two lengths that contradict each other, or one that is no number. */
export function badLength(...lengths: readonly string[]): WireWriter {
  return (reply, socket) => {
    const framing = lengths.map((length) => ['Content-Length', length] as const);
    const head = rawHead(reply.status, [...reply.headers, ...framing]);
    socket.end(Buffer.concat([Buffer.from(head), reply.body]));
  };
}

/** A chunk whose size is no number. */
export const badChunk: WireWriter = (reply, socket) => {
  const head = rawHead(reply.status, [...reply.headers, ['Transfer-Encoding', 'chunked']]);
  socket.end(`${head}zz\r\nnothing\r\n0\r\n\r\n`);
};

/** The last chunk never comes: the connection ends in the middle. */
export const unfinishedChunks: WireWriter = (reply, socket) => {
  const head = rawHead(reply.status, [...reply.headers, ['Transfer-Encoding', 'chunked']]);
  const size = reply.body.length.toString(16);
  socket.end(Buffer.concat([Buffer.from(`${head}${size}\r\n`), reply.body, Buffer.from('\r\n')]));
};

/** A header line with a control character in it. */
export const badHeader: WireWriter = (reply, socket) => {
  socket.end(rawReply({ ...reply, headers: [...reply.headers, ['X-Note', 'a\u0000b']] }));
};

/** A body that goes on for as long as anybody reads. */
export const endless: WireWriter = (reply, socket) => {
  socket.write(rawHead(reply.status, [...reply.headers, ['Transfer-Encoding', 'chunked']]));
  pour(
    socket,
    Buffer.concat([Buffer.from('80000\r\n'), Buffer.alloc(HALF_MB, 32), Buffer.from('\r\n')]),
  );
};

function pour(socket: Socket, chunk: Buffer): void {
  if (socket.destroyed) return;
  socket.write(chunk, (error) => {
    if (error === undefined || error === null) setImmediate(pour, socket, chunk);
  });
}

/** It says gzip, and is not. */
export function garbledGzip(reply: Reply): Reply {
  return {
    ...reply,
    headers: [...reply.headers, ['Content-Encoding', 'gzip']],
    body: Buffer.from('this was never compressed'),
  };
}
