/**
 * The harness beside Schemathesis on the library: the same defects, oddities, seed and budget of
 * requests. Usage: npm run bench:compare [-- --schemathesis PATH --seed 1 --share 3
 * --max-examples N] (`--share 3`: each third defect of every class, and each third oddity).
 */
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { FAULTS } from '../../tests/fault-server/faults.ts';
import { FAULT_CLASSES, type Fault } from '../../tests/fault-server/faults/fault.ts';
import { ODDITIES } from '../../tests/fault-server/oddities.ts';
import { tryOne } from '../detect/try-one.ts';
import type { Contender } from './contender.ts';
import { trySchemathesis, versionOf } from './schemathesis.ts';
import { scoreOf, type Score } from './score.ts';

const { values } = parseArgs({
  options: {
    schemathesis: { type: 'string', default: 'schemathesis' },
    seed: { type: 'string', default: '1' },
    share: { type: 'string', default: '3' },
    'max-examples': { type: 'string' },
  },
});

const SPEC = fileURLToPath(
  new URL('../../tests/fault-server/fault-server.openapi.yaml', import.meta.url),
);

/** Bodies without end: Schemathesis 4.32 keeps all of one, and takes the machine's memory with it. */
const ENDLESS: ReadonlySet<string> = new Set(['endless-excerpt']);

const version = await versionOf(values.schemathesis);
if (version === undefined) {
  console.error(
    'Schemathesis is not there. Install it: python3 -m venv /path/to/venv && /path/to/venv/bin/pip install schemathesis==4.32.5, then --schemathesis /path/to/venv/bin/schemathesis.',
  );
  process.exitCode = 2;
} else await compare(version);

async function compare(schemathesisVersion: string): Promise<void> {
  const seed = Number(values.seed);
  const given = values['max-examples'];
  const maxExamples = given === undefined ? undefined : Number(given);
  const options = { command: values.schemathesis, spec: SPEC, seed, maxExamples };
  const schemathesis: Contender = {
    name: `Schemathesis ${schemathesisVersion}`,
    run: (planted) => trySchemathesis(planted, options),
  };
  // Its own defaults say how much it sends; the harness may send as much, and no more.
  const { requests } = await schemathesis.run({});
  console.log(`budget: ${String(requests)} requests a run, seed ${values.seed}`);
  const assay: Contender = {
    name: 'assay',
    run: async (planted) => {
      const ran = await tryOne(planted, { seed, preset: 'ci', maxRequests: requests });
      const reported = ran.found.flatMap(({ check, operations }) =>
        operations.map((operation) => ({ kind: check, operation })),
      );
      return { reported, requests: ran.requests, seconds: ran.elapsedMs / 1000 };
    },
  };
  const share = Number(values.share);
  const faults = sampleOf(share);
  // What is odd of every answer at once would meet what changes one of them: a run of its own each.
  const oddities = [true, false]
    .map((isOfOne) => ODDITIES.filter(({ operation }) => (operation !== undefined) === isOfOne))
    .map((kind) => kind.filter((_, index) => index % share === 0));
  for (const contender of [assay, schemathesis]) {
    show(await scoreOf(contender, faults, oddities), faults);
  }
}

/** Each so-many-th of every class; none without end, nor whose check is off in the harness by default. */
function sampleOf(share: number): readonly Fault[] {
  return FAULT_CLASSES.flatMap((name) =>
    FAULTS.filter(
      (fault) => fault.class === name && fault.optIn !== true && !ENDLESS.has(fault.name),
    ).filter((_, index) => index % share === 0),
  );
}

function show(score: Score, faults: readonly Fault[]): void {
  const { name, found, missed, onNothing, onOddities, runs, requests, seconds } = score;
  const each = (total: number): string => (total / runs).toFixed(0);
  console.log(`\n${name}`);
  console.log(`  found ${String(found.length)} of ${String(faults.length)} defects`);
  console.log(`  false alarms on nothing ${told(onNothing)}; on oddities ${told(onOddities)}`);
  console.log(`  ${String(runs)} runs, ${each(requests)} requests and ${each(seconds)} s each`);
  for (const one of FAULT_CLASSES) {
    const ofClass = faults.filter((fault) => fault.class === one);
    if (ofClass.length === 0) continue;
    const count = found.filter((fault) => fault.class === one).length;
    const names = missed.filter((fault) => fault.class === one).map((fault) => fault.name);
    const which = names.length === 0 ? '' : `  missed: ${names.join(', ')}`;
    console.log(
      `  ${one.padEnd(24)}${`${String(count)}/${String(ofClass.length)}`.padStart(7)}${which}`,
    );
  }
}

function told(reported: Score['onNothing']): string {
  const kinds = reported.map(({ kind, operation }) => `${kind} ${operation}`);
  return kinds.length === 0 ? '0' : `${String(kinds.length)} (${kinds.join(', ')})`;
}
