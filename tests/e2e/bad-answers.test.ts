/** Answers that are none: each is a failure of that one check, with its reason, and the run goes on. */
import { createServer as createSocketServer, type Socket } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { FaultKind } from '../../src/transport/exchange.ts';
import { assay, folderWith, type Finished } from '../cli/run-assay.ts';
import { listen } from '../transport/local-server.ts';
import { eventsOf, readEvents, readJunit } from './run-reports.ts';

/** What each comes to. */
const KINDS: Readonly<Record<string, FaultKind>> = {
  'that never ends': 'too-large',
  'that trickles': 'timeout',
  'that is huge': 'too-large',
  'that is not what its Content-Encoding says': 'undecodable',
  'that is small until it is unpacked': 'too-large',
  'that never comes': 'timeout',
  'that stops halfway': 'reset',
  'that is a hang-up': 'reset',
  'that is not HTTP': 'malformed',
  'of headers without end': 'too-large',
};

const OK = 'HTTP/1.1 200 OK\r\n';

/** What `/bad` gets. */
const ANSWERS: Readonly<Record<string, (socket: Socket) => void>> = {
  'that never ends': (socket) => {
    socket.write(`${OK}Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n`);
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const more = (): void => {
      while (!socket.destroyed && socket.write(chunk)) continue;
    };
    socket.on('drain', more);
    more();
  },
  'that trickles': (socket) => {
    socket.write(`${OK}Content-Type: text/plain\r\nContent-Length: 1000000\r\n\r\n`);
    const drip = setInterval(() => socket.write('x'), 50);
    socket.on('close', () => clearInterval(drip));
  },
  'that is huge': (socket) => {
    socket.write(`${OK}Content-Length: 20000000\r\n\r\n`);
    socket.write(Buffer.alloc(20_000_000));
  },
  'that is not what its Content-Encoding says': (socket) => {
    socket.end(`${OK}Content-Encoding: gzip\r\nContent-Length: 7\r\n\r\ngarbage`);
  },
  'that is small until it is unpacked': (socket) => {
    const packed = gzipSync(Buffer.alloc(60_000_000));
    socket.write(`${OK}Content-Encoding: gzip\r\nContent-Length: ${String(packed.length)}\r\n\r\n`);
    socket.end(packed);
  },
  'that never comes': () => undefined,
  'that stops halfway': (socket) => {
    socket.write(`${OK}Content-Length: 100\r\n\r\nhalf`);
    setTimeout(() => socket.destroy(), 20);
  },
  'that is a hang-up': (socket) => {
    socket.destroy();
  },
  'that is not HTTP': (socket) => {
    socket.end('220 mail.example.com ESMTP ready\r\n');
  },
  'of headers without end': (socket) => {
    socket.write(OK);
    const field = `X-More: ${'x'.repeat(8_000)}\r\n`;
    const more = (): void => {
      while (!socket.destroyed && socket.write(field)) continue;
    };
    socket.on('drain', more);
    more();
  },
};

/** Answers `/good`, and `/bad/N` with the Nth of them. */
async function serve(): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createSocketServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      const [, index] = / \/bad\/(\d+) /.exec(data.toString('latin1')) ?? [];
      const answer = index === undefined ? undefined : Object.values(ANSWERS)[Number(index)];
      if (answer === undefined) socket.write(`${OK}Content-Length: 0\r\n\r\n`);
      else answer(socket);
    });
  });
  onTestFinished(() => sockets.forEach((socket) => socket.destroy()));
  return `http://127.0.0.1:${String(await listen(server))}`;
}

const operation = (path: string, id: string): string =>
  `  ${path}: { get: { operationId: ${id}, responses: { '200': { description: Fine. } } } }`;

const NAMES = Object.keys(ANSWERS);

const API = `openapi: 3.1.0
info: { title: Answers, version: '1' }
paths:
${[
  operation('/good', 'good'),
  ...NAMES.map((_, index) => operation(`/bad/${String(index)}`, `bad${String(index)}`)),
].join('\n')}
`;

describe('one run of a target with many ways not to answer', () => {
  let folder = '';
  let finished: Finished = { code: null, stdout: '', stderr: '' };
  let failures: ReturnType<typeof eventsOf<'failure'>> = [];

  test('ends, with 1, and without a word on stderr', async () => {
    folder = folderWith({ 'api.yaml': API });
    const url = await serve();
    const args = ['run', 'api.yaml', '--base-url', url, '--timeout', '1', '--max-cases', '1'];

    finished = await assay(args, { folder });

    expect(finished).toMatchObject({ code: 1, stderr: '' });
    expect(finished.stdout).toContain(`1/${String(NAMES.length + 1)} accepted`);
    failures = eventsOf(readEvents(path.join(folder, 'reports')), 'failure');
  });

  test.each(NAMES.map((name, index) => [name, index] as const))(
    'an answer %s is one failure of A101, with its reason',
    (name, index) => {
      const found = failures.filter(({ operation }) => operation === `bad${String(index)}`);

      expect(found.map(({ code, keyword }) => [code, keyword])).toEqual([['A101', KINDS[name]]]);
    },
  );

  test('nothing else is found, and each stands in the JUnit report once', () => {
    const cases = readJunit(path.join(folder, 'reports'));

    const failed = cases.filter(({ failure }) => failure !== undefined);
    expect(failures).toHaveLength(NAMES.length);
    expect(failed.map(({ suite, failure }) => [suite, failure?.type])).toEqual(
      NAMES.map((_, index) => [`bad${String(index)}`, 'A101']),
    );
  });
});
