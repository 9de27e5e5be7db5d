/**
 * Runs the main job on a fresh sandbox under many seeds: nothing may be found, and every operation
 * must be accepted. Usage: npm run bench:seeds [-- --seeds 50 --preset quick]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const seeds = Number(option('--seeds') ?? '50');
const preset = option('--preset') ?? 'quick';
const folder = mkdtempSync(path.join(tmpdir(), 'assay-seeds-'));
const startedAt = performance.now();
let clean = 0;
let requests = 0;
for (let seed = 1; seed <= seeds; seed += 1) {
  const args = ['dist/cli/main.js', 'run', '--preset', preset, '--seed', String(seed)];
  const run = spawnSync(process.execPath, [...args, '--report', 'ndjson', '--out', folder], {
    encoding: 'utf8',
  });
  const last = lastEvent(path.join(folder, 'run.ndjson'));
  requests += last.sent;
  if (run.status === 0 && last.accepted === last.operations) clean += 1;
  else console.log(`seed ${String(seed)}: exit ${String(run.status)}; ${last.reasons.join(' ')}`);
}
rmSync(folder, { recursive: true });
const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
console.log(
  `${String(clean)} of ${String(seeds)} seeds clean (${preset}): ${String(requests)} requests in ${seconds} s`,
);
process.exitCode = clean === seeds ? 0 : 1;

interface Last {
  readonly sent: number;
  readonly accepted: number;
  readonly operations: number;
  readonly reasons: readonly string[];
}

function lastEvent(file: string): Last {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return JSON.parse(lines.at(-1) ?? '{}') as Last;
}

function option(name: string): string | undefined {
  const position = process.argv.indexOf(name);
  return position < 0 ? undefined : process.argv[position + 1];
}
