/**
 * Real servers on loopback for the tests of the transport: one that speaks HTTP, one that writes
 * whatever bytes a test gives it.
 */
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSocketServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { createTransport, type TransportOptions } from '../../src/transport/create-transport.ts';
import type { Transport } from '../../src/transport/transport.ts';
import type { PreparedRequest } from '../../src/wire/request.ts';

/** A request for `/thing` unless told otherwise. */
export function aRequest(parts: Partial<PreparedRequest> = {}): PreparedRequest {
  return { method: 'GET', target: '/thing', headers: [], body: undefined, ...parts };
}

/** A transport that is closed when the test ends. */
export function aTransport(options: TransportOptions): Transport {
  const transport = createTransport(options);
  onTestFinished(() => transport.close());
  return transport;
}

/** Starts a node:http server until the test ends. @returns its URL, without a slash at its end */
export async function serveHttp(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  onTestFinished(() => server.closeAllConnections());
  return `http://127.0.0.1:${String(await listen(server))}`;
}

/** Calls `onRequest` with each piece of what a client sends, and the connection's number from 1. */
export async function serveBytes(
  onData: (socket: Socket, connection: number, data: Buffer) => void,
): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createSocketServer((socket) => {
    sockets.add(socket);
    const connection = sockets.size;
    socket.on('error', () => undefined);
    socket.on('data', (data) => onData(socket, connection, data));
  });
  onTestFinished(() => sockets.forEach((socket) => socket.destroy()));
  return `http://127.0.0.1:${String(await listen(server))}`;
}

/** Listens on a free port until the test ends. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
