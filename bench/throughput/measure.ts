/** One measurement of each kind: the bare loop, and a run as a user starts it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CHECKS } from '../../dist/checks/index.js';
import { measuredProcess, type Usage } from './measured-process.ts';

export interface Load {
  readonly origin: string;
  readonly connections: number;
  readonly requests: number;
}

export interface Measure extends Usage {
  readonly sent: number;
  readonly perSecond: number;
}

const here = (file: string): string => new URL(file, import.meta.url).pathname;

/** The bare loop. */
export async function measureBare({ origin, connections, requests }: Load): Promise<Measure> {
  const args = [here('./bare-loop.mjs'), origin, String(connections), String(requests)];
  const { stdout, ...usage } = await measuredProcess(args, tmpdir());
  return measureOf(JSON.parse(stdout) as Ran, usage);
}

/**
 * `assay run` with every phase and every check on, those too that are off by default, and all
 * reports written. The server takes anything, so invalid requests are rightly told: that is part of
 * the work.
 */
export async function measureRun({ origin, connections, requests }: Load): Promise<Measure> {
  const folder = mkdtempSync(path.join(tmpdir(), 'assay-bench-'));
  try {
    const checks = CHECKS.map(({ name, defaultSeverity }) => [
      name,
      defaultSeverity === 'off' ? 'low' : defaultSeverity,
    ]);
    writeFileSync(
      path.join(folder, 'assay.config.json'),
      JSON.stringify({ checks: Object.fromEntries(checks) as unknown }),
    );
    const args = [
      ...[here('../../dist/cli/main.js'), 'run', here('./things.openapi.yaml')],
      ...['--base-url', origin, '--concurrency', String(connections), '--seed', '1'],
      ...['--max-cases', String(requests), '--max-time', '3600'],
    ];
    const { stdout, exitCode, ...usage } = await measuredProcess(args, folder);
    if (exitCode !== 0 && exitCode !== 1) throw new Error(stdout);
    return measureOf(finishedOf(path.join(folder, 'reports/run.ndjson')), usage);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Ran {
  readonly sent: number;
  readonly elapsedMs: number;
}

function measureOf({ sent, elapsedMs }: Ran, { peakMb, cpuMs }: Usage): Measure {
  return { sent, perSecond: (sent / elapsedMs) * 1000, peakMb, cpuMs };
}

/** The log's last line. */
function finishedOf(log: string): Ran {
  const text = readFileSync(log);
  const last = text.subarray(text.lastIndexOf(10, -2) + 1).toString('utf8');
  return JSON.parse(last) as Ran;
}
