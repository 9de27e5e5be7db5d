/** A target that dies with several requests under way is one failure, at the operations that were. */
import http from 'node:http';
import path from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/index.ts';
import { folderWith } from '../cli/run-assay.ts';
import { listen } from '../transport/local-server.ts';

const NAMES = ['apples', 'pears', 'plums', 'quinces'];
const ORCHARD = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Orchard', version: '1' },
  paths: Object.fromEntries(
    NAMES.map((name) => [
      `/${name}`,
      {
        get: {
          operationId: `list-${name}`,
          parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer' } }],
          responses: { default: { description: 'Some.' } },
        },
      },
    ]),
  ),
});

test('it is told once, though no request under way got an answer', async () => {
  let waiting = 0;
  let received = 0;
  const server = http.createServer((_request, response) => {
    received += 1;
    if (received === 1) {
      response.end();
      return;
    }
    waiting += 1;
    if (waiting < 3) return;
    server.close();
    server.closeAllConnections();
  });
  const port = await listen(server);

  const { found, failures } = await run({
    spec: path.join(folderWith({ 'orchard.json': ORCHARD }), 'orchard.json'),
    target: { baseUrl: `http://127.0.0.1:${String(port)}` },
    phases: ['fuzz'],
    checks: { 'accepts-invalid': 'off' },
    concurrency: 4,
    seed: 1,
  });

  expect(found.map(({ title }) => title)).toEqual(['The target stopped listening']);
  expect(failures[0]?.operations.length).toBeGreaterThan(1);
});
