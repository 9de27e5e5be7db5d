/** One `assay run` as a user starts it, in a folder of its own, and the log that it wrote. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ExchangeEvent, RunEvent, RunFinished } from '../../src/run/events.ts';
import { measuredProcess, type Usage } from './measured-process.ts';

interface AssayRun {
  readonly spec: string;
  readonly args: readonly string[];
  /** Written as `assay.config.json`. */
  readonly config?: unknown;
}

export interface Ran extends Usage {
  readonly finished: RunFinished;
  /** Between the end of one exchange and the start of the next; at one connection. */
  readonly longestPauseMs: number;
  /** From the start of the process to the second request, when the first was judged. */
  readonly firstVerdictMs: number;
}

const MAIN = new URL('../../dist/cli/main.js', import.meta.url).pathname;

/** @throws what it printed, where nothing was tested */
export async function assayRun({ spec, args, config = {} }: AssayRun): Promise<Ran> {
  const folder = mkdtempSync(path.join(tmpdir(), 'assay-bench-'));
  try {
    writeFileSync(path.join(folder, 'assay.config.json'), JSON.stringify(config));
    const spawnedAt = Date.now();
    const { stdout, exitCode, ...usage } = await measuredProcess(
      [MAIN, 'run', spec, ...args],
      folder,
    );
    if (exitCode !== 0 && exitCode !== 1) throw new Error(stdout);
    return { ...usage, ...readLog(path.join(folder, 'reports/run.ndjson'), spawnedAt) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readLog(file: string, spawnedAt: number): Omit<Ran, keyof Usage> {
  let beganMs = 0;
  let longestPauseMs = 0;
  let exchanges = 0;
  let firstVerdictMs = 0;
  let endedMs: number | undefined;
  let finished: RunFinished | undefined;
  for (const line of linesOf(readFileSync(file))) {
    if (!/"kind":"(?:run-started|exchange|run-finished)"/.test(line.slice(0, 30))) continue;
    // The log is the union written out.
    const event = JSON.parse(line) as RunEvent;
    if (event.kind === 'run-started') beganMs = Date.parse(event.startedAt) - spawnedAt;
    if (event.kind === 'run-finished') finished = event;
    if (event.kind !== 'exchange') continue;
    exchanges += 1;
    if (exchanges === 2) firstVerdictMs = beganMs + event.startedMs;
    if (endedMs !== undefined) longestPauseMs = Math.max(longestPauseMs, pause(endedMs, event));
    endedMs = event.startedMs + event.elapsedMs;
  }
  if (finished === undefined) throw new Error('The log has no end.');
  return { finished, longestPauseMs, firstVerdictMs };
}

function pause(endedMs: number, { startedMs }: ExchangeEvent): number {
  return Math.max(0, startedMs - endedMs);
}

/** A line at a time: a log of many requests is longer than a string may be. */
function* linesOf(log: Buffer): Iterable<string> {
  let from = 0;
  for (let at = log.indexOf(10); at >= 0; at = log.indexOf(10, from)) {
    yield log.toString('utf8', from, at);
    from = at + 1;
  }
}
