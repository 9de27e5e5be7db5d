/** The library as a process: it starts by name of a fault, tells its address and credentials, and stops. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { expect, test } from 'vitest';
import { FAULTS } from './faults.ts';

const JITI = join(
  dirname(createRequire(import.meta.url).resolve('jiti/package.json')),
  'lib/jiti-cli.mjs',
);

function main(...options: readonly string[]): ChildProcess {
  const path = fileURLToPath(new URL('main.ts', import.meta.url));
  return spawn(process.execPath, [JITI, path, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function firstLines(child: ChildProcess, count: number): Promise<readonly string[]> {
  if (child.stdout === null) throw new Error('no output');
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === count) break;
  }
  return lines;
}

test('it serves with the fault named, and stops when it is told to', async () => {
  const child = main('--fault', 'empty-status');

  const [url = '', authorization, key] = await firstLines(child, 3);
  const { body } = await request(`${url}/status`);
  const text = await body.text();
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number | null];

  expect(text).toBe('maybe');
  expect([authorization, key]).toEqual([
    expect.stringMatching(/^Authorization: Bearer /),
    expect.stringMatching(/^X-Desk-Key: /),
  ]);
  expect(code).toBe(0);
});

test('it lists every fault', async () => {
  const lines = await firstLines(main('--list'), FAULTS.length);

  expect(lines.map((line) => line.split(' ')[1])).toEqual(FAULTS.map(({ name }) => name));
});
