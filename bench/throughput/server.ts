/** A bare server in its own process: one fixed 1 KB JSON answer, so that the client is what is measured. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const item = { id: 1, name: 'a thing', tags: ['one', 'two'], price: 12.5, active: true };
const body = Buffer.from(JSON.stringify({ item, padding: 'x'.repeat(1024 - 120) }));

const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': body.byteLength,
  });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
