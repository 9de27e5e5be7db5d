// What a connection gets whose bytes are no HTTP: one plain answer with the status that fits, and an end. Node would
// answer too, but with less care about half-open sockets.
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const STATUS_BY_CODE: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Content Too Large',
};

/** Makes a server answer broken framing, CONNECT and Upgrade without ever throwing. */
export function answerClientErrors(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const status = STATUS_BY_CODE[error.code ?? ''] ?? '400 Bad Request';
    // Sockets of an http server are net sockets; the event types them as plain streams.
    closeWith(socket as Socket, status);
  });
  server.on('connect', (_request, socket) => {
    closeWith(
      socket as Socket,
      '405 Method Not Allowed',
      'Allow: GET, HEAD, POST, PUT, DELETE\r\n',
    );
  });
}

function closeWith(socket: Socket, status: string, moreHeaders = ''): void {
  socket.on('error', () => {
    socket.destroy();
  });
  if (!socket.writable || socket.destroyed) {
    socket.destroy();
    return;
  }
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n${moreHeaders}\r\n`,
    () => {
      socket.destroySoon();
    },
  );
}
