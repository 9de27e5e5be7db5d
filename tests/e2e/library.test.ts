/** The library as programs and suites use it: run, loadApi, judgeAnswer, the matcher, conformance. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import 'assay/vitest';
import { judgeAnswer, loadApi, run } from 'assay';
import { serveNotes, type NotesOptions } from './notes-server.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const NOTES = path.join(ROOT, 'tests', 'fixtures', 'e2e-notes.openapi.yaml');

/** A note without the text that the description requires. */
const BROKEN: NotesOptions = { show: ({ id }) => ({ id }) };

const answer = (note: unknown) => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ note }),
});

describe('run', () => {
  test('resolves to the end of the run and each distinct failure, and tells events', async () => {
    const sound = await serveNotes();
    const broken = await serveNotes(BROKEN);
    const kinds = new Set<string>();
    const options = { spec: NOTES, phases: ['examples'] as const, seed: 1 };

    const good = await run(
      { ...options, target: { baseUrl: sound.url } },
      { onEvent: ({ kind }) => kinds.add(kind) },
    );
    const bad = await run({ ...options, target: { baseUrl: broken.url } });

    expect(good).toMatchObject({ exitCode: 0, accepted: 5, operations: 5, found: [] });
    expect([...kinds]).toEqual(expect.arrayContaining(['run-started', 'exchange', 'run-finished']));
    expect(bad.exitCode).toBe(1);
    expect(bad.found.map(({ code, keyword }) => [code, keyword])).toEqual([['A106', 'required']]);
  });
});

describe('one answer in hand', () => {
  test('judgeAnswer finds what is wrong with it, and nothing where nothing is', async () => {
    const api = await loadApi(NOTES);

    expect(judgeAnswer(api, 'ShowNote', answer({ id: 1, text: 'Hello' }))).toEqual([]);
    expect(judgeAnswer(api, 'ShowNote', answer({ id: 1 }))).toMatchObject([
      { code: 'A106', check: 'response-schema', keyword: 'required' },
    ]);
    expect(judgeAnswer(api, 'ShowNote', { ...answer({}), status: 418 })).toMatchObject([
      { code: 'A103', check: 'status-declared' },
    ]);
  });

  test('toConformTo passes and fails alike, and says what is wrong and where it is described', async () => {
    const api = await loadApi(NOTES);

    expect(answer({ id: 1, text: 'Hello' })).toConformTo(api, 'ShowNote');
    expect(answer({ id: 1 })).not.toConformTo(api, 'ShowNote');
    expect(() => expect(answer({ id: 1 })).toConformTo(api, 'ShowNote')).toThrow(
      /does not conform to ShowNote\nA106 response-schema: [^]*e2e-notes\.openapi\.yaml:\d+:\d+/,
    );
  });
});

describe('conformance in a suite', () => {
  test('passes on a server that conforms, and fails where a defect is planted', async () => {
    const sound = await serveNotes();
    const broken = await serveNotes(BROKEN);

    const [passed, failed] = await Promise.all([runSuite(sound.url), runSuite(broken.url)]);

    expect(passed.output).toMatch(/Tests +\d+ passed/);
    expect(passed.code).toBe(0);
    expect(failed.output).toContain(
      "A106 response-schema: /notes/0 must have required property 'text'",
    );
    // One cause, told once: yet no operation that shows it passes.
    for (const operation of ['ListNotes', 'CreateNote', 'ShowNote', 'UpdateNote'])
      expect(failed.output).toMatch(new RegExp(`FAIL .*${operation} > template`));
    expect(failed.output).toMatch(/response-schema: .*; told in full under \w+ \(template\)/);
    expect(failed.output).not.toMatch(/FAIL .*DeleteNote/);
    expect(failed.code).toBe(1);
  });
});

/** Vitest in a process of its own, on a suite that is one call. */
async function runSuite(
  url: string,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const cache = path.join(ROOT, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'e2e-suite-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const call = { spec: NOTES, target: { baseUrl: url }, phases: ['examples'], seed: 1 };
  writeFileSync(
    path.join(folder, 'notes.test.ts'),
    `import { conformance } from 'assay/vitest';\nawait conformance(${JSON.stringify(call)});\n`,
  );
  writeFileSync(path.join(folder, 'vitest.config.ts'), configOf(folder));
  const vitest = path.join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', '--root', folder], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, output };
}

/** The same names for the package as this repository's own tests have. */
function configOf(folder: string): string {
  const source = (file: string): string => JSON.stringify(path.join(ROOT, 'src', file));
  return `export default {
  root: ${JSON.stringify(folder)},
  resolve: { alias: [
    { find: /^assay$/, replacement: ${source('index.ts')} },
    { find: /^assay\\/vitest$/, replacement: ${source('vitest.ts')} },
  ] },
  test: { include: ['*.test.ts'], exclude: [], reporters: ['default'] },
};
`;
}
