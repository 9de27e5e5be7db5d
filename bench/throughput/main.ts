/**
 * Requests per second of `assay run` with all phases and checks on, as a ratio to a bare undici loop
 * in the same minute on the same machine, median of five at 1 and at 10 connections; what a request
 * costs the processor; peak memory beyond the bare loop's.
 * Usage: npm run bench [-- --requests 20000 --connections 1 --connections 10 --rounds 5]
 */
import { fork } from 'node:child_process';
import { parseArgs } from 'node:util';
import { measureBare, measureRun, type Load, type Measure } from './measure.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '20000' },
    connections: { type: 'string', multiple: true, default: ['1', '10'] },
    rounds: { type: 'string', default: '5' },
  },
});

const server = fork('node_modules/jiti/lib/jiti-cli.mjs', [
  new URL('./server.ts', import.meta.url).pathname,
]);
const { port } = await new Promise<{ readonly port: number }>((resolve, reject) => {
  server.once('message', resolve);
  server.once('exit', reject);
});
try {
  for (const connections of values.connections) {
    await compare({
      origin: `http://127.0.0.1:${String(port)}`,
      connections: Number(connections),
      requests: Number(values.requests),
    });
  }
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
