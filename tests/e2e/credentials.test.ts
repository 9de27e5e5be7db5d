/** Credentials belong to the target they were written for: another is sent none of them. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../sandbox/index.ts';
import { assay, folderWith } from '../cli/run-assay.ts';
import { folderOf } from './configured-run.ts';
import { serveNotes } from './notes-server.ts';
import type { RecordingServer } from './recording-server.ts';

const QUICK = ['--seed', '1', '--phases', 'examples'];

/** All that a server was told: targets, headers and bodies. */
const told = ({ received }: RecordingServer): string =>
  JSON.stringify(received.map(({ target, headers, body }) => [target, headers, body]));

const SECRETS = {
  identities: {
    me: { bearer: 'c4n4ry-bearer' },
    other: { apiKey: { in: 'query', name: 'key', value: 'c4n4ry-query' } },
  },
  headers: { 'X-Api-Key': 'c4n4ry-header' },
  as: { ListNotes: 'other' },
};

test('a base URL given for one run gets nothing of a configured URL’s', async () => {
  const own = await serveNotes();
  const foreign = await serveNotes();
  const folder = folderOf('e2e-notes.openapi.yaml', {
    ...SECRETS,
    target: { baseUrl: own.url, identities: { mine: { bearer: 'c4n4ry-own' } } },
  });

  const elsewhere = await assay(['run', ...QUICK, '--base-url', foreign.url], { folder });
  const home = await assay(['run', ...QUICK], { folder });

  expect(foreign.received.length).toBeGreaterThan(4);
  expect(told(foreign)).not.toContain('c4n4ry');
  expect(told(own)).toContain('c4n4ry-bearer');
  expect(told(own)).toContain('c4n4ry-query');
  expect(told(own)).toContain('c4n4ry-header');
  expect(elsewhere.stdout).toContain('(me, other, mine) belong to its own target');
  expect(home.stdout).not.toContain('belong to its own target');
});

test('nor of a target that a configuration starts, which is not started', async () => {
  const foreign = await serveNotes();
  const folder = folderOf('e2e-notes.openapi.yaml');
  const config = folderWith({ 'assay.config.mjs': STARTING });

  const { code, stderr } = await assay(
    ['run', path.join(folder, 'api.yaml'), ...QUICK, '--base-url', foreign.url],
    { folder: config, env: { ASSAY_AUTH: 'Bearer given' } },
  );

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(existsSync(path.join(config, 'started'))).toBe(false);
  expect(told(foreign)).not.toContain('c4n4ry');
  expect(told(foreign)).toContain('Bearer given');
});

const STARTING = `import { writeFileSync } from 'node:fs';
export default {
  target: {
    identities: { mine: { bearer: 'c4n4ry-own' } },
    start: () => {
      writeFileSync('started', '');
      return { url: 'http://127.0.0.1:9', identities: { default: { bearer: 'c4n4ry-started' } } };
    },
  },
};
`;

test('the sandbox’s own credentials never reach a base URL from elsewhere', async () => {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  const { user, password } = sandbox.credentials.admin;
  const foreign = await serveNotes();

  // The repository's own configuration starts a sandbox whose credentials are these.
  await assay([
    'run',
    ...QUICK,
    '--base-url',
    foreign.url,
    '--out',
    folderOf('e2e-notes.openapi.yaml'),
  ]);

  const packed = Buffer.from(`${user}:${password}`).toString('base64');
  expect(foreign.received).not.toEqual([]);
  expect(told(foreign)).not.toContain(packed);
  expect(told(foreign)).not.toContain('authorization');
});
