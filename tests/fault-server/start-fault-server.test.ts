/** The server over sockets: what it is over HTTP, and that each break of the wire is one a client notices. */
import { connect } from 'node:net';
import { request } from 'undici';
import { afterEach, describe, expect, test } from 'vitest';
import { FAULTS } from './faults.ts';
import {
  startFaultServer,
  type FaultServer,
  type FaultServerOptions,
} from './start-fault-server.ts';

const open: FaultServer[] = [];

async function start(options: FaultServerOptions = {}): Promise<FaultServer> {
  const server = await startFaultServer(options);
  open.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

describe('over HTTP', () => {
  test('a shelf put up is found where its Location says, and counted', async () => {
    const { url, credentials, requests } = await start();
    const headers = { authorization: `Bearer ${credentials.readerToken}` };
    const body = JSON.stringify({ label: 'Atlases', floor: 2, kind: 'reference' });

    const made = await request(`${url}/shelves`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
    });
    const found = await request(`${url}${String(made.headers['location'])}`, { headers });

    expect(made.statusCode).toBe(201);
    expect(await found.body.json()).toEqual(await made.body.json());
    expect(requests()).toBe(2);
  });

  test('a HEAD has the length that a GET has, and no body', async () => {
    const { url } = await start();

    const get = await request(`${url}/status`);
    const head = await request(`${url}/status`, { method: 'HEAD' });

    expect(head.headers['content-length']).toBe(get.headers['content-length']);
    expect(await head.body.text()).toBe('');
  });

  test('a body above the bound is refused with 413', async () => {
    const { url, credentials } = await start();

    const { statusCode } = await request(`${url}/shelves`, {
      method: 'POST',
      headers: { 'x-desk-key': credentials.deskKey, 'content-type': 'application/json' },
      body: Buffer.alloc(5 * 1024 * 1024, 32),
    });

    expect(statusCode).toBe(413);
  });

  test('a method that HTTP parsers do not know is refused with 405 and Allow', async () => {
    const { url } = await start();

    const text = await rawExchange(url, 'QUERY /status HTTP/1.1\r\nHost: x\r\n\r\n');

    expect(text).toMatch(/^HTTP\/1\.1 405 /);
    expect(text).toContain('Allow: GET, HEAD, OPTIONS');
  });

  test('what is no HTTP is refused with 400', async () => {
    const { url } = await start();

    expect(await rawExchange(url, 'hello there\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('a name in neither table is told', async () => {
    await expect(startFaultServer({ faults: ['no-such'] })).rejects.toThrow(
      'There is no fault called no-such.',
    );
    await expect(startFaultServer({ oddities: ['no-such'] })).rejects.toThrow(
      'There is no oddity called no-such.',
    );
  });
});

describe('on the wire', () => {
  const PLAIN: Readonly<Record<string, string>> = {
    getHours: 'GET /hours',
    listBooks: 'GET /shelves/1/books',
    getStatus: 'GET /status',
    getLoan: 'GET /loans/5f0c1e7a-3b2d-4c6e-8f90-000000000001',
    exportCatalogue: 'GET /catalogue/export?medium=audio',
    getExcerpt: 'GET /shelves/1/books/b1/excerpt?numbered=true',
    resolveIsbn: 'GET /isbn/9780000000019',
    getBook: 'GET /shelves/1/books/b1',
    listLoans: 'GET /loans?state=overdue',
    updateShelf: 'PATCH /shelves/1 {"note":null}',
    createShelf: 'POST /shelves {"label":"\u{1f4da}","floor":1,"kind":"open"}',
  };
  const broken = FAULTS.filter((fault) => fault.class === 'answered' && fault.operation in PLAIN);

  test.each(broken)('$name keeps a client from a whole answer', async ({ name, operation }) => {
    const { url, credentials } = await start({ faults: [name] });
    const [method = '', target = '', body] = (PLAIN[operation] ?? '').split(' ');

    const exchange = async (): Promise<string> => {
      const { body: answer } = await request(`${url}${target}`, {
        method: method as 'GET',
        headers: {
          authorization: `Bearer ${credentials.readerToken}`,
          'content-type': 'application/json',
          'x-currency': 'GBP',
        },
        ...(body === undefined ? {} : { body }),
        headersTimeout: 300,
        bodyTimeout: 300,
        signal: AbortSignal.timeout(600),
      });
      return answer.text();
    };

    await expect(exchange()).rejects.toThrow();
  });
});

test.each([
  ['body-of-gone-book', 'DELETE /shelves/1/books/b2', '204'],
  ['chunks-of-gone-shelf', 'DELETE /shelves/2', '204'],
  ['body-of-unchanged-book', 'GET /shelves/1/books/b1', '304'],
  ['body-of-head', 'HEAD /shelves/1', '200'],
])('%s puts bytes behind an answer that may have none', async (fault, line, status) => {
  const { url, credentials } = await start({ faults: [fault] });
  const headers = `Host: x\r\nX-Desk-Key: ${credentials.deskKey}\r\nIf-None-Match: *`;

  const text = await rawExchange(url, `${line} HTTP/1.1\r\n${headers}\r\n\r\n`);

  expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(text.slice(text.indexOf('\r\n\r\n') + 4)).toContain('"deleted":true');
});

function rawExchange(url: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let answer = '';
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      answer += chunk;
    });
    socket.on('end', () => {
      resolve(answer);
    });
    socket.on('error', reject);
    socket.end(text);
  });
}
