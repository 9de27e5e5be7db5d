/**
 * What stops a run: one clear message each, which says what, where and what to do; no stack, exit
 * code 2. What tests nothing is never 0.
 */
import { readFileSync } from 'node:fs';
import https from 'node:https';
import { createServer as createSocketServer, type Socket } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { assay, finished, folderWith, startAssay, type Finished } from '../cli/run-assay.ts';
import { listen } from '../transport/local-server.ts';
import { json, serve } from './recording-server.ts';
import { eventsOf, readEvents, readJunit } from './run-reports.ts';

const THREE = `openapi: 3.1.0
info: { title: Three, version: '1' }
paths:
  /one: { get: { operationId: ListOnes, responses: { '200': { description: One. } } } }
  /two: { get: { operationId: ListTwos, responses: { '200': { description: Two. } } } }
  /three: { get: { operationId: ListThrees, responses: { '200': { description: Three. } } } }
`;

const FILES = {
  'three.yaml': THREE,
  'empty.yaml': '',
  'broken.yaml': `openapi: 3.1.0\ninfo:\n  title: [unclosed\npaths: {}\n`,
  'broken.json': '{\n  "openapi": "3.1.0",\n  "info": oops\n}\n',
  'other.yaml': 'name: not a description\nversion: 2\n',
  'swagger.yaml': "swagger: '2.0'\ninfo: { title: Old, version: '1' }\npaths: {}\n",
  'nothing.yaml': "openapi: 3.1.0\ninfo: { title: None, version: '1' }\npaths: {}\n",
};

/** A message, perhaps a place, and what to do: two to five lines, the first an error, no stack. */
function expectOneMessage({ code, stderr }: Finished): void {
  expect(code).toBe(2);
  expect(stderr).toMatch(/^error: (?!this is a bug)\S/);
  expect(stderr.match(/^error:/gm)).toHaveLength(1);
  expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(5);
  expect(stderr).not.toMatch(/\n\s+at .*[/(].*:\d+:\d+\)?$|node:internal|\[object|undefined/m);
}

describe('one message, and exit code 2, for', () => {
  test.concurrent.each<readonly [string, readonly string[], RegExp]>([
    ['a missing file', ['run', 'mising.yaml'], /mising\.yaml[^]*\n {2}.*folder/],
    ['an empty file', ['run', 'empty.yaml'], /empty\.yaml is empty/],
    ['a YAML syntax error', ['run', 'broken.yaml'], /YAML[^]*\n {2}at broken\.yaml:\d+:\d+\n/],
    ['a JSON syntax error', ['run', 'broken.json'], /JSON[^]*\n {2}at broken\.json:3:11\n/],
    ['another YAML', ['run', 'other.yaml'], /other\.yaml.*OpenAPI/],
    ['Swagger 2.0', ['run', 'swagger.yaml'], /swagger\.yaml[^]*2\.0/],
    [
      'a description of nothing',
      ['run', 'nothing.yaml', '--base-url', 'http://127.0.0.1:9'],
      /no operation/,
    ],
    [
      'no matching operation',
      ['run', 'three.yaml', '--include', 'ListTwo'],
      /"ListTwo" matches no operation of three\.yaml\.\n {2}Did you mean ListTwos/,
    ],
    [
      'an unknown option',
      ['run', 'three.yaml', '--base-ulr', 'http://x'],
      /unknown option '--base-ulr'\n\(Did you mean --base-url\?\)/,
    ],
    ['a seed that is no number', ['run', 'three.yaml', '--seed', 'one'], /--seed: .*"one"/],
    [
      'a bad URL',
      ['run', 'three.yaml', '--base-url', 'http//x'],
      /"http\/\/x" is no absolute URL\.\n {2}Give scheme and host/,
    ],
    [
      'a URL of another scheme',
      ['run', 'three.yaml', '--base-url', 'ftp://x'],
      /ftp:\/\/ can't be tested/,
    ],
    ['no server at all', ['run', 'three.yaml'], /three\.yaml names no server[^]*--base-url/],
    [
      'a port where nothing listens',
      ['run', 'three.yaml', '--base-url', 'http://127.0.0.1:9'],
      /Could not reach http:\/\/127\.0\.0\.1:9: .*\n {2}Is it running/,
    ],
    [
      'a description at a URL where nothing listens',
      ['run', 'http://127.0.0.1:9/openapi.yaml'],
      /could not fetch http:\/\/127\.0\.0\.1:9\/openapi\.yaml/,
    ],
    [
      'a timeout of nothing',
      ['run', 'three.yaml', '--timeout', '0'],
      /--timeout: expected a time in seconds/,
    ],
    [
      'an unknown phase',
      ['run', 'three.yaml', '--phases', 'fuzzy'],
      /--phases: .*"fuzzy"\. Did you mean fuzz\?/,
    ],
  ])('%s', async (_, args, message) => {
    const ended = await assay(args, { folder: folderWith(FILES) });

    expectOneMessage(ended);
    expect(ended.stderr).toMatch(message);
  });

  test.concurrent.each<readonly [string, string, RegExp]>([
    [
      'an unknown member',
      '{ spec: three.yaml, gaet: { accepted: all } }',
      /gaet: no such member\. Did you mean gate\?/,
    ],
    [
      'an unknown member within',
      '{ spec: three.yaml, gate: { acepted: all } }',
      /gate\.acepted: no such member\. Did you mean accepted\?/,
    ],
    [
      'a wrong value',
      '{ spec: three.yaml, maxCases: many }',
      /maxCases: expected a whole number from 0 .*"many"/,
    ],
    ['an unknown check', '{ spec: three.yaml, checks: { response-shema: off } }', /response-shema/],
    ['a config that is broken', '{ spec: three.yaml, ', /at assay\.config\.yaml:\d+:\d+/],
    ['a config that is a list', '[1, 2]', /holds no object/],
  ])('%s in the configuration', async (_, text, message) => {
    const folder = folderWith({ ...FILES, 'assay.config.yaml': text });

    const ended = await assay(['run', '--base-url', 'http://127.0.0.1:9'], { folder });

    expectOneMessage(ended);
    expect(ended.stderr).toContain('assay.config.yaml');
    expect(ended.stderr).toMatch(message);
  });

  test('a certificate that nobody vouches for', async () => {
    const pem = (name: string): string =>
      readFileSync(fileURLToPath(new URL(`../fixtures/tls/${name}`, import.meta.url)), 'utf8');
    const server = https.createServer({ key: pem('key.pem'), cert: pem('self-signed.pem') });
    const url = `https://127.0.0.1:${String(await listen(server))}`;

    const ended = await assay(['run', 'three.yaml', '--base-url', url], {
      folder: folderWith(FILES),
    });

    expectOneMessage(ended);
    expect(ended.stderr).toMatch(/Could not reach https:\/\/127.*\n {2}.*NODE_EXTRA_CA_CERTS/);
  });

  test('a scheme that the other end does not speak', async () => {
    const server = await serve((_, response) => json(response, 200, {}));
    const url = server.url.replace('http:', 'https:');

    const ended = await assay(['run', 'three.yaml', '--base-url', url], {
      folder: folderWith(FILES),
    });

    expectOneMessage(ended);
    expect(ended.stderr).toMatch(/Could not reach https:\/\/127.*\n {2}.*does not speak TLS/);
  });
});

describe('a target that never answers is one error once three operations have asked', () => {
  test.each<readonly [string, (socket: Socket) => void, RegExp]>([
    [
      'it does not speak HTTP',
      (socket) => socket.end('220 mail.example.com ESMTP ready\r\n'),
      /^error: Got no answer from http:.*well-formed HTTP.*\n {2}What answers there does not speak/,
    ],
    [
      'it hangs up',
      (socket) => socket.destroy(),
      /^error: Got no answer from http:.*broke.*\n {2}Connections are taken and closed again/,
    ],
    [
      'it never says a word',
      () => undefined,
      /^error: Got no answer from http:.*within 200 ms.*\n {2}Connections are taken and nothing/,
    ],
  ])('%s', async (_what, treat, message) => {
    const server = createSocketServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => treat(socket));
    });
    const folder = folderWith(FILES);
    const url = `http://127.0.0.1:${String(await listen(server))}`;
    const args = ['run', 'three.yaml', '--base-url', url, '--timeout', '0.2'];

    const { code, stderr } = await assay(args, { folder });

    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });
});

describe('exit codes', () => {
  const runOn = async (status: number, declared = "'200'"): Promise<Finished> => {
    const server = await serve((_, response) => json(response, status, {}));
    const folder = folderWith({ 'three.yaml': THREE.replaceAll("'200'", declared) });
    const args = ['run', 'three.yaml', '--base-url', server.url, '--phases', 'examples'];
    return assay(args, { folder });
  };

  test('0 where all is well', async () => {
    expect((await runOn(200)).code).toBe(0);
  });

  test('1 where something fails, and where nothing was accepted beside', async () => {
    const { code, stdout } = await runOn(500);

    expect(stdout).toContain('0/3 accepted');
    expect(code).toBe(1);
  });

  test('2 where nothing was tested and nothing failed', async () => {
    const { code, stdout } = await runOn(403, 'default');

    expect(stdout).toContain('0/3 accepted');
    expect(stdout).toContain('exit 2: No operation was accepted: nothing was tested.');
    expect(code).toBe(2);
  });

  test('130 on Ctrl-C, with both reports whole', async () => {
    const folder = folderWith(FILES);
    const server = await serve(({ path: asked }, response) => {
      // The others never get an answer, so that the run is surely under way.
      if (asked === '/one') json(response, 200, {});
    });
    const child = startAssay(['run', 'three.yaml', '--base-url', server.url], { folder });
    const end = finished(child);
    while (server.received.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));

    child.kill('SIGINT');
    const { code, stdout, stderr } = await end;

    expect(code).toBe(130);
    expect(stderr).toContain('interrupted: writing reports');
    expect(stdout).toContain('interrupted: what was not sent is not tested');
    const reports = path.join(folder, 'reports');
    expect(eventsOf(readEvents(reports), 'run-finished')).toMatchObject([
      { interrupted: true, exitCode: 130 },
    ]);
    expect(new Set(readJunit(reports).map(({ suite }) => suite))).toEqual(
      new Set(['ListOnes', 'ListTwos', 'ListThrees']),
    );
  });
});
