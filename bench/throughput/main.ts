/**
 * Requests per second of a run with all checks on, as a ratio to a bare undici loop in the same
 * minute on the same machine; median of five at 1 and at 10 connections; peak memory beyond the
 * bare loop's. Usage: npm run bench [-- --requests N]
 */
import { fork, type ChildProcess } from 'node:child_process';

const ROUNDS = 5;
const requests = option('--requests') ?? '20000';

interface Measure {
  readonly perSecond: number;
  readonly peakMb: number;
}

const server = start('server.ts', []);
const { port } = await message<{ readonly port: number }>(server);
const origin = `http://127.0.0.1:${String(port)}`;
try {
  for (const connections of ['1', '10']) await compare(connections);
} finally {
  server.kill();
}

async function compare(connections: string): Promise<void> {
  const bare: Measure[] = [];
  const harness: Measure[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await measure('bare-loop.ts', connections));
    harness.push(await measure('assay-loop.ts', connections));
  }
  const bareRate = median(bare.map(({ perSecond }) => perSecond));
  const rate = median(harness.map(({ perSecond }) => perSecond));
  const beyond =
    Math.max(...harness.map(({ peakMb }) => peakMb)) -
    Math.max(...bare.map(({ peakMb }) => peakMb));
  console.log(
    `${connections.padStart(2)} connections: ratio ${(rate / bareRate).toFixed(2)} ` +
      `(${rate.toFixed(0)} of ${bareRate.toFixed(0)} requests a second), ` +
      `${beyond.toFixed(0)} MB beyond the bare loop's peak`,
  );
}

async function measure(file: string, connections: string): Promise<Measure> {
  const child = start(file, [origin, connections, requests]);
  const result = await message<Measure>(child);
  child.disconnect();
  return result;
}

function start(file: string, args: readonly string[]): ChildProcess {
  const script = new URL(file, import.meta.url).pathname;
  return fork('node_modules/jiti/lib/jiti-cli.mjs', [script, ...args]);
}

async function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (value) => {
      resolve(value as T);
    });
    child.once('exit', (code) => {
      reject(new Error(`${child.spawnargs.join(' ')} ended with ${String(code)}`));
    });
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function option(name: string): string | undefined {
  const position = process.argv.indexOf(name);
  return position < 0 ? undefined : process.argv[position + 1];
}
