/** Whole commands against a small server: what is printed and written, exit codes, Ctrl-C, broken pipes. */
import { existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assay, finished, folderWith, PETS, startAssay } from './run-assay.ts';

interface TestServer {
  readonly url: string;
  readonly requests: http.IncomingMessage[];
  close(): Promise<void>;
}

async function serve(answer: http.RequestListener): Promise<TestServer> {
  const requests: http.IncomingMessage[] = [];
  const server = http.createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server's address is no pipe name.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const json = (response: http.ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(text);
};

let good: TestServer;
let bad: TestServer;
let silent: TestServer;

beforeAll(async () => {
  good = await serve((_, response) => json(response, 200, '[]'));
  bad = await serve((_, response) => json(response, 500, '{"oops":true}'));
  silent = await serve(() => undefined);
});

afterAll(async () => {
  await Promise.all([good, bad, silent].map((server) => server.close()));
});

describe('run', () => {
  test('a server that conforms: 0, a summary, and both files', async () => {
    const folder = folderWith({ 'pets.yaml': PETS });

    const { code, stdout, stderr } = await assay(
      ['run', 'pets.yaml', '--base-url', good.url, '--seed', '7'],
      { folder },
    );

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('2/2 accepted');
    expect(stdout).toContain('seed 7');
    expect(stdout).toContain('no failures');
    expect(stdout).toContain('pets.yaml:23:'); // the dangling reference
    expect(stdout).toContain('reports: reports/run.ndjson, reports/junit.xml');
    expect(readFileSync(path.join(folder, 'reports', 'junit.xml'), 'utf8')).toContain(
      'failures="0"',
    );
    expect(readFileSync(path.join(folder, 'reports', 'run.ndjson'), 'utf8')).toContain(
      '{"kind":"run-finished"',
    );
  });

  test('failures: 1, each told with its command', async () => {
    const folder = folderWith({ 'pets.yaml': PETS });

    const { code, stdout } = await assay(['run', 'pets.yaml', '--base-url', bad.url], { folder });

    expect(code).toBe(1);
    expect(stdout).toContain('not-a-server-error');
    expect(stdout).toMatch(/\$ curl .*\/pets/);
    expect(stdout).not.toMatch(/\u001b/);
  });

  test('only what is included is sent, only what is asked for is written', async () => {
    const folder = folderWith({ 'pets.yaml': PETS });
    good.requests.length = 0;

    const { code, stdout } = await assay(
      [
        'run',
        'pets.yaml',
        '--base-url',
        good.url,
        '--include',
        'pets',
        '--report',
        'junit',
        '--out',
        'x/y',
        '--header',
        'X-Trace: 1',
      ],
      { folder },
    );

    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(new Set(good.requests.map(({ url }) => url))).toEqual(new Set(['/pets']));
    expect(good.requests.every(({ headers }) => headers['x-trace'] === '1')).toBe(true);
    expect(existsSync(path.join(folder, 'x', 'y', 'junit.xml'))).toBe(true);
    expect(existsSync(path.join(folder, 'reports'))).toBe(false);
  });

  test('a target from elsewhere gets no credentials of the configuration, a configured one does', async () => {
    const config = (url: string): string =>
      JSON.stringify({
        spec: 'pets.yaml',
        identities: { me: { bearer: 'c4n4ry' } },
        headers: { 'X-Key': 'c4n4ry' },
        target: { baseUrl: url },
      });
    const sentTo = async (configured: string): Promise<string> => {
      const folder = folderWith({ 'pets.yaml': PETS, 'assay.config.json': config(configured) });
      good.requests.length = 0;
      await assay(['run', '--base-url', good.url], { folder, env: { ASSAY_AUTH: 'Bearer given' } });
      return JSON.stringify(good.requests.map(({ headers }) => headers));
    };

    const foreign = await sentTo('http://own.test');
    const own = await sentTo(good.url);

    expect(foreign).not.toContain('c4n4ry');
    expect(foreign).toContain('"authorization":"Bearer given"');
    expect(own).toContain('"authorization":"Bearer c4n4ry"');
    expect(own).toContain('"x-key":"c4n4ry"');
  });

  test('a report that cannot be written is told, and is no success', async () => {
    const folder = folderWith({ 'pets.yaml': PETS, reports: 'a file' });

    const { code, stdout, stderr } = await assay(['run', 'pets.yaml', '--base-url', good.url], {
      folder,
    });

    expect(code).toBe(2);
    expect(stdout).toContain('2/2 accepted');
    expect(stderr).toMatch(
      /^error: the report ndjson could not be written: .*\nerror: the report junit could not be written: .*\n$/,
    );
  });
});

describe('what stops a run', () => {
  const stopped = async (
    args: readonly string[],
    files: Readonly<Record<string, string>> = { 'pets.yaml': PETS },
  ): Promise<string> => {
    const { code, stderr } = await assay(args, { folder: folderWith(files) });
    expect(code).toBe(2);
    expect(stderr).not.toMatch(/^\s+at .*\.(ts|js|mjs):\d+/m);
    return stderr;
  };

  test.concurrent.each([
    [['run'], /^error: No description is named\.\n {2}Name a file or URL/],
    [['run', 'missing.yaml'], /^error: .*missing\.yaml.*\n {2}/],
    [['run', 'pets.yaml', '--seed', 'x'], /^error: --seed: expected a whole number/],
    [
      ['run', 'pets.yaml', '--include', 'LstPets'],
      /^error: --include "LstPets" matches no operation of pets\.yaml\.\n {2}Did you mean ListPets\?\n$/,
    ],
    [['run', 'pets.yaml', '--base-url', 'nonsense'], /^error: .*nonsense.*\n {2}/],
    [['run', 'pets.yaml', '--auth', 'nobody'], /^error: --auth .*\n {2}/],
    [
      ['run', 'pets.yaml', '--config', 'x.ts'],
      /^error: There is no configuration file "x\.ts"\.\n {2}/,
    ],
    [['run', 'pets.yaml'], /^error: .*127\.0\.0\.1:1.*\n {2}[^\n]+\n$/],
    [['list', 'pets.yaml', '--exclude', 'GET'], /^error: All 2 operations are left out\.\n {2}/],
  ])('%j', async (args, message) => {
    expect(await stopped(args)).toMatch(message);
  });

  test('a bad member of the configuration', async () => {
    const files = { 'assay.config.json': '{"spec": "pets.yaml", "maxCase": 3}', 'pets.yaml': PETS };

    expect(await stopped(['run'], files)).toBe(
      'error: assay.config.json: maxCase: no such member. Did you mean maxCases?\n  Correct it, or leave it out: every member but spec has a default.\n',
    );
  });
});

describe('Ctrl-C', () => {
  test('once: reports are written, 130', async () => {
    const folder = folderWith({ 'pets.yaml': PETS });
    silent.requests.length = 0;
    const child = startAssay(['run', 'pets.yaml', '--base-url', silent.url], { folder });
    const end = finished(child);

    await waitFor(() => silent.requests.length > 0);
    child.kill('SIGINT');
    const { code, stderr } = await end;

    expect(code).toBe(130);
    expect(stderr).toContain('interrupted');
    for (const name of ['junit.xml', 'run.ndjson'])
      expect(existsSync(path.join(folder, 'reports', name))).toBe(true);
  });

  test('twice: the end, even where the target can’t be closed', async () => {
    const config = `export default {
      spec: 'pets.yaml',
      target: { start: () => ({ url: '${silent.url}', close: () => new Promise(() => setInterval(() => {}, 1000)) }) },
    };`;
    const folder = folderWith({ 'pets.yaml': PETS, 'assay.config.mjs': config });
    silent.requests.length = 0;
    const child = startAssay(['run'], { folder });
    const end = finished(child);

    await waitFor(() => silent.requests.length > 0);
    let told = '';
    child.stderr?.on('data', (chunk: Buffer) => (told += chunk.toString()));
    child.kill('SIGINT');
    await waitFor(() => told.includes('once more'));
    child.kill('SIGINT');

    expect((await end).code).toBe(130);
  });
});

describe('list', () => {
  test('an operation a line, then a located problem a line', async () => {
    const folder = folderWith({ 'pets.yaml': PETS });

    const { code, stdout, stderr } = await assay(['list', 'pets.yaml'], { folder });

    expect({ code, stderr }).toEqual({ code: 0, stderr: '2 operations, 1 problem\n' });
    expect(stdout.split('\n').slice(0, 2)).toEqual(['GET /pets ListPets', 'GET /toys ListToys']);
    expect(stdout.split('\n')[2]).toMatch(/^pets\.yaml:23:\d+ .*Toys/);
  });

  test('a named description is read without the configuration, which may start much', async () => {
    const folder = folderWith({ 'pets.yaml': PETS, 'assay.config.mjs': 'throw new Error("no");' });

    expect((await assay(['list', 'pets.yaml'], { folder })).code).toBe(0);
    expect((await assay(['list'], { folder })).code).toBe(2);
  });

  test('a reader that goes away is no error', async () => {
    const paths = Array.from(
      { length: 3_000 },
      (_, index) => `  /p${String(index)}:\n    get: { responses: {} }\n`,
    );
    const text = `openapi: 3.1.0\ninfo: { title: t, version: '1' }\npaths:\n${paths.join('')}`;
    const child = startAssay(['list', 'many.yaml'], { folder: folderWith({ 'many.yaml': text }) });
    let stderr = '';
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));

    child.stdout?.destroy();
    const code = await new Promise((resolve) => child.on('close', resolve));

    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^3000 operations/),
    });
  });
});

async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
}
