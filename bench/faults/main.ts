/**
 * Which defects of the sandbox are noticed, by the scenarios of suites/tickets or by the harness,
 * and with how many requests. Before, a run without defect must find nothing: what it finds is no
 * proof of anything.
 * Usage: npm run bench:faults [-- --by scenarios|harness --preset NAME --class NAME --fault NAME... --first --jobs N]
 * With --first the harness ends a run at its first failure, as the scenarios do: sooner, and it is not told what is
 * reported as several.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Fault } from '../../sandbox/faults/fault.ts';
import { FAULTS } from '../../sandbox/faults/table.ts';
import { startProver, type Means, type Prover } from './prover.ts';
import { tally, type Tried } from './tally.ts';

const { values } = parseArgs({
  options: {
    by: { type: 'string', default: 'scenarios' },
    preset: { type: 'string', default: 'quick' },
    class: { type: 'string' },
    fault: { type: 'string', multiple: true },
    first: { type: 'boolean', default: false },
    jobs: { type: 'string', default: String(availableParallelism()) },
  },
});
const started = performance.now();
const faults = chosenFaults();
const by: Means = values.by === 'harness' ? 'harness' : 'scenarios';
const provers = Array.from({ length: Math.min(Number(values.jobs), faults.length) }, () =>
  startProver(by, values.preset),
);
const tried = await proveAll();
console.log('');
for (const line of tally(tried)) console.log(line);
console.log(`by ${by}, in ${seconds(performance.now() - started)}`);

function chosenFaults(): readonly Fault[] {
  const chosen = FAULTS.filter(
    (fault) =>
      (values.class === undefined || fault.class === values.class) &&
      (values.fault === undefined || values.fault.includes(fault.name)),
  );
  if (chosen.length > 0) return chosen;
  console.error('No fault is named so; `npm run sandbox -- --faults` lists them.');
  process.exit(2);
}

async function proveAll(): Promise<readonly Tried[]> {
  const waiting = [...faults];
  const done: Tried[] = [];
  try {
    await Promise.all(
      provers.map(async (prover) => {
        await rehearse(prover);
        for (let fault = waiting.shift(); fault !== undefined; fault = waiting.shift())
          done.push(await tryOne(prover, fault));
      }),
    );
  } finally {
    for (const prover of provers) prover.stop();
  }
  // In the order of the table, whoever was done first.
  return faults.flatMap((fault) => done.filter((one) => one.fault === fault));
}

async function rehearse(prover: Prover): Promise<void> {
  const { found, requests } = await prover.prove({ fault: null, operations: [], first: false });
  if (found.length > 0)
    throw new Error(`A sandbox without fault is not sound: ${found.join('; ')}`);
  console.log(`no fault: nothing found (${String(requests)} requests)`);
}

async function tryOne(prover: Prover, fault: Fault): Promise<Tried> {
  const before = performance.now();
  const { name, operations } = fault;
  const proof = await prover.prove({ fault: name, operations, first: values.first });
  const elapsedMs = performance.now() - before;
  const [first, ...others] = proof.found;
  const told = first === undefined ? 'MISSED' : `by ${first}`;
  console.log(
    `${fault.class.padEnd(7)}${fault.name.padEnd(42)}${String(proof.requests).padStart(6)} requests ` +
      `${seconds(elapsedMs).padStart(7)}  ${told}`,
  );
  for (const other of others) console.log(`       and ${other}`);
  return { fault, proof, elapsedMs };
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
