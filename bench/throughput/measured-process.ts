/** Runs a process to its end, and tells what it printed and what it took. */
import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

export interface Usage {
  /** Largest resident set. */
  readonly peakMb: number;
  /** User and system time, of all threads. */
  readonly cpuMs: number;
}

export interface Measured extends Usage {
  readonly stdout: string;
  readonly exitCode: number | null;
}

const USAGE = new URL('./usage.mjs', import.meta.url).pathname;

/** @param args of node, the script among them @param cwd where it runs */
export async function measuredProcess(args: readonly string[], cwd: string): Promise<Measured> {
  const child = spawn(process.execPath, ['--import', USAGE, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  // Both are asked for above.
  const [stdout, usage] = await Promise.all([
    text(child.stdout as Readable),
    text(child.stdio[3] as Readable),
  ]);
  if (usage === '') throw new Error(`${args.join(' ')} ended without a word`);
  return { ...(JSON.parse(usage) as Usage), stdout, exitCode: await exited };
}
