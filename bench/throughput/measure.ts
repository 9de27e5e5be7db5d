/** One measurement of each kind: the bare loop, and a run as a user starts it. */
import { tmpdir } from 'node:os';
import { CHECKS } from '../../src/checks/index.ts';
import { assayRun } from './assay-run.ts';
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
  const { stdout, peakMb, cpuMs } = await measuredProcess(args, tmpdir());
  // Printed by the script named above.
  const { sent, elapsedMs } = JSON.parse(stdout) as { sent: number; elapsedMs: number };
  return { sent, perSecond: (sent / elapsedMs) * 1000, peakMb, cpuMs };
}

/**
 * `assay run` with every phase and every check on, those too that are off by default, and all
 * reports written. The server takes anything, so invalid requests are rightly told: that is part of
 * the work.
 */
export async function measureRun({ origin, connections, requests }: Load): Promise<Measure> {
  const checks = CHECKS.map(({ name, defaultSeverity }) => [
    name,
    defaultSeverity === 'off' ? 'low' : defaultSeverity,
  ]);
  const { finished, peakMb, cpuMs } = await assayRun({
    spec: here('./things.openapi.yaml'),
    config: { checks: Object.fromEntries(checks) as unknown },
    args: [
      ...['--base-url', origin, '--concurrency', String(connections), '--seed', '1'],
      ...['--max-cases', String(Math.ceil(requests * SPARE)), '--max-requests', String(requests)],
      ...['--max-time', '3600'],
    ],
  });
  const { sent, elapsedMs } = finished;
  return { sent, perSecond: (sent / elapsedMs) * 1000, peakMb, cpuMs };
}

/** Some cases are not sent: bytes that were sent before, or that some reading finds valid. */
const SPARE = 2;
