/** `assay list --plan`: what a run would send, told without sending it. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runOnce } from '../../src/assay.ts';
import { serveNotes } from '../e2e/notes-server.ts';
import { assay } from './run-assay.ts';

const NOTES = fileURLToPath(new URL('../fixtures/e2e-notes.openapi.yaml', import.meta.url));

test('cases are told by operation and phase, and nothing is sent', async () => {
  const server = await serveNotes();

  const { code, stdout, stderr } = await assay([
    ...['list', NOTES, '--plan', '--base-url', server.url],
    ...['--max-cases', '5', '--phases', 'boundaries,fuzz'],
  ]);

  expect(code).toBe(0);
  expect(stdout.split('\n')).toEqual([
    'GET /notes ListNotes: template 1, boundaries 12, fuzz 5',
    'POST /notes CreateNote: template 1, boundaries 15, fuzz 5',
    expect.stringMatching(/^GET \/notes\/\{note_id\} ShowNote: template 1, boundaries \d, fuzz 0$/),
    'PUT /notes/{note_id} UpdateNote: template 1, boundaries 15, fuzz 5',
    expect.stringMatching(/^DELETE \/notes\/\{note_id\} DeleteNote: template 1, boundaries \d, /),
    '',
  ]);
  expect(stderr).toMatch(/^5 operations, 0 problems, \d\d cases at most\n$/);
  expect(server.received).toEqual([]);
});

test('what may not be sent is told with the reason', async () => {
  const { stdout } = await assay(['list', NOTES, '--plan', '--base-url', 'http://api.test']);

  expect(stdout).toContain(
    'POST /notes CreateNote: nothing: not allowed to write (POST needs --allow-writes on this target)\n',
  );
});

test('a run sends no more cases than were planned, and nearly all of them', async () => {
  const server = await serveNotes();
  const flags = ['--base-url', server.url, '--max-cases', '20'];
  const { stderr } = await assay(['list', NOTES, '--plan', ...flags]);
  const planned = Number(/(\d+) cases at most/.exec(stderr)?.[1]);
  const sent = new Set<string>();

  const { repeated, unproven } = await runOnce(
    { spec: NOTES, target: { baseUrl: server.url }, maxCases: 20, seed: 1 },
    {
      onEvent: (event) => {
        if (event.kind === 'exchange' && /:\d+$/.test(event.case)) sent.add(event.case);
      },
    },
  );

  expect(sent.size + repeated + unproven).toBeLessThanOrEqual(planned);
  expect(sent.size + repeated + unproven).toBeGreaterThan(planned * 0.9);
});
