// Where nobody knows what the service does, the scenarios must not mind: they pass on a sandbox that makes every other
// choice at once.
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { OTHER_CHOICES } from '../../sandbox/choices/table.ts';

test('the scenarios pass with every other choice switched on', { timeout: 900_000 }, async () => {
  const names = OTHER_CHOICES.map(({ name }) => name);

  const { code, told } = await runSuites(names);

  expect(told).toMatch(/Tests .*passed/);
  expect(code, told.slice(-4_000)).toBe(0);
});

async function runSuites(
  choices: readonly string[],
): Promise<{ readonly code: number | null; readonly told: string }> {
  const args = ['node_modules/vitest/vitest.mjs', 'run', 'suites/tickets'];
  const flags = ['--reporter=default', '--no-isolate', '--maxWorkers=1', '--no-color'];
  const child = spawn(process.execPath, [...args, ...flags], {
    env: { ...process.env, ASSAY_BASE_URL: '', ASSAY_SANDBOX_CHOICES: choices.join(',') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [told, wrong, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, told: told + wrong };
}
