/** Runs with a configuration of their own, on a fixture, from a folder of their own. */
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { assay, folderWith, type Finished } from '../cli/run-assay.ts';

/** A folder that holds the fixture as `api.yaml`, and a configuration that asks for all operations. */
export function folderOf(fixture: string, config: Readonly<Record<string, unknown>> = {}): string {
  const text = JSON.stringify({ spec: 'api.yaml', gate: { accepted: 'all' }, ...config });
  const folder = folderWith({ 'assay.config.json': text });
  const file = fileURLToPath(new URL(`../fixtures/${fixture}`, import.meta.url));
  copyFileSync(file, path.join(folder, 'api.yaml'));
  return folder;
}

/** A quick run there, with nothing to say on stderr. */
export async function run(folder: string, args: readonly string[]): Promise<Finished> {
  const finished = await assay(['run', '--seed', '1', '--max-cases', '3', ...args], { folder });
  expect(finished.stderr).toBe('');
  return finished;
}
