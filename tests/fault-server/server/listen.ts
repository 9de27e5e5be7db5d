/** The sockets: takes requests off them whole, puts answers on them, and closes them all at the end. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { reply, type HeaderField, type Reply, type Request } from '../http/message.ts';
import { MAX_BODY_BYTES } from './read-body.ts';
import { route } from './router.ts';
import { problem } from '../http/problem.ts';
import type { Delivery } from './staged.ts';
import { rawReply } from './raw-reply.ts';

const MAX_HEADER_BYTES = 256 * 1024;

interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens on loopback. @param port 0 takes a free one */
export async function listen(
  answer: (request: Request) => Delivery,
  port: number,
): Promise<Listening> {
  const sockets = new Set<Socket>();
  const timers = new Set<NodeJS.Timeout>();
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES, keepAliveTimeout: 60_000 });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  server.on('request', (incoming: IncomingMessage, response: ServerResponse) => {
    void receive(incoming).then((request) => {
      if (request === undefined) return;
      const delivery = answer(request);
      if (delivery.delayMs === 0) return void send(delivery, response);
      const timer = setTimeout(() => {
        timers.delete(timer);
        send(delivery, response);
      }, delivery.delayMs);
      timers.add(timer);
    });
  });
  server.on('clientError', answerUnreadable);
  server.on('connect', (_incoming, socket) => socket.end(rawReply(problem(405), true)));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    // A listening TCP server has an address with a port.
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const timer of timers) clearTimeout(timer);
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** @returns undefined for a request whose client went away before its end. */
async function receive(incoming: IncomingMessage): Promise<Request | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      // What passes the bound is read, so that the refusal can be; it is not kept.
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
      size += chunk.length;
    }
  } catch {
    return undefined;
  }
  const { method = '', url = '', rawHeaders } = incoming;
  const headers = rawHeaders.flatMap((name, index): HeaderField[] =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
  );
  return { kind: 'request', method, target: url, headers, body: Buffer.concat(chunks) };
}

function send({ reply: answer, wire }: Delivery, response: ServerResponse): void {
  const { socket } = response;
  if (socket === null) return;
  if (wire !== undefined) {
    wire(answer, socket);
    return;
  }
  const flat = answer.headers.flatMap(([name, value]) => [name, value]);
  const names = new Set(answer.headers.map(([name]) => name.toLowerCase()));
  const framed = names.has('content-length') || names.has('transfer-encoding');
  const length = ['Content-Length', String(answer.body.length)];
  const hasNoLength = framed || answer.status === 204 || answer.status === 304;
  response.writeHead(answer.status, [...flat, ...(hasNoLength ? [] : length)]);
  response.end(answer.body);
}

/** What Node's parser refuses: a method it does not know is not allowed here; the rest is a bad request. */
function answerUnreadable(
  error: Error & { readonly code?: string; readonly rawPacket?: Buffer },
  socket: Socket,
): void {
  if (!socket.writable) return void socket.destroy();
  const [, method = '', target = ''] =
    /^([A-Z]+) (\S+) HTTP\/1\.1\r\n/.exec(error.rawPacket?.toString('latin1') ?? '') ?? [];
  const allow = route(method, target)?.allow;
  const answer: Reply =
    error.code === 'HPE_INVALID_METHOD' && allow !== undefined
      ? problem(405, { headers: [['Allow', allow.join(', ')]] })
      : reply(error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400);
  socket.end(rawReply(answer, true));
}
