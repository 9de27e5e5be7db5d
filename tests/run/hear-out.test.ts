/** What comes where no content may is a failure, by whichever request it is seen, and is told by a replay as well. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { runOnce } from '../../src/assay.ts';
import { folderWith } from '../cli/run-assay.ts';
import { serveBytes } from '../transport/local-server.ts';

const description = {
  openapi: '3.1.0',
  info: { title: 'T', version: '1' },
  paths: {
    '/thing': {
      head: { operationId: 'Look', responses: { 200: { description: 'D' } } },
      put: { operationId: 'Touch', responses: { 204: { description: 'D' } } },
    },
  },
};

/** What the server writes behind the head of its answer to each method. */
async function run(behind: Readonly<Record<string, string>>) {
  const folder = folderWith({ 'api.json': JSON.stringify(description) });
  const baseUrl = await serveBytes((socket, _connection, data) => {
    const [method = ''] = data.toString('latin1').split(' ');
    const status = method === 'HEAD' ? '200 OK' : method === 'PUT' ? '204 No Content' : '405 No';
    const head = `HTTP/1.1 ${status}\r\nAllow: HEAD, PUT\r\nConnection: close\r\n\r\n`;
    socket.end(`${head}${behind[method] ?? ''}`);
  });
  const failed: string[] = [];
  const log = path.join(folder, 'run.ndjson');
  await runOnce(
    { spec: path.join(folder, 'api.json'), target: { baseUrl }, phases: [], seed: 1 },
    {
      onEvent: (event) => {
        if (event.kind === 'failure')
          failed.push(`${event.check} ${event.operation} ${event.reproduced}`);
      },
    },
  );
  return { failed, log };
}

test('bytes behind an answer to HEAD and behind a 204 are seen, twice', async () => {
  const { failed } = await run({ HEAD: 'hello', PUT: 'hello' });

  expect(failed).toEqual(['body-forbidden Look 2/2', 'body-forbidden Touch 2/2']);
});

test('a server that sends none is accused of nothing', async () => {
  expect((await run({})).failed).toEqual([]);
});
