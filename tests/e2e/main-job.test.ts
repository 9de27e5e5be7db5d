/**
 * The main job: the Tickets description against the sandbox that the configuration starts, as the
 * command line runs it. Its reports can be read, and the same seed says the same again.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/run/events.ts';
import { assay, folderWith, type Finished } from '../cli/run-assay.ts';
import { eventsOf, readEvents, readJunit, requestText, type JunitCase } from './run-reports.ts';

interface Job extends Finished {
  readonly events: readonly RunEvent[];
  readonly cases: readonly JunitCase[];
}

async function run(concurrency: number): Promise<Job> {
  const folder = folderWith({});
  const flags = ['--seed', '7', '--max-cases', '1', '--phases', 'examples,fuzz'];
  const finished = await assay([
    'run',
    ...flags,
    ...['--concurrency', String(concurrency), '--out', folder],
  ]);
  return { ...finished, events: readEvents(folder), cases: readJunit(folder) };
}

let operations: readonly string[] = [];
let first: Job;
let again: Job;
let wide: Job;

beforeAll(async () => {
  const { stdout } = await assay(['list']);
  operations = stdout
    .split('\n')
    .flatMap((line) => /^[A-Z]+ \/\S+ (\S+)$/.exec(line)?.[1] ?? [])
    .toSorted();
  [first, again, wide] = await Promise.all([run(1), run(1), run(8)]);
}, 300_000);

test('every operation is accepted, nothing is found, and it ends with 0', () => {
  const count = String(operations.length);

  expect(operations.length).toBeGreaterThan(14);
  expect(first.stdout).toContain(`${count}/${count} accepted`);
  expect(first.stdout).toContain('no failures');
  expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' });
});

describe('run.ndjson', () => {
  test('begins with the version, and ends with the end of the run', () => {
    expect(first.events[0]).toMatchObject({ kind: 'run-started', version: 1, seed: 7 });
    expect(first.events.at(-1)).toMatchObject({ kind: 'run-finished', exitCode: 0 });
  });

  test('names the operation in every event that belongs to one', () => {
    const whole = ['run-started', 'spec-problem', 'note', 'run-finished'];
    const own = first.events.filter(({ kind }) => !whole.includes(kind));

    expect(own.filter((event) => !('operation' in event))).toEqual([]);
    const named = new Set(own.flatMap((event) => ('operation' in event ? [event.operation] : [])));
    expect([...named].toSorted()).toEqual(operations);
  });

  test('holds an account of every operation', () => {
    const accounts = eventsOf(first.events, 'operation-finished');

    expect(accounts.map(({ operation }) => operation).toSorted()).toEqual(operations);
    expect(accounts.filter(({ ledger }) => ledger.accepted === 0)).toEqual([]);
  });
});

describe('junit.xml', () => {
  const names = ({ cases }: Job): readonly string[] =>
    cases.map(({ suite, name }) => `${suite} ${name}`);

  test('has a suite for each operation, and no case twice', () => {
    const suites = new Set(first.cases.map(({ suite }) => suite));

    expect(operations.filter((operation) => !suites.has(operation))).toEqual([]);
    expect(names(first)).toHaveLength(new Set(names(first)).size);
  });

  test('has the same names in each run with the same seed', () => {
    expect(names(again)).toEqual(names(first));
  });
});

describe('the same seed and a fresh sandbox', () => {
  test('send the same bytes, one after the other', () => {
    const requests = ({ events }: Job): readonly string[] =>
      eventsOf(events, 'exchange').map(requestText);

    expect(requests(first).length).toBeGreaterThan(operations.length);
    expect(requests(again)).toEqual(requests(first));
  });

  test('make the same cases with eight requests in flight', () => {
    const made = ({ events }: Job): readonly string[] =>
      [...new Set(eventsOf(events, 'exchange').map((event) => event.case))]
        // Requests that only compare or supply depend on how others were answered.
        .filter((id) => /:(template|examples|fuzz):\d+$/.test(id))
        .toSorted();

    expect(made(wide)).toEqual(made(first));
  });
});
