/** Descriptions and servers that are not ours: what is sound is tested, what is broken is told. */
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { assay, folderWith, type Finished } from '../cli/run-assay.ts';
import { serveNotes } from './notes-server.ts';
import { json, serve, type Received, type RecordingServer } from './recording-server.ts';
import { eventsOf, readEvents } from './run-reports.ts';

/** A folder of its own that holds the fixture under a short name. */
function folderWithFixture(name: string): string {
  const folder = folderWith({});
  const file = fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
  copyFileSync(file, path.join(folder, 'api.yaml'));
  return folder;
}

describe('an OpenAPI 3.0 description with a server that keeps it', () => {
  test('every operation is accepted and nothing is found', async () => {
    const folder = folderWithFixture('e2e-notes.openapi.yaml');
    const server = await serveNotes();

    const { code, stdout, stderr } = await assay(
      ['run', 'api.yaml', '--base-url', server.url, '--seed', '1'],
      { folder },
    );

    expect(stdout).toContain('5/5 accepted');
    expect(stdout).toContain('no failures');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('nullable is honoured: null passes where it says so, and is found where it does not', async () => {
    const sound = await serveNotes({ show: (note) => ({ ...note, mood: null }) });
    const broken = await serveNotes({ show: (note) => ({ ...note, text: null }) });
    const foundAt = async ({ url }: RecordingServer): Promise<unknown> => {
      const folder = folderWithFixture('e2e-notes.openapi.yaml');
      await assay(['run', 'api.yaml', '--base-url', url, '--phases', 'examples'], { folder });
      const events = readEvents(path.join(folder, 'reports'));
      const counts = eventsOf(events, 'run-finished').flatMap(({ failures }) => failures);
      return eventsOf(events, 'failure').map(({ id, check, keyword }) => {
        const operations = counts.find((count) => count.id === id)?.operations;
        return { check, keyword, operations: operations?.toSorted() };
      });
    };

    expect(await foundAt(sound)).toEqual([]);
    expect(await foundAt(broken)).toEqual([
      {
        check: 'response-schema',
        keyword: 'type',
        // One cause, however many operations show it.
        operations: ['CreateNote', 'ListNotes', 'ShowNote', 'UpdateNote'],
      },
    ]);
  });
});

describe('an OpenAPI 3.1 description with references that lead nowhere', () => {
  test('list prints METHOD /path operationId, and each problem as file:line:column message', async () => {
    const folder = folderWithFixture('e2e-dangling.openapi.yaml');

    const { code, stdout, stderr } = await assay(['list', 'api.yaml'], { folder });

    expect({ code, stderr }).toEqual({ code: 0, stderr: '4 operations, 4 problems\n' });
    expect(stdout.split('\n')).toEqual([
      'GET /books listBooks',
      'POST /books addBook',
      'GET /shelves listShelves',
      'GET /health health',
      expect.stringMatching(/^api\.yaml:9:11 "#\/components\/parameters\/Page" /),
      expect.stringMatching(/^api\.yaml:31:23 "#\/components\/examples\/Lost" /),
      expect.stringMatching(/^api\.yaml:44:47 "#\/components\/schemas\/Shelf" /),
      expect.stringMatching(/^api\.yaml:50:18 "#\/components\/responses\/Unwell" /),
      '',
    ]);
  });

  test('only what depends on one is lost: all else is sent and judged', async () => {
    const folder = folderWithFixture('e2e-dangling.openapi.yaml');
    const server = await serve(shelves([{ title: 'One' }]));

    const { code, stdout } = await runExamples(folder, server);

    expect(stdout).toContain('4/4 accepted');
    expect(stdout).toContain('Problems of the description (4)');
    expect(code).toBe(0);
    const sent = server.received.map(({ method, target }) => `${method} ${target}`);
    expect(sent).toContain('GET /books?limit=1');
    expect(sent.filter((line) => line.includes('age='))).toEqual([]);
    const bodies = server.received.filter(({ method }) => method === 'POST');
    expect(bodies.map(({ body }) => body)).toContain('{"title":"Kept and sent"}');
  });

  test('what stands beside one is judged all the same', async () => {
    const folder = folderWithFixture('e2e-dangling.openapi.yaml');
    const server = await serve(shelves([{ name: 'no title' }]));

    const { code } = await runExamples(folder, server);

    const failures = eventsOf(readEvents(path.join(folder, 'reports')), 'failure');
    expect(code).toBe(1);
    expect(failures.map(({ operation, code, at }) => [operation, code, at])).toEqual([
      ['listBooks', 'A106', '/0'],
    ]);
  });

  function runExamples(folder: string, { url }: RecordingServer): Promise<Finished> {
    const flags = ['--base-url', url, '--phases', 'examples'];
    return assay(['run', 'api.yaml', ...flags], { folder });
  }

  const shelves =
    (books: unknown) =>
    ({ method, path }: Received, response: Parameters<typeof json>[0]): void => {
      if (path === '/health') response.writeHead(204).end();
      else if (path === '/shelves') json(response, 200, ['anything']);
      else if (method === 'GET') json(response, 200, books);
      else response.writeHead(201).end();
    };
});
