// The command line: what it prints, what it refuses, and that it can be ended.
import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command; sends SIGTERM once `until` was printed. */
function run(flags: readonly string[], until?: string): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn('node_modules/.bin/jiti', ['sandbox/main.ts', ...flags]);
    let out = '';
    let err = '';
    let isTold = false;
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (until === undefined || isTold || !out.includes(until)) return;
      isTold = true;
      child.kill('SIGTERM');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.on('close', (code) => {
      resolve({ code, out, err });
    });
  });
}

test('it says where it is and how to get in, and ends when it is told to', async () => {
  const { code, out } = await run(['--port', '0', '--fault', 'created-is-200'], 'created-is-200');

  expect(out).toMatch(/^sandbox +http:\/\/127\.0\.0\.1:\d+\/api\/v2$/m);
  expect(out).toContain("-u 'admin@sandbox.example/token:sandbox-api-token'");
  expect(code).toBe(0);
});

test.each([
  [['--fault', 'delted-ticket-shown'], 'Did you mean deleted-ticket-shown?'],
  [['--limits', 'some'], '--limits is count or real, not "some"'],
  [['--port', 'x'], '--port takes a whole number, not "x"'],
  [['--nonsense'], "Unknown option '--nonsense'"],
])('%j is refused in one line with code 2', async (flags, words) => {
  const { code, err } = await run(flags);

  expect(code).toBe(2);
  expect(err).toContain(words);
  expect(err).not.toContain('    at ');
});

test('it lists its faults', async () => {
  const { code, out } = await run(['--faults']);

  expect([code, out.trim().split('\n').length > 80]).toEqual([0, true]);
});
