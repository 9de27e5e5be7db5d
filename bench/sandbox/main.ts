/**
 * The sandbox against its floors: ready at once, ten thousand tickets in no time, quick reads, and a
 * memory that stays flat however long it is read from. The sandbox and what reads from it are
 * processes of their own. Usage: npm run bench:sandbox [-- --reads N]
 */
import { fork, type ChildProcess } from 'node:child_process';
import type { Load } from './read-loop.ts';
import type { Probe, Started } from './sandbox-process.ts';
import { report } from '../values/floor.ts';

const READY_MS = 200;
const SEEDED_TICKETS = 10_000;
const SEEDED_MS = 2_000;
const PER_SECOND = 5_000;
/** What the collector leaves after all reads beyond what it left after the first part of them. */
const GROWTH_MB = 4;

const reads = Number(option('--reads') ?? '500000');
const small = await startSandboxProcess(0);
const large = await startSandboxProcess(SEEDED_TICKETS);
await large.stop();
const tickets = await small.read('tickets', Math.min(reads, 100_000));
// The first part fills caches and windows of limits that are meant to be filled.
await small.read('mixed', Math.ceil(reads / 10));
const before = await small.heap();
await small.read('mixed', reads);
const after = await small.heap();
await small.stop();
const grownMb = (after.usedBytes - before.usedBytes) / 1024 / 1024;

const isGood = report('The sandbox', [
  {
    what: 'ready from the call of startSandbox',
    figure: `${small.readyMs.toFixed(0)} ms`,
    floor: `${String(READY_MS)} ms`,
    isMet: small.readyMs < READY_MS,
  },
  {
    what: `ready with ${SEEDED_TICKETS.toLocaleString('en')} tickets`,
    figure: `${large.readyMs.toFixed(0)} ms`,
    floor: `${String(SEEDED_MS)} ms`,
    isMet: large.readyMs < SEEDED_MS,
  },
  {
    what: 'ShowTicket',
    figure: `${tickets.perSecond.toFixed(0)} a second; ${tickets.serverMsEach.toFixed(3)} ms of the sandbox's time each`,
    floor: `${String(PER_SECOND)} a second`,
    isMet: tickets.perSecond >= PER_SECOND,
  },
  {
    what: `heap after ${reads.toLocaleString('en')} reads`,
    figure: `${grownMb.toFixed(1)} MB more than before, ${(after.usedBytes / 1024 / 1024).toFixed(0)} MB in all`,
    floor: `${String(GROWTH_MB)} MB more`,
    isMet: grownMb < GROWTH_MB,
  },
]);
process.exitCode = isGood ? 0 : 1;

interface SandboxProcess {
  readonly readyMs: number;
  read(what: 'tickets' | 'mixed', count: number): Promise<Load & { readonly serverMsEach: number }>;
  heap(): Promise<Probe>;
  stop(): Promise<void>;
}

async function startSandboxProcess(extraTickets: number): Promise<SandboxProcess> {
  const child = start('sandbox-process.ts', [String(extraTickets)], ['--expose-gc']);
  const { url, authorization, readyMs } = await message<Started>(child);
  const heap = (): Promise<Probe> => {
    const answer = message<Probe>(child);
    child.send('probe');
    return answer;
  };
  return {
    readyMs,
    heap,
    read: async (what, count) => {
      const from = await heap();
      const reader = start('read-loop.ts', [url, authorization, what, String(count)], []);
      const load = await message<Load>(reader);
      const to = await heap();
      return { ...load, serverMsEach: (to.cpuMs - from.cpuMs) / count };
    },
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit');
        child.once('exit', () => {
          resolve();
        });
        child.disconnect();
      }),
  };
}

function start(file: string, args: readonly string[], execArgv: readonly string[]): ChildProcess {
  const script = new URL(file, import.meta.url).pathname;
  return fork('node_modules/jiti/lib/jiti-cli.mjs', [script, ...args], { execArgv: [...execArgv] });
}

/** The next thing that a process says. It is ours, so its shape is known. */
async function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => {
      reject(new Error(`${child.spawnargs.join(' ')} ended with ${String(code)}`));
    };
    child.once('exit', onExit);
    child.once('message', (value) => {
      child.off('exit', onExit);
      resolve(value as T);
    });
  });
}

function option(name: string): string | undefined {
  const position = process.argv.indexOf(name);
  return position < 0 ? undefined : process.argv[position + 1];
}
