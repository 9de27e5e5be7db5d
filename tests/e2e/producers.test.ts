/**
 * One operation alone: what it names is shown by others, which are sent for that and not tested.
 */
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, run } from './configured-run.ts';
import { serveNotes } from './notes-server.ts';
import type { RecordingServer } from './recording-server.ts';
import { readJunit } from './run-reports.ts';

/** Unlike the description's own first guess, so that no stand-in is an id by chance. */
const SEEDED = [71, 72];

const sent = ({ received }: RecordingServer): ReadonlySet<string> =>
  new Set(received.map((request) => `${request.method} ${request.path}`));

test('a reader alone is given an id that a list shows; nothing is written for it', async () => {
  const folder = folderOf('e2e-notes.openapi.yaml');
  const server = await serveNotes({ seeded: SEEDED });

  const { code, stdout } = await run(folder, [
    ...['--base-url', server.url, '--include', 'ShowNote', '--phases', 'examples'],
  ]);

  expect(stdout).toContain('1/1 accepted');
  expect(stdout).toContain('note: ListNotes: sent for the ids in the answers, not tested');
  expect(sent(server)).toEqual(new Set(['GET /notes', 'GET /notes/71']));
  expect(code).toBe(0);
  const suites = readJunit(path.join(folder, 'reports')).map(({ suite }) => suite);
  expect(new Set(suites)).toEqual(new Set(['ShowNote']));
});

test('a remover alone takes away what a creator made for it, and nothing else', async () => {
  const server = await serveNotes({ seeded: SEEDED });

  const { code, stdout } = await run(folderOf('e2e-notes.openapi.yaml'), [
    ...['--base-url', server.url, '--include', 'DeleteNote'],
  ]);

  expect(stdout).toContain('1/1 accepted');
  expect(sent(server)).toContain('POST /notes');
  const removed = [...sent(server)].filter((request) => request.startsWith('DELETE /notes/'));
  expect(
    removed.filter((request) => SEEDED.some((id) => request.endsWith(`/${String(id)}`))),
  ).toEqual([]);
  expect(code).toBe(0);
});

test('what is excluded is not sent for its ids either', async () => {
  const server = await serveNotes({ seeded: SEEDED });

  const { code } = await run(folderOf('e2e-notes.openapi.yaml'), [
    ...['--base-url', server.url, '--include', 'ShowNote', '--exclude', 'ListNotes'],
  ]);

  expect(sent(server)).not.toContain('GET /notes');
  expect(code).toBe(2);
});

test('an operation whose ids config names asks for nobody else', async () => {
  const folder = folderOf('e2e-notes.openapi.yaml', { values: { ShowNote: { note_id: 72 } } });
  const server = await serveNotes({ seeded: SEEDED });

  await run(folder, [
    ...['--base-url', server.url, '--include', 'ShowNote', '--phases', 'examples'],
  ]);

  expect(sent(server)).toEqual(new Set(['GET /notes/72']));
});
