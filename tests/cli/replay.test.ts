/** `assay replay` in whole commands: a run that finds, then the same request after the server changed. */
import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/run/events.ts';
import { assay, folderWith, type Finished } from './run-assay.ts';

const DESCRIPTION = `openapi: 3.1.0
info: { title: Pets, version: '1' }
components:
  securitySchemes: { basic: { type: http, scheme: basic } }
paths:
  /pets:
    get:
      operationId: ListPets
      security: [{ basic: [] }]
      responses:
        '200':
          description: all
          content: { application/json: { schema: { type: array, items: { type: string } } } }
        '401': { description: no credential }
  /pets/one:
    get:
      operationId: ShowPet
      responses: { '200': { description: one } }
`;

const AUTH = 'kim:s3cret-of-kim';
const GOOD = { status: 200, body: '["Rex"]' };

/** What the server answers to ListPets, request by request; the last goes on. */
let answers: { readonly status: number; readonly body: string }[] = [];
let seen: http.IncomingMessage[] = [];
let server: http.Server;
let url: string;
let folder: string;

beforeAll(async () => {
  server = http.createServer((request, response) => {
    seen.push(request);
    if (request.url !== '/pets') {
      response.writeHead(200).end();
      return;
    }
    const expected = `Basic ${Buffer.from(AUTH).toString('base64')}`;
    if (request.headers.authorization !== expected) {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic' }).end();
      return;
    }
    const { status, body } = (answers.length > 1 ? answers.shift() : answers[0]) ?? GOOD;
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server's address is no pipe name.
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  folder = folderWith({ 'pets.yaml': DESCRIPTION });
  answers = [{ status: 200, body: '[5]' }];
  const args = ['run', 'pets.yaml', '--base-url', url, '--auth', AUTH, '--phases', 'probes'];
  const run = await assay(args, { folder });
  if (run.code !== 1) throw new Error(run.stdout + run.stderr);
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  answers = [GOOD];
  seen = [];
});

function failureId(): string {
  const log = readFileSync(path.join(folder, 'reports', 'run.ndjson'), 'utf8');
  const events = log
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as RunEvent);
  const found = events.find((event) => event.kind === 'failure');
  if (found?.kind !== 'failure') throw new Error('no failure');
  return found.id;
}

async function replay(...more: readonly string[]): Promise<Finished> {
  return assay(['replay', failureId(), '--auth', AUTH, ...more], { folder });
}

describe('the request of the log is sent three times, with its credential', () => {
  test('and is fixed where it shows no more', async () => {
    const { code, stdout, stderr } = await replay();

    expect(stderr).toBe('');
    expect(stdout).toContain('A106 response-schema: /0 must be string');
    expect(stdout).toContain('Fixed: it does not show any more.');
    expect(code).toBe(0);
    expect(seen.map(({ url: target }) => target)).toEqual(['/pets', '/pets', '/pets']);
    expect(stdout).not.toContain('s3cret');
  });

  test('and still fails where it shows each time', async () => {
    answers = [{ status: 200, body: '[5]' }];

    const { code, stdout } = await replay();

    expect(stdout).toContain('< 200: failed (/0 must be string)');
    expect(stdout).toContain('Still failing.');
    expect(code).toBe(1);
  });

  test('and is flaky where it shows sometimes', async () => {
    answers = [GOOD, { status: 200, body: '[5]' }, GOOD];

    const { code, stdout } = await replay();

    expect(stdout).toContain('Flaky: it shows sometimes.');
    expect(code).toBe(1);
  });

  test('and fails otherwise where another failure shows instead', async () => {
    answers = [{ status: 500, body: '{}' }];

    const { code, stdout } = await replay();

    expect(stdout).toContain('< 500: failed otherwise (Status 500 is a server error)');
    expect(stdout).toContain('the answer fails otherwise');
    expect(code).toBe(1);
  });
});

describe('what cannot be told ends with 2', () => {
  test('a credential that the target refuses', async () => {
    const { code, stdout } = await assay(['replay', failureId(), '--auth', 'kim:wrong'], {
      folder,
    });

    expect(stdout).toContain('< 401: not judged (the credential was refused)');
    expect(code).toBe(2);
  });

  test('no credential, where the log had one: nothing is sent', async () => {
    const { code, stderr } = await assay(['replay', failureId()], { folder });

    expect(stderr).toContain('The log does not hold the secret in authorization.');
    expect(code).toBe(2);
    expect(seen).toEqual([]);
  });

  test('an id that is not in the log', async () => {
    const { code, stderr } = await assay(['replay', 'ffffffff'], { folder });

    expect(stderr).toContain('There is no failure "ffffffff" in the log.');
    expect(stderr).toContain(failureId());
    expect(code).toBe(2);
  });

  test('a log that is not there', async () => {
    const { code, stderr } = await assay(['replay', 'a', '--log', 'none.ndjson'], { folder });

    expect(stderr).toContain('Could not read "none.ndjson".');
    expect(code).toBe(2);
  });
});

test('the beginning of an id is enough, and the credential may come from the environment', async () => {
  const value = `Basic ${Buffer.from(AUTH).toString('base64')}`;

  const { code } = await assay(['replay', failureId().slice(0, 5)], {
    folder,
    env: { ASSAY_AUTH: value },
  });

  expect(code).toBe(0);
});
