/**
 * How many of the library's planted defects the harness finds, and whether it accuses an innocent
 * oddity, or the library without any. What touches different operations shares a run (`--alone`
 * gives each one of its own), and what is missed or accused there is tried again alone.
 * Usage: npm run bench:detect [-- --seed 1 --preset quick --class NAME --fault NAME --oddity NAME
 * --no-faults --no-oddities --alone --jobs 2]
 */
import { parseArgs } from 'node:util';
import { FAULTS } from '../../tests/fault-server/faults.ts';
import type { Fault } from '../../tests/fault-server/faults/fault.ts';
import { ODDITIES } from '../../tests/fault-server/oddities.ts';
import type { Oddity } from '../../tests/fault-server/oddities/oddity.ts';
import type { Placed } from '../../tests/fault-server/server/staged.ts';
import { companiesOf } from './companies.ts';
import { detectFaults, type Detection } from './detect-faults.ts';
import { tableLines } from './table.ts';
import { tryOne, type Found, type Setting } from './try-one.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', multiple: true, default: ['1', '2', '3'] },
    preset: { type: 'string', multiple: true, default: ['quick', 'ci'] },
    class: { type: 'string', multiple: true },
    fault: { type: 'string', multiple: true },
    oddity: { type: 'string', multiple: true },
    'no-faults': { type: 'boolean', default: false },
    'no-oddities': { type: 'boolean', default: false },
    alone: { type: 'boolean', default: false },
    jobs: { type: 'string', default: '2' },
  },
});

let hasAccusedWrongly = false;
for (const preset of values.preset) {
  for (const seed of values.seed) {
    const setting: Setting = { seed: Number(seed), preset: presetOf(preset) };
    console.log(`\npreset ${preset}, seed ${seed}`);
    if (!values['no-oddities']) await runOddities(setting);
    if (!values['no-faults']) await runFaults(setting);
  }
}
process.exitCode = hasAccusedWrongly ? 1 : 0;

async function runFaults(setting: Setting): Promise<void> {
  const detections = await inJobs(together(chosenFaults()), async (company) => {
    const found = await detectFaults(company, setting);
    for (const detection of found) report(detection);
    return found;
  });
  for (const line of tableLines(detections.flat())) console.log(line);
}

function together<One extends Placed & { readonly name: string }>(
  members: readonly One[],
): readonly (readonly One[])[] {
  return values.alone ? members.map((one) => [one]) : companiesOf(members);
}

function report({ fault, its, falseAlarms }: Detection): void {
  const name = `${fault.name} (${fault.operation}, ${fault.check})`;
  if (its.length === 0) console.log(`MISSED ${name}: ${fault.sentence}`);
  if (its.length > 1) console.log(`TWICE  ${name}\n${its.map(told).join('\n')}`);
  if (falseAlarms.length === 0) return;
  hasAccusedWrongly = true;
  console.log(`FALSE  ${name}\n${falseAlarms.map(told).join('\n')}`);
}

async function runOddities(setting: Setting): Promise<void> {
  const oddities = ODDITIES.filter(
    ({ name }) => values.oddity === undefined || values.oddity.includes(name),
  );
  // None at all comes first: the library keeps its description to the letter.
  const accused = await inJobs([[], ...together(oddities)], async (company) => {
    const one = await tryOddities(company, setting);
    if (company.length < 2 || one === 0) return one;
    let many = 0;
    for (const oddity of company) many += await tryOddities([oddity], setting);
    return many;
  });
  const count = accused.reduce((sum, many) => sum + many, 0);
  hasAccusedWrongly ||= count > 0;
  console.log(`oddities accused: ${String(count)} of ${String(oddities.length)}`);
}

/** @returns 1 where anything was accused */
async function tryOddities(company: readonly Oddity[], setting: Setting): Promise<0 | 1> {
  const names = company.map(({ name }) => name);
  const { found } = await tryOne({ oddities: names }, setting);
  if (found.length === 0) return 0;
  console.log(`FALSE  ${names.join(' + ') || 'nothing'}\n${found.map(told).join('\n')}`);
  return 1;
}

function told({ check, operations, title }: Found): string {
  return `         ${check} (${operations.join(', ')}): ${title}`;
}

function chosenFaults(): readonly Fault[] {
  return FAULTS.filter(
    (fault) =>
      (values.class === undefined || values.class.includes(fault.class)) &&
      (values.fault === undefined || values.fault.includes(fault.name)),
  );
}

/** Side by side, since what hangs leaves the machine idle; results in the order of the items. */
async function inJobs<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Map<number, Result>();
  const waiting = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, item] = next;
      results.set(index, await work(item));
    }
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, worker));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}

function presetOf(name: string): Setting['preset'] {
  if (name === 'quick' || name === 'ci' || name === 'deep') return name;
  throw new Error(`There is no preset ${name}: quick, ci or deep.`);
}
