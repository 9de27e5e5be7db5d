/** Help, version and mistakes on the command line: exit codes, and one clear message each. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { assay } from './run-assay.ts';

describe('help', () => {
  test('names the commands, and ends with 0', async () => {
    const { code, stdout, stderr } = await assay(['--help']);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('run [options] [spec]');
    expect(stdout).toContain('list [options] [spec]');
  });

  test('of a command names each of its flags', async () => {
    const { code, stdout } = await assay(['run', '--help']);

    expect(code).toBe(0);
    for (const flag of [
      '--base-url',
      '--include',
      '--exclude',
      '--phases',
      '--max-cases',
      '--seed',
      '--concurrency',
      '--header',
      '--auth',
      '--timeout',
      '--report',
      '--out',
      '--config',
      '--allow-writes',
    ])
      expect(stdout).toContain(`  ${flag}`);
  });

  test('loads no package but commander', () => {
    const main = new URL('../../src/cli/main.ts', import.meta.url).pathname;

    expect([...packagesLoadedBy(main)].sort()).toEqual(['commander']);
  });
});

test('the version is the package’s', async () => {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');

  const { code, stdout } = await assay(['--version']);

  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `${(JSON.parse(text) as { version: string }).version}\n`,
  });
});

describe('mistakes', () => {
  test.each([
    [['run', '--sed', '1'], "error: unknown option '--sed'\n(Did you mean --seed?)\n"],
    [['lsit'], "error: unknown command 'lsit'\n(Did you mean list?)\n"],
    [['run', '--seed'], "error: option '--seed <n>' argument missing\n"],
    [['run', 'a', 'b'], "error: too many arguments for 'run'. Expected 1 argument but got 2.\n"],
  ])('%j', async (args, message) => {
    expect(await assay(args)).toEqual({ code: 2, stdout: '', stderr: message });
  });

  test('no command at all is help on stderr, and no success', async () => {
    const { code, stdout, stderr } = await assay([]);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: assay');
  });
});

/** Packages that a file imports when it is loaded: by itself or through files it imports. */
function packagesLoadedBy(file: string, seen = new Set<string>()): ReadonlySet<string> {
  const packages = new Set<string>();
  if (seen.has(file)) return packages;
  seen.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/^import (type )?[^;]*?from '([^']+)';$/gms);
  for (const [, isType, from = ''] of imports) {
    if (isType !== undefined || from.startsWith('node:')) continue;
    if (!from.startsWith('.')) packages.add(from);
    else
      for (const name of packagesLoadedBy(path.join(path.dirname(file), from), seen))
        packages.add(name);
  }
  return packages;
}
