/** Finding and reading configuration files of every kind. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/config/config-error.ts';
import { loadConfig } from '../../src/config/load-config.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'assay-config-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

async function mistake(folder: string, named?: string): Promise<ConfigError> {
  const error = await loadConfig(folder, named).catch((thrown: unknown) => thrown);
  if (error instanceof ConfigError) return error;
  throw new Error('it was accepted');
}

describe('a file is read', () => {
  test.each([
    ['assay.config.ts', 'const spec: string = "a.yaml";\nexport default { spec } as object;'],
    ['assay.config.mjs', 'export default { spec: "a.yaml" };'],
    ['assay.config.js', 'module.exports = { spec: "a.yaml" };'],
    ['assay.config.json', '{ "spec": "a.yaml" }'],
    ['assay.config.yaml', 'spec: a.yaml'],
    ['assay.config.yml', 'spec: a.yaml'],
  ])('%s', async (name, text) => {
    expect(await loadConfig(folderWith({ [name]: text }))).toEqual({
      file: name,
      folder: '.',
      user: { spec: 'a.yaml' },
    });
  });

  test('TypeScript may import other TypeScript, and the package by name', async () => {
    const folder = folderWith({
      'assay.config.ts':
        'import { spec } from "./part.ts";\nimport type { UserConfig } from "assay";\nexport default { spec } satisfies UserConfig;',
      'part.ts': 'export const spec: string = "a.yaml";',
    });

    expect((await loadConfig(folder)).user).toEqual({ spec: 'a.yaml' });
  });

  test('a named one, with the folder that its paths start from', async () => {
    const folder = folderWith({ 'deep/my.json': '{}', 'assay.config.json': '{"spec": "a"}' });

    expect(await loadConfig(folder, 'deep/my.json')).toEqual({
      file: path.join('deep', 'my.json'),
      folder: 'deep',
      user: {},
    });
  });

  test('none is no mistake', async () => {
    expect(await loadConfig(folderWith({}))).toEqual({ file: undefined, folder: '', user: {} });
  });
});

describe('mistakes', () => {
  test('a named file that is not there', async () => {
    expect((await mistake(folderWith({}), 'x.ts')).message).toBe(
      'There is no configuration file "x.ts".',
    );
  });

  test('several files, of which none is meant more', async () => {
    const folder = folderWith({ 'assay.config.json': '{}', 'assay.config.yaml': '{}' });

    expect((await mistake(folder)).message).toBe(
      'There are several configuration files: assay.config.json, assay.config.yaml.',
    );
  });

  test('a syntax error in data has its line', async () => {
    const { message, location } = await mistake(
      folderWith({ 'assay.config.json': '{\n  "spec": "a",\n  "seed" 1\n}' }),
    );

    expect(message).toMatch(/^assay\.config\.json can't be read: /);
    expect(location).toMatchObject({ file: 'assay.config.json', line: 3 });
  });

  test.each([
    ['assay.config.ts', 'throw new Error("no token");', "can't be loaded: no token"],
    ['assay.config.mjs', 'throw new Error("no token");', "can't be loaded: no token"],
    ['assay.config.ts', 'export default {', "can't be loaded: "],
  ])('a module that fails: %s %s', async (name, text, message) => {
    expect((await mistake(folderWith({ [name]: text }))).message).toContain(`${name} ${message}`);
  });
});
