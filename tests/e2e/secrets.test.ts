/**
 * Secrets of every kind of credential, given in every way, to a server that repeats them in every
 * encoding: none may reach the terminal, the log, the JUnit report or a curl line.
 */
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { assay, folderWith } from '../cli/run-assay.ts';
import { aCanary, type Canary } from './canary.ts';
import { serveEcho } from './echo-server.ts';
import { eventsOf, readEvents } from './run-reports.ts';

const ECHO = fileURLToPath(new URL('../fixtures/e2e-echo.openapi.yaml', import.meta.url));

/** A way to give a credential: on the command line, in the environment, in the configuration. */
interface Way {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly config?: Readonly<Record<string, unknown>>;
}

interface Told {
  readonly terminal: string;
  readonly ndjson: string;
  readonly junit: string;
  readonly curl: readonly string[];
  /** What the server was sent: a secret that was never sent proves nothing. */
  readonly sent: string;
}

async function tell(way: Way, canary: Canary): Promise<Told> {
  const { args = [], env = {}, config = {} } = way;
  const server = await serveEcho(canary.secret);
  const whole = { spec: 'echo.yaml', target: { baseUrl: server.url }, maxCases: 2, ...config };
  const folder = folderWith({ 'assay.config.json': JSON.stringify(whole) });
  copyFileSync(ECHO, path.join(folder, 'echo.yaml'));
  const { code, stdout, stderr } = await assay(['run', '--seed', '1', ...args], { folder, env });
  const reports = path.join(folder, 'reports');
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  const failures = eventsOf(readEvents(reports), 'failure');
  // Unless much of it is found and shown, nothing is proven.
  expect(failures.length).toBeGreaterThan(7);
  return {
    terminal: stdout + stderr,
    ndjson: readFileSync(path.join(reports, 'run.ndjson'), 'utf8'),
    junit: readFileSync(path.join(reports, 'junit.xml'), 'utf8'),
    curl: failures.map(({ curl }) => curl),
    sent: JSON.stringify(server.received.map(({ headers, target }) => [headers, target])),
  };
}

function tracesIn(told: Told, canary: Canary): Readonly<Record<string, readonly string[]>> {
  return {
    terminal: canary.tracesIn(told.terminal),
    ndjson: canary.tracesIn(told.ndjson),
    junit: canary.tracesIn(told.junit),
    curl: told.curl.flatMap((line) => canary.tracesIn(line)),
  };
}

const NOWHERE = { terminal: [], ndjson: [], junit: [], curl: [] };

/** What escaping changes, in each format that escapes. */
const hard = (core: string): string => `${core}"/+ &<é%\\${core}`;
/** The same as far as a header value may hold it. */
const inHeader = (core: string): string => `${core}+/&<"'%=${core}`;

const basic = aCanary(0, hard);
const bearer = aCanary(1, (core) => `${core}.+/-_~${core}==`);
const header = aCanary(2, inHeader);
const query = aCanary(3, hard);
const cookie = aCanary(3, (core) => `${core}+/&%${core}`);

const packed = Buffer.from(`ann:${basic.secret}`).toString('base64');
const identity = (credential: unknown): Way => ({ config: { identities: { me: credential } } });

const WAYS: readonly (readonly [string, Way, Canary])[] = [
  ['--auth user:password', { args: ['--auth', `ann:${basic.secret}`] }, basic],
  ['--auth bearer:TOKEN', { args: ['--auth', `bearer:${bearer.secret}`] }, bearer],
  ['ASSAY_AUTH of Basic', { env: { ASSAY_AUTH: `Basic ${packed}` } }, basic],
  ['ASSAY_AUTH of another scheme', { env: { ASSAY_AUTH: `Sig ${header.secret}` } }, header],
  ['identity basic', identity({ basic: { user: 'ann', password: basic.secret } }), basic],
  ['identity bearer', identity({ bearer: bearer.secret }), bearer],
  ['identity authorization', identity({ authorization: `Sig ${header.secret}` }), header],
  [
    'identity apiKey in a header',
    identity({ apiKey: { in: 'header', name: 'X-Desk', value: header.secret } }),
    header,
  ],
  [
    'identity apiKey in the query',
    identity({ apiKey: { in: 'query', name: 'desk', value: query.secret } }),
    query,
  ],
  [
    'identity apiKey in a cookie',
    identity({ apiKey: { in: 'cookie', name: 'desk', value: cookie.secret } }),
    cookie,
  ],
  ['--header X-Api-Key', { args: ['--header', `X-Api-Key: ${header.secret}`] }, header],
  ['--header Cookie', { args: ['--header', `Cookie: a=b; sid=${cookie.secret}`] }, cookie],
  ['--header Authorization', { args: ['--header', `Authorization: Sig ${header.secret}`] }, header],
  ['headers of the configuration', { config: { headers: { 'X-Token': header.secret } } }, header],
];

describe('nothing shows the secret of', () => {
  test.each(WAYS)('%s', async (_, way, canary) => {
    const told = await tell(way, canary);

    expect(canary.tracesIn(told.sent)).not.toEqual([]);
    expect(tracesIn(told, canary)).toEqual(NOWHERE);
  });
});

test.each([
  ['user and password', ['--auth', `ann:${basic.secret}`]],
  ['a bearer token', ['--auth', `bearer:${bearer.secret}`]],
])('a curl line names the variable in place of %s', async (_, args) => {
  const told = await tell({ args }, args[1]?.startsWith('bearer') === true ? bearer : basic);

  expect(told.curl).not.toEqual([]);
  expect(told.curl.filter((line) => !line.includes('-H "Authorization: $ASSAY_AUTH"'))).toEqual([]);
  expect(told.terminal).toContain('-H "Authorization: $ASSAY_AUTH"');
});
