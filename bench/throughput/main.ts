/**
 * Requests per second of `assay run` with all phases and checks on, as a ratio to a bare undici loop
 * in the same minute on the same machine, median of five at 1 and at 10 connections; what a request
 * costs the processor; peak memory beyond the bare loop's; and the longest pause between two
 * requests. How to read the figures: docs/benchmarks.md. Usage: npm run bench
 * [-- --requests 20000 --connections 1 --connections 10 --rounds 5 --spec FILE --no-pauses]
 */
import { fork } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Ran } from './assay-run.ts';
import { measureBare, measureRun, type Load, type Measure } from './measure.ts';
import { pauseOnBody, pauseOnNothing, pauseOnSandbox } from './pauses.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '20000' },
    connections: { type: 'string', multiple: true, default: ['1', '10'] },
    rounds: { type: 'string', default: '5' },
    spec: { type: 'string', multiple: true, default: [] },
    'no-pauses': { type: 'boolean', default: false },
  },
});

const server = fork('node_modules/jiti/lib/jiti-cli.mjs', [
  new URL('./server.ts', import.meta.url).pathname,
]);
const { port } = await new Promise<{ readonly port: number }>((resolve, reject) => {
  server.once('message', resolve);
  server.once('exit', reject);
});
const origin = `http://127.0.0.1:${String(port)}`;
try {
  for (const connections of values.connections) {
    await compare({
      origin,
      connections: Number(connections),
      requests: Number(values.requests),
    });
  }
  if (!values['no-pauses']) await pauses();
} finally {
  server.kill();
}

async function compare(load: Load): Promise<void> {
  const bare: Measure[] = [];
  const runs: Measure[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    bare.push(await measureBare(load));
    runs.push(await measureRun(load));
  }
  const rate = median(runs.map(({ perSecond }) => perSecond));
  const bareRate = median(bare.map(({ perSecond }) => perSecond));
  const cost = median(runs.map(microseconds));
  const bareCost = median(bare.map(microseconds));
  const beyond = peak(runs) - peak(bare);
  console.log(
    `${String(load.connections).padStart(2)} connections, ${String(runs[0]?.sent)} requests: ` +
      `ratio ${(rate / bareRate).toFixed(2)} ` +
      `(${rate.toFixed(0)} of ${bareRate.toFixed(0)} requests a second; ` +
      `CPU ${cost.toFixed(0)} and ${bareCost.toFixed(0)} µs each), ` +
      `${beyond.toFixed(0)} MB beyond the bare loop's peak of ${peak(bare).toFixed(0)}`,
  );
}

async function pauses(): Promise<void> {
  for (const members of [5, 20, 60]) {
    tell(`a body of ${String(members)} members`, await pauseOnBody(members, origin));
  }
  tell('the sandbox', await pauseOnSandbox());
  for (const spec of values.spec) tell(spec, await pauseOnNothing(path.resolve(spec)));
}

function tell(what: string, { finished, longestPauseMs, firstVerdictMs, cpuMs }: Ran): void {
  console.log(
    `${what}: longest pause between two requests ${longestPauseMs.toFixed(0)} ms ` +
      `(${String(finished.sent)} requests, ${(cpuMs / 1000).toFixed(1)} s of CPU, ` +
      `first verdict ${firstVerdictMs.toFixed(0)} ms after the start)`,
  );
}

/** Of the whole process, from its start to its end. */
function microseconds({ cpuMs, sent }: Measure): number {
  return (cpuMs * 1000) / sent;
}

function peak(measures: readonly Measure[]): number {
  return Math.max(...measures.map(({ peakMb }) => peakMb));
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
