/** What removes is given nothing but what this run made, or what it was told to take. */
import { describe, expect, test } from 'vitest';
import { folderOf, run } from './configured-run.ts';
import { serveRemovals, type Removals } from './removals-server.ts';

describe('what removes', () => {
  const removers = { removers: ['ArchiveNote'] };

  test('is given ids that this run created, in path, query and body, and nothing else', async () => {
    const server = await serveRemovals();

    const { stdout } = await run(folderOf('e2e-removers.openapi.yaml', removers), [
      '--base-url',
      server.url,
    ]);

    expect(stdout).toContain('8/10 accepted · 2 withheld');
    const operations = ['DELETE', 'archive', 'close', 'destroy_many', 'merge'];
    expect([...new Set(server.removals.map(({ how }) => how))].toSorted()).toEqual(operations);
    expect(foreign(server)).toEqual([]);
  });

  test('is not sent where nothing of ours can be had, and does not count against the gate', async () => {
    const server = await serveRemovals({ creates: false });
    const folder = folderOf('e2e-removers.openapi.yaml', removers);

    const { code, stdout } = await run(folder, ['--base-url', server.url]);

    expect(server.removals).toEqual([]);
    expect(stdout).toContain('nothing of ours to remove (5)');
    expect(stdout).toContain('2/10 accepted · 7 withheld');
    expect(stdout).toContain('no failures');
    // One of the three that may be sent was refused.
    expect(code).toBe(1);
  });

  test('is given the values that the configuration names for it, each once', async () => {
    const server = await serveRemovals({ creates: false });
    const values = {
      DeleteNote: { note_id: [1, 2] },
      CloseNote: { note_id: 3 },
      DestroyManyNotes: { note_ids: [[4, 5]] },
    };

    await run(folderOf('e2e-removers.openapi.yaml', { values, ...removers }), [
      '--base-url',
      server.url,
    ]);

    const named = server.removals.filter(({ ids }) => ids.length > 0);
    const asked = named.map(({ how, ids }) => `${how} ${ids.join(' ')}`);
    expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted());
    expect(asked).toEqual(expect.arrayContaining(['DELETE 1', 'close 3', 'destroy_many 4 5']));
    expect(['DELETE 1', 'DELETE 2', 'close 3', 'destroy_many 4 5']).toEqual(
      expect.arrayContaining(asked),
    );
  });
});

/** Removals of what this run did not make: of a whole collection, too. */
function foreign({ removals, created }: Removals): readonly unknown[] {
  return removals.filter(
    ({ ids, path: asked }) => asked === '/notes' || ids.some((id) => !created.has(id)),
  );
}
