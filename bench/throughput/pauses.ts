/**
 * How long the harness thinks between two requests, one at a time: on bodies of 5, 20 and 60
 * members, on the sandbox, and on any description where nothing is found.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { assayRun, type Ran } from './assay-run.ts';

const ONE_AT_A_TIME = ['--concurrency', '1', '--seed', '1', '--preset', 'quick'];

/** @param origin of a server that takes anything */
export async function pauseOnBody(members: number, origin: string): Promise<Ran> {
  const folder = mkdtempSync(path.join(tmpdir(), 'assay-bench-'));
  const spec = path.join(folder, 'openapi.json');
  try {
    writeFileSync(spec, JSON.stringify(descriptionOf(members)));
    // All boundaries of the body, and no less.
    const phases = ['--phases', 'examples,probes,boundaries', '--max-cases', '5000'];
    return await assayRun({ spec, args: ['--base-url', origin, ...ONE_AT_A_TIME, ...phases] });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The sandbox in a process of its own, and the description of its API. */
export async function pauseOnSandbox(): Promise<Ran> {
  const sandbox = spawn('node_modules/.bin/jiti', ['sandbox/main.ts', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const said = await new Promise<string>((resolve) => {
      let text = '';
      sandbox.stdout.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
        if (/^admin .*\n/m.test(text)) resolve(text);
      });
    });
    const url = /^sandbox\s+(\S+)\/api\/v2/m.exec(said)?.[1] ?? '';
    const user = /^admin\s+-u '(.*)'/m.exec(said)?.[1] ?? '';
    const spec = path.resolve('spec/openapi.yaml');
    return await assayRun({ spec, args: ['--base-url', url, '--auth', user, ...ONE_AT_A_TIME] });
  } finally {
    sandbox.kill();
  }
}

/** A description of which nothing is found at the target. */
export async function pauseOnNothing(spec: string): Promise<Ran> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(404, { 'content-type': 'application/json' });
    response.end('{"error":"RecordNotFound"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Of a listening socket the address is an object.
  const { port } = server.address() as AddressInfo;
  try {
    const args = ['--base-url', `http://127.0.0.1:${String(port)}`, ...ONE_AT_A_TIME];
    return await assayRun({ spec, args });
  } finally {
    server.close();
  }
}

function descriptionOf(members: number): unknown {
  const kinds = [
    { type: 'string', minLength: 1, maxLength: 40 },
    { type: 'integer', minimum: 0, maximum: 1000 },
    { type: 'array', items: { type: 'string', maxLength: 8 }, maxItems: 5 },
    { enum: ['open', 'pending', 'closed'] },
    { type: 'object', properties: { id: { type: 'integer' }, name: { type: 'string' } } },
  ];
  const properties = Object.fromEntries(
    Array.from({ length: members }, (_, index) => [
      `member${String(index)}`,
      kinds[index % kinds.length],
    ]),
  );
  const schema = { type: 'object', required: ['member0', 'member1'], properties };
  const content = { 'application/json': { schema } };
  const post = {
    operationId: 'MakeThing',
    requestBody: { required: true, content },
    responses: { '200': { description: 'Made.' } },
  };
  return {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1' },
    paths: { '/things': { post } },
  };
}
