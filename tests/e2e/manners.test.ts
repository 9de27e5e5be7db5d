/**
 * What a run may do to a target: nothing but safe methods beyond this machine, nothing taken away
 * but what it made or was told to, nothing shut down unasked, no redirect followed.
 */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../cli/run-assay.ts';
import { folderOf, run } from './configured-run.ts';
import { serveNotes } from './notes-server.ts';
import { serve, type RecordingServer } from './recording-server.ts';
import { serveRemovals } from './removals-server.ts';
import { eventsOf, readEvents, readJunit } from './run-reports.ts';

/** A name for this machine that no harness takes for it: an IPv4 address within IPv6. */
const elsewhere = ({ port }: RecordingServer): string =>
  `http://[::ffff:127.0.0.1]:${String(port)}`;

describe('a target that is not this machine', () => {
  test('is sent safe methods only; the rest is listed, and does not count against the gate', async () => {
    const folder = folderOf('e2e-notes.openapi.yaml');
    const server = await serveNotes();

    const { code, stdout } = await run(folder, ['--base-url', elsewhere(server)]);

    expect(methodsOf(server)).not.toEqual([]);
    expect(methodsOf(server).filter((method) => !/^(GET|HEAD|OPTIONS)$/.test(method))).toEqual([]);
    expect(stdout).toContain('2/5 accepted · 3 withheld');
    expect(stdout).toContain('not allowed to write (3): CreateNote, UpdateNote, DeleteNote');
    expect(stdout).toContain('--allow-writes sends them');
    expect(code).toBe(0);
    const skipped = readJunit(path.join(folder, 'reports')).filter(
      ({ suite, skipped }) => suite === 'DeleteNote' && skipped?.includes('not allowed to write'),
    );
    expect(skipped).not.toEqual([]);
  });

  test('is sent the rest with --allow-writes', async () => {
    const server = await serveNotes();

    const { code, stdout } = await run(folderOf('e2e-notes.openapi.yaml'), [
      '--base-url',
      elsewhere(server),
      '--allow-writes',
    ]);

    expect(methodsOf(server)).toEqual(expect.arrayContaining(['POST', 'PUT', 'DELETE']));
    expect(stdout).toContain('5/5 accepted');
    expect(code).toBe(0);
  });
});

function methodsOf({ received }: RecordingServer): readonly string[] {
  return [...new Set(received.map(({ method }) => method))];
}

describe('what looks like a shutdown', () => {
  const pathsSent = ({ received }: RecordingServer): readonly string[] =>
    received.map((request) => request.path).filter((sent) => /reset|logout/.test(sent));

  test('is not sent, and told', async () => {
    const server = await serveRemovals();

    const { stdout } = await run(folderOf('e2e-removers.openapi.yaml'), ['--base-url', server.url]);

    expect(pathsSent(server)).toEqual([]);
    expect(stdout).toContain('only when named (2): ResetAll, Leave');
  });

  test('is sent where the configuration names it', async () => {
    const server = await serveRemovals();
    const folder = folderOf('e2e-removers.openapi.yaml', { named: ['Leave'] });

    await run(folder, ['--base-url', server.url]);

    expect(new Set(pathsSent(server))).toEqual(new Set(['/session/logout']));
  });
});

test('a redirect is not followed: an undeclared one fails, a declared one is an acceptance', async () => {
  const folder = folderWith({ 'api.yaml': MOVED });
  const server = await serve(({ path: asked }, response) => {
    response.writeHead(302, { Location: asked === '/elsewhere' ? '/' : '/elsewhere' }).end();
  });

  const { code, stdout } = await run(folder, ['api.yaml', '--base-url', server.url]);

  expect(code).toBe(1);
  expect(stdout).toContain('1/2 accepted');
  expect(server.received.filter((request) => request.path === '/elsewhere')).toEqual([]);
  const failures = eventsOf(readEvents(path.join(folder, 'reports')), 'failure');
  expect(failures.map((failure) => [failure.operation, failure.check])).toEqual([
    ['undeclared', expect.stringMatching(/^(status|redirect)-declared$/)],
  ]);
});

const MOVED = `openapi: 3.1.0
info: { title: Moved, version: '1' }
paths:
  /undeclared:
    get: { operationId: undeclared, responses: { '200': { description: Here. } } }
  /declared:
    get:
      operationId: declared
      responses: { '302': { description: There., headers: { Location: { schema: { type: string } } } } }
`;
