/** The same requests as a run makes them: drawn, sent, judged by every check, and logged. */
import { createReporters } from '../../dist/reporters/create-reporters.js';
import { run } from '../../dist/assay.js';
import { resolveConfig } from '../../dist/config/resolve-config.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const [baseUrl = '', connections = '1', requests = '1000'] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'assay-bench-'));
const config = resolveConfig({
  spec: new URL('./things.openapi.yaml', import.meta.url).pathname,
  target: { baseUrl },
  phases: ['fuzz'],
  maxCases: Number(requests),
  concurrency: Number(connections),
  seed: 1,
});
const startedAt = performance.now();
const reporters = createReporters({
  names: ['ndjson', 'junit'],
  folder,
  screen: { isLive: false, width: 80, write: () => undefined } as never,
  onError: (name, error) => {
    throw new Error(`${name} failed`, { cause: error });
  },
});
const finished = await run(config, { signal: new AbortController().signal, reporters });
const elapsedMs = performance.now() - startedAt;
rmSync(folder, { recursive: true });
// The server takes anything, so invalid requests are rightly told: that is part of the work.
if (finished.exitCode > 1) throw new Error(finished.reasons.join(' '));
process.send?.({
  perSecond: (finished.sent / elapsedMs) * 1000,
  peakMb: process.resourceUsage().maxRSS / 1024,
});
