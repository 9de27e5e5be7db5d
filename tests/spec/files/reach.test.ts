import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { reachOf } from '../../../src/spec/files/reach.ts';
import { specAddress } from '../../../src/spec/files/spec-address.ts';

let base = '';

beforeAll(async () => {
  base = await realpath(await mkdtemp(path.join(tmpdir(), 'assay-reach-')));
  for (const folder of ['repository/.git', 'repository/docs/api', 'plain/docs/api']) {
    await mkdir(path.join(base, folder), { recursive: true });
  }
  await writeFile(path.join(base, 'secret.yaml'), 'a: 1');
  await symlink(path.join(base, 'secret.yaml'), path.join(base, 'plain/docs/api/link.yaml'));
});

afterAll(async () => {
  await rm(base, { recursive: true });
});

function mayRead(root: string, cwd: string, target: string): boolean {
  const reach = reachOf(specAddress(path.join(base, root), path.join(base, cwd)));
  return reach(pathToFileURL(path.join(base, target))) === undefined;
}

describe('from a file', () => {
  test('within a repository, all of it is in reach, whatever the current folder', () => {
    expect(mayRead('repository/docs/api/a.yaml', 'plain', 'repository/shared/b.yaml')).toBe(true);
    expect(mayRead('repository/docs/api/a.yaml', 'repository/docs/api', 'repository/b.yaml')).toBe(
      true,
    );
    expect(mayRead('repository/docs/api/a.yaml', 'plain', 'plain/b.yaml')).toBe(false);
  });

  test('a current folder above the repository widens it', () => {
    expect(mayRead('repository/docs/api/a.yaml', '.', 'plain/b.yaml')).toBe(true);
    expect(mayRead('repository/docs/api/a.yaml', 'repository/docs', 'repository/b.yaml')).toBe(
      true,
    );
  });

  test('without one, the current folder when the description is below it', () => {
    expect(mayRead('plain/docs/api/a.yaml', 'plain', 'plain/shared/b.yaml')).toBe(true);
    expect(mayRead('plain/docs/api/a.yaml', 'plain', 'secret.yaml')).toBe(false);
    expect(mayRead('plain/docs/api/a.yaml', 'plain', 'plainer/b.yaml')).toBe(false);
  });

  test('else its own folder', () => {
    expect(mayRead('plain/docs/api/a.yaml', 'repository', 'plain/docs/api/deep/b.yaml')).toBe(true);
    expect(mayRead('plain/docs/api/a.yaml', 'repository', 'plain/docs/b.yaml')).toBe(false);
  });

  test('a symbolic link does not lead out', () => {
    expect(mayRead('plain/docs/api/a.yaml', 'plain', 'plain/docs/api/link.yaml')).toBe(false);
  });

  test('the root of the disk as current folder opens nothing', () => {
    const reach = reachOf(specAddress(path.join(base, 'plain/docs/api/a.yaml'), '/'));

    expect(reach(pathToFileURL('/etc/hostname'))).toBe(
      `only files below ${path.relative('/', path.join(base, 'plain/docs/api'))} are read`,
    );
  });

  test.each([
    'https://a.example/b.yaml',
    'http://127.0.0.1/b.yaml',
    'file://host/b.yaml',
    'file:///a%2Fb.yaml',
  ])('%s is refused', (url) => {
    const reach = reachOf(specAddress(path.join(base, 'plain/docs/api/a.yaml'), base));

    expect(reach(new URL(url))).toEqual(expect.any(String));
  });
});

describe('from a URL', () => {
  const reach = reachOf(specAddress('https://a.example/v1/openapi.yaml', '/'));

  test.each([
    ['https://a.example/shared/b.yaml', true],
    ['https://a.example:443/b.yaml', true],
    ['https://a.example:8443/b.yaml', false],
    ['http://a.example/b.yaml', false],
    ['https://b.example/b.yaml', false],
    ['http://169.254.169.254/latest/meta-data', false],
    ['file:///etc/hostname', false],
  ])('%s: %s', (url, allowed) => {
    expect(reach(new URL(url)) === undefined).toBe(allowed);
  });
});
